/// Outages, compensation and the technician.
extension ArticleText {
  static let incidents: [ArticleText] = [
    ArticleText(
      id: "incidents-and-planned-works", type: "faq", category: "incidents",
      tags: ["outage", "incident", "planned works", "estimate"],
      url: "https://help.example/incidents-and-planned-works", updated: "2026-03-19",
      russian: Body(
        title: "Аварии и плановые работы",
        markdown: """
          Прежде чем перенастраивать роутер, посмотрите, нет ли аварии: `kabinet incidents`. Команда показывает \
          события по вашему адресу; с ключом `--all` — по всему городу.

          **Плановые работы** объявляют заранее и проводят ночью, с 02:00 до 05:00. Связь может пропадать на \
          несколько минут или на всё время.

          **Авария** — незапланированный сбой. У неё есть срок восстановления, и он может меняться: сначала его \
          ставят по опыту, потом уточняют, когда бригада найдёт причину. Поэтому важны и сам срок, и то, когда его \
          обновили.

          ## Что делать во время аварии
          1. Не сбрасывайте роутер: настройки потеряются, а связь не вернётся.
          2. Раздайте интернет с телефона, если он нужен срочно.
          3. После окончания перезагрузите роутер.

          Связи нет, а в списке пусто? Сообщите нам: возможно, вы первым заметили сбой.
          """),
      english: Body(
        title: "Outages and planned works",
        markdown: """
          Before you change anything in the router, see whether there is an outage: `kabinet incidents`. It lists \
          what concerns your address; with `--all`, the whole town.

          **Planned works** are announced beforehand and done at night, from 02:00 to 05:00. The line may drop for \
          minutes or for the whole time.

          **An outage** is a fault nobody planned. It has an estimate, and the estimate may change: at first it is \
          set by experience, later by what the crew finds. So look at when it was last updated too.

          ## During an outage
          1. Don't reset the router: you would lose its settings and gain nothing.
          2. Share your phone's connection if you need the net at once.
          3. Restart the router when it is over.

          No connection and nothing in the list? Tell us: you may be the first to notice.
          """)),
    ArticleText(
      id: "downtime-compensation", type: "faq", category: "incidents",
      tags: ["compensation", "outage", "correction"],
      url: "https://help.example/downtime-compensation", updated: "2026-01-28",
      russian: Body(
        title: "Перерасчёт за время без связи",
        markdown: """
          Если услуги не было по вине провайдера, за это время платить не нужно.

          ## Как считают
          Обычно так: `плата за месяц × дни простоя ÷ дни в месяце`. При плате 620 ₽ и двух днях простоя в марте \
          выйдет 620 × 2 ÷ 31 = 40 ₽.

          Не считается простоем: отключение за долг, неисправность своего роутера, отсутствие электричества в \
          квартире.

          ## Что сделать
          1. Запишите начало и конец: снимок экрана с временем подойдёт.
          2. Сверьте со списком аварий: `kabinet incidents --all`.
          3. Сообщите о сбое сразу: время обращения — это доказательство.
          4. После ремонта подайте заявку на перерасчёт: адрес, даты, номер обращения.
          5. Найдите зачисление в выписке: `kabinet statement`.

          Перерасчёт поступает на лицевой счёт и уменьшает следующий платёж.
          """),
      english: Body(
        title: "Compensation for time without service",
        markdown: """
          If the provider is at fault, you need not pay for the time without service.

          ## How it is counted
          Usually so: `monthly fee × days without service ÷ days in the month`. With a fee of 620 ₽ and two days \
          lost in March this gives 620 × 2 ÷ 31 = 40 ₽.

          It doesn't count when you were off for a debt, when your own router failed, or when your flat had no \
          electricity.

          ## What to do
          1. Note when it began and ended: a screenshot with the time will do.
          2. Compare with the list: `kabinet incidents --all`.
          3. Report the fault at once: the time of your report is evidence.
          4. After the repair ask for the correction: address, dates, number of your report.
          5. Find it in the statement: `kabinet statement`.

          The sum is credited to the account and lowers your next payment.
          """)),
    ArticleText(
      id: "technician-visit", type: "guide", category: "incidents",
      tags: ["technician", "visit", "repair"],
      url: "https://help.example/technician-visit", updated: "2025-06-26",
      russian: Body(
        title: "Как подготовиться к визиту мастера",
        markdown: """
          Часто визит не нужен: проверьте баланс, аварии (`kabinet incidents`) и кабели. Если мастер всё же едет, \
          подготовьтесь — ремонт займёт меньше времени.

          - Опишите проблему точно: когда началась, на каких устройствах, что горит на роутере.
          - Освободите доступ к вводу кабеля, роутеру и щитку на площадке.
          - Найдите логин и пароль для подключения, если настраивали роутер сами.
          - Дома должен быть взрослый и работать электричество.
          - Проверьте связь **по кабелю**: мастер первым делом спросит, так же ли плохо без Wi-Fi.

          ## При встрече
          1. Спросите удостоверение: мастер не обижается.
          2. Узнайте стоимость до начала работ: ремонт линии провайдера бесплатен, работы внутри квартиры бывают \
          платными.
          3. Подпишите акт, когда всё заработает, и запустите замер скорости вместе.
          """),
      english: Body(
        title: "Preparing for a technician's visit",
        markdown: """
          Often no visit is needed: check the balance, the outages (`kabinet incidents`) and the cables. If \
          somebody does come, prepare, and the repair will take less time.

          - Describe the trouble precisely: since when, on which devices, which lights are on.
          - Clear the way to the cable's entry, the router and the cabinet on the landing.
          - Have the connection's login and password at hand if you set up the router yourself.
          - An adult must be at home, and the electricity on.
          - Try it **by cable**: the first question will be whether it is as bad without Wi-Fi.

          ## At the door
          1. Ask for an identity card; nobody will be offended.
          2. Ask the price before work starts: the provider's line is repaired free of charge, work inside the flat \
          may cost money.
          3. Sign when everything works, and run a speed test together.
          """)),
  ]
}
