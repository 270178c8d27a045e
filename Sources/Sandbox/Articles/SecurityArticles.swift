/// Fraud, children and infected devices.
extension ArticleText {
  static let security: [ArticleText] = [
    ArticleText(
      id: "phishing-calls", type: "guide", category: "security",
      tags: ["phishing", "fraud", "calls", "codes"],
      url: "https://help.example/phishing-calls", updated: "2026-02-12",
      russian: Body(
        title: "Звонят «от провайдера»: как не попасться",
        markdown: """
          Мошенники могут знать ваш адрес и имя. Настоящий сотрудник отличается тем, чего он **не** просит.

          **Никогда не просят**

          - код из SMS или приложения;
          - пароль от кабинета или банка;
          - номер карты целиком и три цифры с оборота;
          - установить программу удалённого доступа;
          - «продлить договор» срочно, прямо сейчас.

          ## Если звонок подозрительный
          1. Положите трубку. Проверяется всё просто: `kabinet balance` и `kabinet incidents` покажут, есть ли долг \
          или работы.
          2. Перезвоните сами по номеру из договора, а не по присланному.
          3. Не открывайте ссылки из сообщений: заходите в кабинет из закладок.

          ## Если код уже назвали
          Смените пароль, завершите чужие сеансы, позвоните в банк и проверьте выписку: `kabinet statement`.
          """),
      english: Body(
        title: "Calls \"from your provider\": how not to be fooled",
        markdown: """
          Fraudsters may know your address and your name. Real staff are known by what they do **not** ask for.

          **Nobody honest asks for**

          - a code from an SMS or an app;
          - the password of your personal account or bank;
          - a full card number and the three digits on its back;
          - installing a remote access program;
          - renewing the contract at once, this very minute.

          ## If a call smells odd
          1. Hang up. Checking is simple: `kabinet balance` and `kabinet incidents` tell whether there is a debt or \
          work going on.
          2. Call back yourself, using the number in the contract and not one you were sent.
          3. Don't open links in messages: go to your account from a bookmark.

          ## If you have told a code already
          Change the password, end other sessions, call your bank and look at the statement: `kabinet statement`.
          """)),
    ArticleText(
      id: "parental-control", type: "guide", category: "security",
      tags: ["children", "filter", "dns", "schedule"],
      url: "https://help.example/parental-control", updated: "2025-08-28",
      russian: Body(
        title: "Родительский контроль",
        markdown: """
          Защита складывается из слоёв: ни один фильтр не заменит разговора.

          1. **DNS с фильтрацией.** Пропишите семейный DNS в роутере: взрослые сайты не откроются ни на одном \
          устройстве дома. Настройка описана в статье [о смене DNS](https://help.example/change-dns).
          2. **Расписание на роутере.** Свяжите телефон ребёнка с профилем и задайте часы: например, без сети с \
          22:00 до 07:00.
          3. **Безопасный поиск.** Включите в поисковике и на видеосервисе.
          4. **Настройки устройства.** Экранное время и семейный доступ работают и вне дома, через мобильный \
          интернет.

          ## Что ломает фильтр
          - «Персональный DNS-сервер» в телефоне и DNS поверх HTTPS в браузере обходят роутер;
          - VPN-приложения скрывают всё;
          - случайный MAC-адрес прячет устройство от расписания: отключите его для домашней сети.
          """),
      english: Body(
        title: "Parental control",
        markdown: """
          Protection is made of layers, and no filter replaces a talk.

          1. **A filtering DNS.** Set a family DNS in the router: adult sites will open on no device at home. See \
          [changing DNS](https://help.example/change-dns).
          2. **A schedule in the router.** Tie the child's phone to a profile and set hours, for example no network \
          from 22:00 to 07:00.
          3. **Safe search.** Turn it on in the search engine and the video service.
          4. **The device's own settings.** Screen time and family sharing work outside too, on mobile data.

          ## What gets around a filter
          - "private DNS" in a phone and DNS over HTTPS in a browser bypass the router;
          - VPN apps hide everything;
          - a random MAC address hides the device from the schedule: turn it off for the home network.
          """)),
    ArticleText(
      id: "antivirus", type: "faq", category: "security",
      tags: ["antivirus", "updates", "malware"],
      url: "https://help.example/antivirus", updated: "2024-12-10",
      russian: Body(
        title: "Нужен ли антивирус дома",
        markdown: """
          Коротко: обновления важнее антивируса, но на Windows он нужен.

          | Система | Что достаточно |
          |---|---|
          | Windows | встроенная защита, включённые обновления |
          | macOS | встроенная защита, программы из проверенных мест |
          | Android | магазин приложений, запрет на установку извне |
          | Linux | обновления, пакеты из репозитория |
          | Роутер, камеры, приставка | свежая прошивка и свой пароль |

          Два антивируса сразу мешают друг другу и тормозят компьютер.

          Платный пакет стоит брать ради дополнительного: защиты платежей, контроля детей, резервных копий. Если он \
          подключён через провайдера, плата видна отдельной строкой: `kabinet statement`.

          **Признаки заражения:** реклама на рабочем столе, чужая стартовая страница в браузере, вентилятор шумит \
          без дела, друзья получают от вас странные ссылки.
          """),
      english: Body(
        title: "Do I need an antivirus at home?",
        markdown: """
          In short: updates matter more, but on Windows you need one.

          | System | What is enough |
          |---|---|
          | Windows | the built-in protection, updates on |
          | macOS | the built-in protection, programs from known places |
          | Android | the app store, no installing from elsewhere |
          | Linux | updates, packages from the repository |
          | Router, cameras, set-top box | fresh firmware and a password of your own |

          Two antivirus programs at once get in each other's way and slow the computer down.

          A paid package is worth it for its extras: safe payments, child control, backups. If you took it through \
          the provider, its fee is a line of its own in `kabinet statement`.

          **Signs of infection:** advertising on the desktop, a strange start page, a fan that roars while idle, \
          friends who get odd links from you.
          """)),
    ArticleText(
      id: "spam-from-my-address", type: "guide", category: "security",
      tags: ["spam", "virus", "botnet", "port 25"],
      url: "https://help.example/spam-from-my-address", updated: "2025-10-08",
      russian: Body(
        title: "С моего адреса идёт спам",
        markdown: """
          Если провайдер сообщил о рассылке или закрыл вам порт 25, в доме, скорее всего, есть заражённое \
          устройство. Это не всегда компьютер: чаще виноваты старая камера, приставка или роутер.

          1. **Отключите все устройства** и включайте по одному: так найдётся виновник.
          2. Проверьте компьютеры антивирусом с загрузочного диска.
          3. Обновите прошивку роутера, сбросьте его и задайте новый пароль администратора.
          4. Камеры и «умный дом» обновите или отключите от интернета, закройте проброшенные порты.
          5. Смените пароль Wi-Fi и почты.

          В Linux посмотрите, кто держит соединения с почтовыми серверами:

          ```
          ss -tnp dst :25
          ```

          Когда всё чисто, сообщите в поддержку: ограничение снимут. Обычной почте порт 25 не нужен: программы \
          отправляют письма через 465 или 587.
          """),
      english: Body(
        title: "Spam is coming from my address",
        markdown: """
          If the provider warned you of spam or closed port 25, some device at home is probably infected. It isn't \
          always a computer: an old camera, a set-top box or the router is likelier.

          1. **Turn everything off** and on again one by one: so you find the culprit.
          2. Scan computers from a bootable antivirus disk.
          3. Update the router's firmware, reset it and set a new administrator password.
          4. Update cameras and smart-home devices or cut them off the internet, and close forwarded ports.
          5. Change the passwords of Wi-Fi and e-mail.

          On Linux see who talks to mail servers:

          ```
          ss -tnp dst :25
          ```

          When all is clean, tell support and the limit will be lifted. Ordinary mail doesn't need port 25: \
          programs send through 465 or 587.
          """)),
  ]
}
