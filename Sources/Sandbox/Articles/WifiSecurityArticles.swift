/// Guests, passwords and encryption of Wi-Fi.
extension ArticleText {
  static let wifiSecurity: [ArticleText] = [
    ArticleText(
      id: "guest-wifi", type: "guide", category: "wifi",
      tags: ["guest network", "isolation", "qr"],
      url: "https://help.example/guest-wifi", updated: "2025-08-06",
      russian: Body(
        title: "Гостевой Wi-Fi",
        markdown: """
          Гостевая сеть пускает в интернет, но не к вашим компьютерам, накопителю и принтеру. Она пригодится и для \
          «умного дома»: взломанная лампочка не увидит ноутбук.

          1. В роутере найдите «Гостевая сеть» и включите её на 2,4 ГГц, а если надо, и на 5 ГГц.
          2. Задайте имя и **отдельный пароль** с WPA2 или WPA3. Открытую сеть не делайте: за чужие действия \
          спросят с владельца договора.
          3. Включите **изоляцию клиентов**, доступ к локальной сети запретите.
          4. Ограничьте скорость, например 20 Мбит/с, если канал узкий.
          5. Поставьте расписание или срок действия.

          Пароль удобно показать QR-кодом. Его текст такой:

          ```
          WIFI:T:WPA;S:Home-guest;P:пароль;;
          ```

          Телевизор и колонку, которыми вы управляете с телефона, оставьте в основной сети: иначе они не увидят \
          друг друга.
          """),
      english: Body(
        title: "Guest Wi-Fi",
        markdown: """
          A guest network leads to the internet but not to your computers, storage or printer. It suits a smart \
          home too: a hacked bulb won't see the laptop.

          1. In the router find "Guest network" and turn it on for 2.4 GHz, and for 5 GHz if you need it.
          2. Set a name and **a password of its own** with WPA2 or WPA3. Don't leave it open: the contract's owner \
          answers for what guests do.
          3. Turn **client isolation** on and forbid access to the local network.
          4. Limit the speed, say to 20 Mbit/s, if the line is narrow.
          5. Set a schedule or an end.

          The password is best shown as a QR code, whose text is:

          ```
          WIFI:T:WPA;S:Home-guest;P:password;;
          ```

          Leave the television and the speaker that you control from your phone in the main network, or they won't \
          find each other.
          """)),
    ArticleText(
      id: "wifi-password-change", type: "guide", category: "wifi",
      tags: ["password", "router", "neighbours"],
      url: "https://help.example/wifi-password-change", updated: "2026-01-14",
      russian: Body(
        title: "Как сменить пароль Wi-Fi",
        markdown: """
          1. Подключитесь к роутеру, лучше кабелем, и откройте адрес с наклейки: `192.168.0.1`, `192.168.1.1` или \
          имя вроде `router.lan`.
          2. Войдите. Пароль администратора — не пароль Wi-Fi; заводской напечатан на наклейке, и его тоже стоит \
          сменить.
          3. Откройте раздел «Беспроводная сеть» → «Безопасность».
          4. Введите новый пароль: **от 12 знаков**, без имени и номера квартиры.
          5. Сохраните для 2,4 и для 5 ГГц. Все устройства отключатся — введите пароль на них заново.

          ## Когда это нужно
          - пароль знают бывшие соседи или мастер;
          - в списке клиентов есть незнакомые;
          - сеть тормозит ночью, когда дома все спят.

          Забыли нынешний пароль? Он сохранён на подключённом компьютере. В Linux:

          ```
          nmcli device wifi show-password
          ```
          """),
      english: Body(
        title: "Changing the Wi-Fi password",
        markdown: """
          1. Connect to the router, best by cable, and open the address on its label: `192.168.0.1`, `192.168.1.1` \
          or a name such as `router.lan`.
          2. Sign in. The administrator's password isn't that of Wi-Fi; the factory one is on the label and should \
          be changed too.
          3. Open Wireless → Security.
          4. Enter a new password: **12 characters or more**, without your name or flat number.
          5. Save for 2.4 and for 5 GHz. All devices drop off; enter the new password on each.

          ## When to do it
          - former neighbours or a technician know it;
          - there are strangers in the list of clients;
          - the network is slow at night, when everybody sleeps.

          Forgot the present password? A connected computer has it. On Linux:

          ```
          nmcli device wifi show-password
          ```
          """)),
    ArticleText(
      id: "wpa3-and-hidden-network", type: "faq", category: "wifi",
      tags: ["wpa3", "wpa2", "hidden ssid", "security"],
      url: "https://help.example/wpa3-and-hidden-network", updated: "2025-11-27",
      russian: Body(
        title: "WPA3 и скрытая сеть: что действительно защищает",
        markdown: """
          | Режим | Стоит ли |
          |---|---|
          | Открытая, WEP | никогда |
          | WPA, TKIP | нет: взламывается и ограничивает скорость до 54 Мбит/с |
          | **WPA2-PSK (AES)** | да, с длинным паролем |
          | **WPA2/WPA3 вместе** | лучший выбор, если есть старые устройства |
          | **WPA3-SAE** | да, если его понимают все |

          WPA3 не даёт подбирать пароль по записанному трафику. Если принтер или камера перестали подключаться, \
          вернитесь в смешанный режим.

          **Скрытое имя (SSID) не защищает.** Сеть видна любой программе для анализа, а телефон, наоборот, сам \
          выкрикивает её имя повсюду. К тому же он быстрее разряжается. То же с фильтром MAC: адрес подделывается \
          за секунды.

          По-настоящему помогают длинный пароль, отключённый WPS и свежая прошивка.
          """),
      english: Body(
        title: "WPA3 and a hidden network: what really protects",
        markdown: """
          | Mode | Worth it? |
          |---|---|
          | Open, WEP | never |
          | WPA, TKIP | no: broken, and limits speed to 54 Mbit/s |
          | **WPA2-PSK (AES)** | yes, with a long password |
          | **WPA2/WPA3 mixed** | best while you have old devices |
          | **WPA3-SAE** | yes, if all devices know it |

          WPA3 stops guessing a password from recorded traffic. If a printer or camera no longer connects, go back \
          to mixed mode.

          **A hidden name (SSID) doesn't protect.** Any analyser sees the network, and your phone now calls out its \
          name wherever you go, which drains the battery too. A MAC filter is no better: an address is forged in \
          seconds.

          What does help: a long password, WPS turned off and fresh firmware.
          """)),
  ]
}
