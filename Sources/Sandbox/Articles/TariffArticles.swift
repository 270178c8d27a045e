/// Choosing, changing and freezing a tariff.
extension ArticleText {
  static let tariffs: [ArticleText] = [
    ArticleText(
      id: "change-tariff", type: "guide", category: "tariffs",
      tags: ["tariff", "switch", "fee"],
      url: "https://help.example/change-tariff", updated: "2026-03-08",
      russian: Body(
        title: "Как сменить тариф",
        markdown: """
          По умолчанию новый тариф начинает действовать **со следующего расчётного периода, бесплатно**. Если ждать \
          не хочется, можно перейти сразу: это стоит **100 ₽** и доступно раз в месяц.

          1. Посмотрите все тарифы, включая те, что вам сейчас недоступны, и причину: `kabinet tariff list --all`.
          2. Проверьте выбранный: `kabinet tariff check`. Видно цену, дату перехода и что изменится в опциях.
          3. Переключитесь: `kabinet tariff switch`. Перед подтверждением клиент ещё раз покажет условия.

          ## О чём помнить
          - Запланированный переход можно отменить до даты вступления: `kabinet tariff cancel`.
          - Пока один переход запланирован, второй заказать нельзя.
          - Скидки и подарочные месяцы старого тарифа обычно не переносятся.
          - Скорость выше 100 Мбит/с требует гигабитного порта в роутере и целого восьмижильного кабеля.
          """),
      english: Body(
        title: "Changing your tariff",
        markdown: """
          By default a new tariff starts **with the next billing period and costs nothing**. If you don't want to \
          wait, an immediate change costs **100 ₽** and is possible once a month.

          1. See every tariff, those you can't have too, with the reason: `kabinet tariff list --all`.
          2. Check the one you like: `kabinet tariff check`. It shows the price, the date and what happens to your \
          options.
          3. Switch: `kabinet tariff switch`. The terms are shown again before you confirm.

          ## Keep in mind
          - A planned change can be cancelled before its date: `kabinet tariff cancel`.
          - While one change is planned, no other can be ordered.
          - Discounts and free months of the old tariff are usually not carried over.
          - Above 100 Mbit/s you need a gigabit port in the router and a sound cable with all eight wires.
          """)),
    ArticleText(
      id: "archived-tariff", type: "faq", category: "tariffs",
      tags: ["tariff", "archive", "price"],
      url: "https://help.example/archived-tariff", updated: "2025-08-14",
      russian: Body(
        title: "Что значит «архивный тариф»",
        markdown: """
          Архивный тариф закрыт для новых подключений: вы можете им пользоваться, но вернуться на него после \
          перехода нельзя.

          **Что важно знать**

          - Условия архивного тарифа сохраняются, пока вы на нём. Об изменении цены провайдер предупреждает заранее.
          - Некоторые новые опции с ним не работают — причина будет указана рядом с опцией.
          - Персональный тариф, выданный лично вам, тоже может быть недоступен для возврата.

          Перед переходом сравните не только цену, но и скорость, список платных услуг и схему списания: `kabinet \
          tariff compare`. Запишите название и условия старого тарифа или сохраните выписку — потом они в списке не \
          появятся.

          Передумали до даты перехода? Отмените его, и архивный тариф останется с вами.
          """),
      english: Body(
        title: "What an archived tariff is",
        markdown: """
          An archived tariff is closed to new customers: you may keep it, but once you leave there is no way back.

          **Worth knowing**

          - Its terms hold while you stay. A change of price is announced beforehand.
          - Some new options don't work with it; the reason stands beside the option.
          - A personal tariff given to you alone may be impossible to return to as well.

          Before leaving, compare not only the price but the speed, the paid services and the charge plan: `kabinet \
          tariff compare`. Write down the old tariff's name and terms, or keep a statement: the list will not show \
          them later.

          Changed your mind before the date? Cancel the change, and the archived tariff stays yours.
          """)),
    ArticleText(
      id: "freeze-service", type: "guide", category: "tariffs",
      tags: ["hold", "freeze", "vacation"],
      url: "https://help.example/freeze-service", updated: "2025-05-30",
      russian: Body(
        title: "Как приостановить услуги на время отъезда",
        markdown: """
          Добровольная приостановка (её называют заморозкой или блокировкой) останавливает абонентскую плату, пока \
          вас нет.

          1. Погасите долг: с минусом приостановка обычно не включается.
          2. Выберите даты начала и конца. Минимальный и максимальный срок зависят от тарифа.
          3. Проверьте опции: аренда оборудования, телефонный номер или внешний адрес могут тарифицироваться и \
          дальше.
          4. Подключите услугу в личном кабинете и дождитесь уведомления.

          ## Частые вопросы
          - **Можно вернуться раньше?** Как правило, да: снимите приостановку и проверьте, что денег хватает на \
          новый период.
          - **Куда денется остаток оплаченного месяца?** При ежедневном списании он останется на балансе; при \
          месячном смотрите правила тарифа.
          - **Работает ли обещанный платёж?** Нет, пока действует приостановка.

          Итог проверьте в выписке: `kabinet statement`.
          """),
      english: Body(
        title: "Freezing the service while you are away",
        markdown: """
          A voluntary hold, also called a freeze, stops the monthly fee while you are away.

          1. Pay any debt: with a negative balance a hold usually can't start.
          2. Choose the first and the last day. The shortest and longest term depend on the tariff.
          3. Look at the options: rented equipment, a phone number or a public address may go on being charged.
          4. Order the hold in your personal account and wait for the notice.

          ## Common questions
          - **May I return early?** As a rule, yes: end the hold and make sure that the balance covers a new period.
          - **What about the rest of a paid month?** With daily charging it stays on the balance; with monthly \
          plans the tariff's rules decide.
          - **Does the trust payment work?** Not while a hold is active.

          Check the outcome in the statement: `kabinet statement`.
          """)),
    ArticleText(
      id: "home-or-business", type: "faq", category: "tariffs",
      tags: ["business", "contract", "documents"],
      url: "https://help.example/home-or-business", updated: "2025-02-06",
      russian: Body(
        title: "Домашний тариф или для бизнеса",
        markdown: """
          Кабель и скорость могут быть одинаковыми, а договор — разный.

          | | Дом | Бизнес |
          |---|---|---|
          | Договор | физическое лицо | компания или ИП |
          | Оплата | вперёд | вперёд или по счёту |
          | Документы | чек | счёт, акт, счёт-фактура |
          | Внешний адрес | опция | обычно включён |
          | Срок ремонта | общий порядок | закреплён в договоре |

          Работать из дома на домашнем тарифе можно: видеозвонки и удалённый доступ ничем не ограничены. \
          Бизнес-договор нужен, если принимаете клиентов, раздаёте им Wi-Fi, держите кассы и камеры или если час \
          простоя стоит дороже разницы в цене.

          Публичный Wi-Fi требует идентификации пользователей по закону, поэтому раздавать домашний интернет \
          посетителям кафе нельзя.
          """),
      english: Body(
        title: "A home tariff or one for business",
        markdown: """
          The cable and the speed may be the same; the contract is not.

          | | Home | Business |
          |---|---|---|
          | Contract | a private person | a company or a sole trader |
          | Payment | in advance | in advance or by invoice |
          | Papers | receipt | invoice, act, tax invoice |
          | Public address | an option | usually included |
          | Repair time | the general order | fixed in the contract |

          Working from home on a home tariff is fine: video calls and remote access are not restricted. You need a \
          business contract if you receive clients, share Wi-Fi with them, run tills and cameras, or if an hour of \
          downtime costs more than the difference in price.

          Public Wi-Fi must identify its users by law, so a home line may not serve the guests of a café.
          """)),
  ]
}
