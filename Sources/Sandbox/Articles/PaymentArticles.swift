/// Paying, receipts and getting money back.
extension ArticleText {
  static let payments: [ArticleText] = [
    ArticleText(
      id: "ways-to-pay", type: "guide", category: "money",
      tags: ["payment", "card", "sbp", "qr"],
      url: "https://help.example/ways-to-pay", updated: "2026-02-03",
      russian: Body(
        title: "Как оплатить интернет",
        markdown: """
          Деньги попадают на лицевой счёт, а уже с него списывается абонентская плата. Для любого способа нужен \
          **номер лицевого счёта** — он указан в договоре и в личном кабинете.

          | Способ | Когда придут деньги | Комиссия |
          |---|---|---|
          | Карта | обычно сразу | нет |
          | СБП по QR-коду | обычно сразу | нет |
          | Приложение банка | от минут до часа | зависит от банка |
          | Касса или терминал | до суток | зависит от пункта |

          ## Как не ошибиться с суммой
          1. Узнайте баланс и дату следующего списания: `kabinet balance`.
          2. Посмотрите, что получится, не платя: `kabinet pay --dry-run`.
          3. Оплатите рекомендованную сумму (`kabinet pay`) или свою, например `kabinet pay 700`.

          Сохраните чек до зачисления. Если деньги не пришли, поможет статья [«Оплатил, а интернета \
          нет»](https://help.example/paid-but-still-off).
          """),
      english: Body(
        title: "Ways to pay for your internet",
        markdown: """
          A payment goes to your account first, and the monthly fee is taken from there. Whatever way you choose, \
          you need your **account number**: it is in the contract and in your personal account.

          | Way | Money arrives | Commission |
          |---|---|---|
          | Bank card | usually at once | none |
          | Fast bank transfer by QR code | usually at once | none |
          | Banking app | minutes to an hour | depends on the bank |
          | Cash desk or terminal | up to a day | depends on the place |

          ## Paying the right sum
          1. See the balance and the date of the next charge: `kabinet balance`.
          2. Try it without paying: `kabinet pay --dry-run`.
          3. Pay the recommended sum with `kabinet pay`, or your own, for instance `kabinet pay 700`.

          Keep the receipt until the money has arrived. If it has not, read [Paid, but still \
          off](https://help.example/paid-but-still-off).
          """)),
    ArticleText(
      id: "payment-receipt", type: "faq", category: "money",
      tags: ["receipt", "payment", "documents"],
      url: "https://help.example/payment-receipt", updated: "2025-04-18",
      russian: Body(
        title: "Где взять чек об оплате",
        markdown: """
          Электронный чек приходит на почту или телефон, указанные при оплате. Если его нет, проверьте папку «Спам» \
          и адрес в настройках профиля.

          - Платили **картой или по СБП в личном кабинете** — чек формируем мы, обычно в течение нескольких минут.
          - Платили **через банк или терминал** — кассовый чек выдаёт тот, кто принял деньги; у банка есть ещё \
          квитанция с отметкой «Исполнено».

          На чеке есть QR-код с датой, суммой и реквизитами кассы: по нему подлинность проверяется в приложении \
          налоговой службы.

          Чек подтверждает, что деньги приняты, но не то, что они зачислены. Зачисление видно командой `kabinet \
          payments` и в выписке: `kabinet statement`. Для отчёта на работе обычно достаточно чека и выписки за тот \
          же месяц.
          """),
      english: Body(
        title: "Where to find the receipt for a payment",
        markdown: """
          An electronic receipt is sent to the e-mail address or phone given when paying. If there is none, look in \
          the spam folder and check the address in your profile.

          - Paid **by card or QR code in the personal account**: we issue the receipt, usually within minutes.
          - Paid **through a bank or a terminal**: whoever took the money issues the receipt; a bank also has a \
          payment slip marked as executed.

          The receipt bears a QR code with the date, the sum and the cash register's details, so the tax service's \
          app can confirm that it is genuine.

          A receipt proves that the money was taken, not that it has been credited. That is shown by `kabinet \
          payments` and by `kabinet statement`. For an expense report, the receipt and the statement of the same \
          month are usually enough.
          """)),
    ArticleText(
      id: "paid-but-still-off", type: "faq", category: "money",
      tags: ["blocked", "payment", "no internet"],
      url: "https://help.example/paid-but-still-off", updated: "2026-02-24",
      russian: Body(
        title: "Оплатил, а интернета нет",
        markdown: """
          Если интернет отключился за неуплату и вы уже пополнили счёт, идите по шагам.

          1. **Пришли ли деньги.** Обновите данные командой `kabinet sync` и посмотрите `kabinet payments`. \
          Банковский перевод может идти до часа, платёж через терминал — до суток.
          2. **Хватает ли суммы.** Баланс должен покрывать долг и плату за период целиком: `kabinet balance`. Не \
          хватает даже рубля — услуга не включится.
          3. **Нет ли другой причины.** Действует приостановка, просрочен обещанный платёж или идёт авария: \
          `kabinet incidents`.
          4. **Перезапустите соединение.** Отключите роутер от розетки на минуту: после блокировки он может держать \
          старую сессию.
          5. **Проверьте номер счёта в чеке.** Ошибка в одной цифре отправляет деньги соседу.

          Прошло больше часа, деньги на счёте, а доступа нет — пишите в поддержку и приложите чек.
          """),
      english: Body(
        title: "Paid, but still off",
        markdown: """
          If service stopped for lack of money and you have topped up already, take these steps.

          1. **Has the money arrived?** Refresh with `kabinet sync` and look at `kabinet payments`. A bank transfer \
          may take an hour, a terminal up to a day.
          2. **Is it enough?** The balance must cover the debt and the whole fee of the period: `kabinet balance`. \
          One rouble short is still short.
          3. **Is there another cause?** A hold, an overdue trust payment or an outage: `kabinet incidents`.
          4. **Restart the connection.** Unplug the router for a minute: it may cling to the blocked session.
          5. **Check the account number on the receipt.** One wrong digit sends the money to somebody else.

          If an hour has passed, the money is on the account and there is still no access, write to support and \
          attach the receipt.
          """)),
    ArticleText(
      id: "autopay-ideas", type: "guide", category: "money",
      tags: ["autopay", "script", "timer", "cron"],
      url: "https://help.example/autopay-ideas", updated: "2026-03-11",
      russian: Body(
        title: "Автоплатёж без неожиданностей",
        markdown: """
          Автоплатёж удобен, пока не списывает лишнего. Решите заранее три вещи.

          - **Когда платить.** За 2–3 дня до даты списания: банк успеет провести платёж, даже если попадут выходные.
          - **Сколько.** Недостающую до следующего периода сумму, а не круглую «с запасом».
          - **Потолок.** Предел на один платёж и на месяц: если плата вдруг вырастет, вы узнаете об этом раньше, \
          чем деньги уйдут.

          ## Для своего сценария
          В Linux можно запускать клиент по таймеру. Сначала посмотрите, что он сделает:

          ```
          kabinet sync
          kabinet pay --dry-run
          ```

          В сценарий ставьте `--yes` и собственный ключ, например `kabinet pay --yes --key 2026-04`: с одним ключом \
          платёж пройдёт только один раз, сколько бы ни запускался сценарий. Раз в месяц сверяйте результат: \
          `kabinet payments`.
          """),
      english: Body(
        title: "Autopay without surprises",
        markdown: """
          Autopay is a comfort until it takes too much. Settle three things first.

          - **When.** Two or three days before the charge: the bank has time even over a weekend.
          - **How much.** What is missing for the next period, not a round sum to be safe.
          - **The cap.** A limit per payment and per month: should the fee jump, you hear of it before the money is \
          gone.

          ## In a script of your own
          On Linux the client can be run by a timer. See first what it would do:

          ```
          kabinet sync
          kabinet pay --dry-run
          ```

          In the script add `--yes` and a key of your own, for instance `kabinet pay --yes --key 2026-04`: with one \
          key the payment is made once, however often the script runs. Compare the result once a month: `kabinet \
          payments`.
          """)),
    ArticleText(
      id: "refund", type: "faq", category: "money",
      tags: ["refund", "wrong payment", "balance"],
      url: "https://help.example/refund", updated: "2025-06-09",
      russian: Body(
        title: "Как вернуть деньги со счёта",
        markdown: """
          Вернуть можно то, что ещё не потрачено на услуги.

          - **Ошиблись суммой.** Лишнее останется на счёте и уйдёт на следующие месяцы. Если нужен возврат, подайте \
          заявление.
          - **Ошиблись номером счёта.** Напишите в поддержку, приложите чек: платёж перенесут на верный счёт, если \
          чужой абонент его ещё не израсходовал.
          - **Платёж прошёл дважды.** Сначала проверьте `kabinet payments`: второе списание в банке бывает \
          временной блокировкой суммы и снимается само за несколько дней.
          - **Расторгаете договор.** Остаток возвращается после закрытия всех начислений.

          ## Что приложить к заявлению
          1. Номер лицевого счёта.
          2. Чек или выписку банка.
          3. Реквизиты для перевода на имя владельца договора.

          Деньги возвращаются тем же путём, каким пришли: на карту — на карту, по реквизитам — по реквизитам.
          """),
      english: Body(
        title: "Getting money back from the account",
        markdown: """
          What has not been spent on services can be returned.

          - **Wrong sum.** The excess stays on the account and pays for the next months. If you want it back, apply \
          for a refund.
          - **Wrong account number.** Write to support and attach the receipt: the payment is moved to the right \
          account unless it has been spent.
          - **Paid twice.** Look at `kabinet payments` first: the second line at your bank may be a temporary hold \
          that vanishes within days.
          - **Ending the contract.** The rest is returned when every charge has been settled.

          ## What the application needs
          1. The account number.
          2. The receipt or a bank statement.
          3. Bank details in the name of the contract's owner.

          Money goes back the way it came: a card payment to the card, a transfer to a bank account.
          """)),
  ]
}
