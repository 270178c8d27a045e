/// Fees, the trust payment and reading the statement.
extension ArticleText {
  static let charges: [ArticleText] = [
    ArticleText(
      id: "why-was-i-charged", type: "faq", category: "money",
      tags: ["charge", "fee", "services", "statement"],
      url: "https://help.example/why-was-i-charged", updated: "2026-01-20",
      russian: Body(
        title: "За что списали деньги",
        markdown: """
          Баланс уменьшился, а вы ничего не покупали? Чаще всего причина одна из этих:

          - **абонентская плата** за новый период;
          - **платная опция**: телевидение, антивирус, внешний адрес, аренда роутера;
          - **возврат обещанного платежа** и комиссия за него, 10 ₽;
          - **срочная смена тарифа**, 100 ₽;
          - **перерасчёт** за прошлый период.

          ## Как разобраться
          1. Откройте выписку за месяц: `kabinet statement`. У каждой операции есть дата, сумма, услуга и баланс \
          после неё.
          2. Сравните дату списания с датой вашего расчётного периода: [когда списывается \
          плата](https://help.example/when-fee-is-charged).
          3. Проверьте, не закончилась ли скидка: после акции плата становится обычной.

          Если услугу вы не подключали, напишите в поддержку и укажите дату и сумму операции. Ошибочное списание \
          возвращается на лицевой счёт.
          """),
      english: Body(
        title: "Why was I charged?",
        markdown: """
          The balance went down and you bought nothing? It is most often one of these:

          - the **monthly fee** for a new period;
          - a **paid option**: television, antivirus, a public address, router rental;
          - **a trust payment being repaid**, with its fee of 10 ₽;
          - **an immediate tariff change**, 100 ₽;
          - **a correction** for an earlier period.

          ## Finding out
          1. Open this month's statement: `kabinet statement`. Each entry has its date, sum, service and the \
          balance after it.
          2. Compare the date with your billing period: see [when the fee is \
          charged](https://help.example/when-fee-is-charged).
          3. Check whether a discount has run out: after a promotion the fee returns to normal.

          If you never ordered the service, write to support with the date and sum of the entry. A wrong charge is \
          returned to the account.
          """)),
    ArticleText(
      id: "when-fee-is-charged", type: "faq", category: "money",
      tags: ["charge", "fee", "billing period", "paid until"],
      url: "https://help.example/when-fee-is-charged", updated: "2026-03-02",
      russian: Body(
        title: "Когда списывается абонентская плата",
        markdown: """
          День списания зависит от схемы, указанной в вашем тарифе. В «Северной Сети» плата списывается 1-го числа \
          или в день подключения; другие схемы встречаются у старых договоров.

          | Схема | Что происходит |
          |---|---|
          | 1-го числа | плата за месяц целиком; не хватает денег — услуга отключается, долг не копится |
          | От даты подключения | месяц начинается в день активации, например 17-го |
          | Ежедневно | каждый день списывается дневная цена |
          | Месячная плата по дням | плата месяца делится на число его дней |
          | Вперёд | следующий месяц надо оплатить до конца текущего |

          При ежедневном списании баланс тает понемногу, и дата «оплачено до» — это день, на который ещё хватает \
          денег. При месячных схемах нужная сумма должна лежать на счёте накануне.

          Свою дату покажет `kabinet balance`.
          """),
      english: Body(
        title: "When the monthly fee is charged",
        markdown: """
          The day depends on the charge plan of your tariff. Northern Network charges on the 1st or on your \
          activation day; the other plans are found in older contracts.

          | Plan | What happens |
          |---|---|
          | On the 1st | the whole month at once; if money is short, service stops and no debt grows |
          | From the activation date | your month starts on that day, say the 17th |
          | Daily | the price of one day is taken each day |
          | Monthly fee spread by days | the month's fee divided by the days in that month |
          | In advance | the next month must be paid before this one ends |

          With daily charging the balance melts slowly, and "paid until" is the last day that the money covers. \
          With monthly plans the whole sum must be there the day before.

          `kabinet balance` shows the date that applies to you.
          """)),
    ArticleText(
      id: "trust-payment", type: "guide", category: "money",
      tags: ["trust payment", "debt", "blocked", "credit"],
      url: "https://help.example/trust-payment", updated: "2026-03-15",
      russian: Body(
        title: "Обещанный платёж",
        markdown: """
          Не успеваете оплатить? Обещанный платёж включит интернет на 3 дня, а деньги вы внесёте позже.

          ## Условия
          - срок — **3 дня**, комиссия — **10 ₽**;
          - сумма — столько, сколько не хватает, но **не больше 1 000 ₽**;
          - не чаще **одного раза в 30 дней**;
          - долг меньше 1 000 ₽, услуги не приостановлены по вашей просьбе.

          ## Как взять
          1. Проверьте, доступен ли он: `kabinet trust-payment check`. Команда ничего не меняет и называет причину \
          отказа, а если надо ждать — дату.
          2. Подключите: `kabinet trust-payment take`.
          3. Подождите пару минут и перезагрузите роутер, если доступ не появился.
          4. До конца третьего дня пополните счёт: `kabinet pay`.

          Обещанный платёж — это не подарок и не скидка: он вернётся списанием вместе с комиссией. Не внесёте \
          деньги в срок — услуга снова отключится, и взять новый платёж до конца 30 дней нельзя.
          """),
      english: Body(
        title: "The trust payment",
        markdown: """
          Can't pay in time? A trust payment turns the internet on for three days, and you pay later.

          ## Terms
          - it lasts **3 days** and costs **10 ₽**;
          - its sum is what is missing, **up to 1,000 ₽**;
          - it can be taken **once in 30 days**;
          - the debt must be below 1,000 ₽ and no hold may be active.

          ## Taking it
          1. See whether you can have it: `kabinet trust-payment check`. It changes nothing and names the reason \
          for a refusal, with the date if you only have to wait.
          2. Take it: `kabinet trust-payment take`.
          3. Wait two minutes and restart the router if access has not come back.
          4. Top up before the third day ends: `kabinet pay`.

          It is neither a gift nor a discount: it is taken back with its fee. If you miss the date, service stops \
          again and no other trust payment is given until the 30 days are over.
          """)),
    ArticleText(
      id: "credit-limit", type: "faq", category: "money",
      tags: ["credit limit", "balance", "debt"],
      url: "https://help.example/credit-limit", updated: "2024-11-12",
      russian: Body(
        title: "Что такое кредитный лимит",
        markdown: """
          Кредитный лимит — это насколько баланс может уйти в минус, прежде чем услуга отключится. У большинства \
          домашних договоров он равен нулю: счёт предоплатный.

          Пример: баланс −150 ₽, лимит 200 ₽. Интернет работает, потому что доступно ещё 50 ₽. Придёт списание в 60 \
          ₽ — и доступ закроется.

          - Лимит — это **не деньги на счёте**: потраченное всё равно нужно внести.
          - Обещанный платёж временно поднимает лимит. Через 3 дня лимит вернётся к прежнему, и непокрытый долг \
          приведёт к отключению.
          - Постоянный лимит назначают отдельно, обычно юридическим лицам с постоплатой.

          Сколько сейчас доступно с учётом лимита и до какого числа этого хватит, показывает `kabinet balance`.
          """),
      english: Body(
        title: "What the credit limit means",
        markdown: """
          The credit limit is how far the balance may fall below zero before service stops. For most home contracts \
          it is zero: the account is prepaid.

          An example: the balance is −150 ₽ and the limit is 200 ₽. The internet works, because 50 ₽ are left. Let \
          a charge of 60 ₽ come, and access closes.

          - The limit is **not money on your account**: what you use must still be paid.
          - A trust payment raises the limit for a time. After three days it returns to what it was, and a debt not \
          covered then closes access.
          - A lasting limit is set individually, usually for companies that pay afterwards.

          What is available with the limit counted in, and until when it lasts, is shown by `kabinet balance`.
          """)),
    ArticleText(
      id: "reading-the-statement", type: "guide", category: "money",
      tags: ["statement", "ledger", "charges", "payments"],
      url: "https://help.example/reading-the-statement", updated: "2025-10-27",
      russian: Body(
        title: "Как читать выписку",
        markdown: """
          Выписка — это список операций по лицевому счёту. В ней два потока: **поступления** и **списания**, а \
          после каждой строки указан остаток.

          | Дата | Операция | Сумма | Остаток |
          |---|---|---|---|
          | 01.03 | Абонентская плата | −650 ₽ | 40 ₽ |
          | 05.03 | Платёж картой | +700 ₽ | 740 ₽ |
          | 09.03 | Перерасчёт за аварию | +21 ₽ | 761 ₽ |

          ## Проверка за минуту
          1. Откройте нужный месяц: `kabinet statement`.
          2. Остаток на начало плюс поступления минус списания должен дать остаток на конец.
          3. Сверьте платежи с чеками, а списания — с тарифом и опциями.

          **Перерасчёт** исправляет прошлый период, поэтому его дата позже события. **Сторно** отменяет ошибочную \
          операцию: рядом стоят две строки с одинаковой суммой и разным знаком.
          """),
      english: Body(
        title: "How to read the statement",
        markdown: """
          A statement lists what happened on your account. There are two flows, **payments** and **charges**, and \
          each line ends with the balance after it.

          | Date | Entry | Sum | Balance |
          |---|---|---|---|
          | 1 March | Monthly fee | −650 ₽ | 40 ₽ |
          | 5 March | Card payment | +700 ₽ | 740 ₽ |
          | 9 March | Correction for an outage | +21 ₽ | 761 ₽ |

          ## A one-minute check
          1. Open the month: `kabinet statement`.
          2. The opening balance plus payments minus charges must give the closing balance.
          3. Compare payments with receipts, and charges with the tariff and its options.

          A **correction** mends an earlier period, so its date is later than the event. A **reversal** cancels a \
          wrong entry: two lines stand together with the same sum and opposite signs.
          """)),
  ]
}
