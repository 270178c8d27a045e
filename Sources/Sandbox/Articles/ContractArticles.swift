/// The life of a contract: moving, transferring, ending.
extension ArticleText {
  static let contracts: [ArticleText] = [
    ArticleText(
      id: "end-the-contract", type: "guide", category: "account",
      tags: ["contract", "termination", "equipment"],
      url: "https://help.example/end-the-contract", updated: "2025-03-25",
      russian: Body(
        title: "Как расторгнуть договор",
        markdown: """
          1. Узнайте остаток и долг: `kabinet balance`. Долг придётся погасить, остаток вернут.
          2. Проверьте обязательства: аренда или рассрочка роутера и приставки, оплаченные вперёд месяцы, скидка за \
          долгий срок.
          3. Подайте заявление в личном кабинете или офисе. Его подписывает владелец договора.
          4. Сдайте арендованное оборудование **вместе с блоком питания и пультом**, возьмите акт.
          5. Отмените автоплатёж в банке: он не знает о расторжении.
          6. Сохраните последнюю выписку: `kabinet statement`.

          ## Прежде чем уйти
          - Уезжаете на время — выгоднее [приостановка](https://help.example/freeze-service).
          - Переезжаете — договор можно [перенести](https://help.example/moving-home).
          - Квартиру занимает другой человек — договор можно [переоформить](https://help.example/transfer-contract).

          Просто не платить — плохой способ: договор продолжает действовать, и аренда оборудования может \
          начисляться.
          """),
      english: Body(
        title: "Ending the contract",
        markdown: """
          1. See what is left or owed: `kabinet balance`. A debt must be paid, the rest is returned.
          2. Look at what binds you: a rented router or set-top box or one bought by instalments, prepaid months, a \
          discount given for staying.
          3. Apply in the personal account or at the office. The contract's owner signs.
          4. Return rented equipment **with its power supply and remote control**, and take the paper that says so.
          5. Cancel autopay at your bank: it doesn't know that you have left.
          6. Keep the last statement: `kabinet statement`.

          ## Before you go
          - Away for a while: a [hold](https://help.example/freeze-service) is cheaper.
          - Moving: the contract can [move with you](https://help.example/moving-home).
          - Somebody else takes the flat: the contract can be [transferred](https://help.example/transfer-contract).

          Simply not paying is a poor way: the contract lives on and rent for equipment may add up.
          """)),
    ArticleText(
      id: "transfer-contract", type: "guide", category: "account",
      tags: ["contract", "owner", "transfer"],
      url: "https://help.example/transfer-contract", updated: "2025-01-17",
      russian: Body(
        title: "Как переоформить договор на другого человека",
        markdown: """
          Переоформление нужно, если квартира продана, сменился арендатор или договор был на родственника.

          ## Что потребуется
          - паспорта прежнего и нового владельца;
          - нулевой или положительный баланс;
          - согласие прежнего владельца. Если он умер — документы о наследстве или право на жильё.

          ## Порядок
          1. Погасите долг и обещанный платёж.
          2. Договоритесь, что делать с остатком: его возвращают прежнему владельцу или передают вместе со счётом.
          3. Подайте заявление в офисе вдвоём или по очереди.
          4. Новый владелец меняет пароль кабинета, пароль Wi-Fi, телефон и почту для уведомлений.

          Архивный тариф при переоформлении может не сохраниться: сравните доступные заранее (`kabinet tariff list \
          --all`). Отвяжите свои карты и автоплатёж, чтобы не платить за чужой интернет.
          """),
      english: Body(
        title: "Transferring the contract to another person",
        markdown: """
          You need this when the flat is sold, the tenant changes, or the contract was in a relative's name.

          ## What it takes
          - passports of the old and the new owner;
          - a balance of zero or more;
          - the old owner's consent; if they have died, papers of inheritance or a title to the home.

          ## Step by step
          1. Pay the debt and any trust payment.
          2. Agree on the remaining money: it is returned to the old owner or handed over with the account.
          3. Apply at the office, together or one after the other.
          4. The new owner changes the personal account's password, the Wi-Fi password, and the phone and e-mail \
          for notices.

          An archived tariff may not survive the transfer: look at what is on offer first (`kabinet tariff list \
          --all`). Remove your cards and autopay, so that you don't pay for somebody else.
          """)),
    ArticleText(
      id: "moving-home", type: "guide", category: "moving",
      tags: ["moving", "relocation", "address", "contract"],
      url: "https://help.example/moving-home", updated: "2025-11-05",
      russian: Body(
        title: "Переезд: как перенести интернет",
        markdown: """
          Начните за две недели до переезда.

          1. **Проверьте новый адрес.** Дом может быть подключён другой технологией: оптика вместо витой пары, \
          другая скорость и другой роутер.
          2. **Подайте заявку на перенос.** Лицевой счёт, баланс и логин останутся прежними.
          3. **Выберите дату отключения и включения.** Между ними удобна приостановка, чтобы не платить за пустую \
          квартиру.
          4. **Сверьте тариф:** по новому адресу список может быть другим — `kabinet tariff list --all`.
          5. **Возьмите с собой** роутер, приставку, пульт, блоки питания. Оптический терминал чаще всего остаётся \
          на месте: уточните, чей он.
          6. **Сфотографируйте настройки роутера** и пароль Wi-Fi: с прежним именем сети ваши устройства \
          подключатся сами.

          К приходу монтажника освободите место у ввода и решите, где встанет роутер.
          """),
      english: Body(
        title: "Moving home and taking the internet along",
        markdown: """
          Start two weeks ahead.

          1. **Check the new address.** The building may use another technology: fibre instead of copper, another \
          speed, another router.
          2. **Apply for the move.** Your account, balance and login stay the same.
          3. **Choose the days** on which the old line ends and the new one starts. A hold in between saves paying \
          for an empty flat.
          4. **Compare tariffs:** the list may differ at the new address. Use `kabinet tariff list --all`.
          5. **Take with you** the router, set-top box, remote control and power supplies. An optical terminal \
          usually stays: ask whose it is.
          6. **Photograph the router's settings** and the Wi-Fi password: with the same network name your devices \
          connect by themselves.

          Before the technician comes, clear the place where the cable enters and decide where the router will \
          stand.
          """)),
  ]
}
