/// Numbers of an account, signing in and notices.
extension ArticleText {
  static let accounts: [ArticleText] = [
    ArticleText(
      id: "four-numbers", type: "faq", category: "account",
      tags: ["account number", "contract", "login", "payment id"],
      url: "https://help.example/four-numbers", updated: "2025-12-01",
      russian: Body(
        title: "Лицевой счёт, договор, логин и код платежа: в чём разница",
        markdown: """
          Четыре номера похожи, но служат для разного.

          | Что | Для чего |
          |---|---|
          | **Лицевой счёт** | на нём деньги; его вводят при оплате |
          | **Номер договора** | для заявлений, переоформления и визита в офис |
          | **Логин** | для входа в личный кабинет, а иногда и для PPPoE на роутере |
          | **Код платежа** | нужен некоторым банкам и терминалам вместо лицевого счёта |

          Если перепутать договор и лицевой счёт при оплате, деньги могут уйти другому абоненту — тому, чей лицевой \
          счёт совпал с номером вашего договора.

          Где смотреть: на первой странице договора, в квитанции и в личном кабинете. У одного договора бывает \
          несколько лицевых счетов — например, для квартиры и дачи. Какие счета доступны вашему входу, покажет \
          `kabinet account list`.
          """),
      english: Body(
        title: "Account number, contract, login and payment id",
        markdown: """
          Four numbers look alike and serve different ends.

          | What | What for |
          |---|---|
          | **Account number** | holds the money; entered when you pay |
          | **Contract number** | for applications, transfers and a visit to the office |
          | **Login** | for the personal account, sometimes for PPPoE on the router too |
          | **Payment id** | asked by some banks and terminals instead of the account number |

          Type the contract number where the account number belongs, and the money may reach another customer whose \
          account happens to have that number.

          Where to look: on the first page of the contract, on a payment slip and in the personal account. One \
          contract may have several accounts, say for a flat and a country house. Those that your login may see are \
          listed by `kabinet account list`.
          """)),
    ArticleText(
      id: "cabinet-password", type: "guide", category: "account",
      tags: ["password", "login", "security"],
      url: "https://help.example/cabinet-password", updated: "2025-07-22",
      russian: Body(
        title: "Пароль от личного кабинета",
        markdown: """
          Пароль от кабинета открывает деньги и договор, поэтому он не должен совпадать с паролем от почты или \
          Wi-Fi.

          ## Как сменить
          1. Войдите в личный кабинет и откройте настройки безопасности.
          2. Введите старый пароль и дважды новый: не короче 12 знаков. Проще всего запомнить фразу из четырёх-пяти \
          не связанных слов.
          3. Завершите сеансы на других устройствах.
          4. В терминале войдите заново: `kabinet login`. Пароль спросят без отображения на экране.

          ## Если забыли
          Нажмите «Забыли пароль?»: код придёт на телефон или почту из договора. Номер сменился и кода нет — \
          понадобится паспорт владельца.

          Меняя пароль, проверьте роутер: если PPPoE использует тот же логин и пароль, новый надо вписать и туда, \
          иначе пропадёт интернет.
          """),
      english: Body(
        title: "The password of your personal account",
        markdown: """
          This password opens your money and your contract, so it must differ from those of your e-mail and Wi-Fi.

          ## Changing it
          1. Sign in and open the security settings.
          2. Enter the old password and the new one twice: at least 12 characters. A phrase of four or five \
          unrelated words is the easiest to remember.
          3. End the sessions on other devices.
          4. Sign in again in the terminal: `kabinet login`. The password is asked for without showing it.

          ## If you forgot it
          Choose "Forgot password": a code is sent to the phone or e-mail in the contract. If the number has \
          changed and no code comes, the owner's passport is needed.

          After a change look at the router: if PPPoE uses the same login and password, enter the new one there \
          too, or the internet will stop.
          """)),
    ArticleText(
      id: "two-factor-login", type: "guide", category: "account",
      tags: ["2fa", "code", "security", "login"],
      url: "https://help.example/two-factor-login", updated: "2026-01-09",
      russian: Body(
        title: "Вход по второму фактору",
        markdown: """
          Двухфакторный вход просит, кроме пароля, одноразовый код. Украденного пароля тогда недостаточно.

          | Способ | Удобство | Надёжность |
          |---|---|---|
          | Код по SMS | высокое | средняя: SIM-карту можно перевыпустить |
          | Приложение с кодами | среднее | высокая |
          | Ключ безопасности | нужен сам ключ | очень высокая |

          ## Как включить
          1. Установите приложение для одноразовых кодов (TOTP).
          2. В настройках безопасности отсканируйте QR-код.
          3. Введите шесть цифр для проверки.
          4. **Сохраните резервные коды** на бумаге: без них потеря телефона закроет и вход.

          Коды не подходят? Проверьте время на телефоне: TOTP считает его до секунд, включите автоматическую \
          установку.

          Никому не называйте код: ни сотруднику, ни «службе безопасности».
          """),
      english: Body(
        title: "Signing in with a second factor",
        markdown: """
          Two-factor sign-in asks for a one-time code besides the password, so a stolen password alone is not \
          enough.

          | Way | Comfort | Strength |
          |---|---|---|
          | Code by SMS | high | medium: a SIM card can be reissued |
          | Code app | medium | high |
          | Security key | you need the key | very high |

          ## Turning it on
          1. Install an app for one-time codes (TOTP).
          2. Scan the QR code in the security settings.
          3. Enter the six digits to check it.
          4. **Keep the backup codes** on paper: without them a lost phone locks you out.

          Codes are refused? Check the phone's clock: TOTP counts seconds, so let the time be set automatically.

          Never tell a code to anyone, neither staff nor a "security department".
          """)),
    ArticleText(
      id: "notice-settings", type: "faq", category: "account",
      tags: ["notices", "sms", "email", "settings"],
      url: "https://help.example/notice-settings", updated: "2025-09-16",
      russian: Body(
        title: "Какие уведомления оставить включёнными",
        markdown: """
          Уведомления приходят по SMS, почте, в приложение и на экран терминала. Полезно оставить:

          - **«Скоро списание, не хватает денег»** — за 3 дня, чтобы успеть оплатить;
          - **«Платёж зачислен»** — подтверждение, что деньги дошли;
          - **«Плановые работы по вашему адресу»** — обычно ночью, с 02:00 до 05:00;
          - **«Изменение договора или тарифа»** — чтобы заметить чужое действие;
          - **«Вход с нового устройства»**.

          Рекламу можно отключить отдельно: сервисные сообщения от этого не пропадут.

          SMS не приходят? Проверьте номер в профиле, чёрный список телефона и память SIM-карты. Письма попадают в \
          «Спам» — добавьте адрес отправителя в контакты.

          Без всяких уведомлений состояние видно командами `kabinet balance` и `kabinet incidents`.
          """),
      english: Body(
        title: "Which notices to leave on",
        markdown: """
          Notices come by SMS, e-mail, in the app and on the terminal's screen. These are worth keeping:

          - **A charge is near and money is short**: three days before, so that you can pay in time;
          - **Payment credited**: the money has arrived;
          - **Planned works at your address**: usually at night, from 02:00 to 05:00;
          - **The contract or tariff has changed**: you will notice if it wasn't you;
          - **Sign-in from a new device**.

          Advertising can be turned off by itself; service messages stay.

          No SMS? Check the number in your profile, the phone's block list and the SIM card's memory. If letters \
          land in spam, add the sender to your contacts.

          With no notice at all, `kabinet balance` and `kabinet incidents` tell you where you stand.
          """)),
  ]
}
