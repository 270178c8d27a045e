/// The ways a router connects.
extension ArticleText {
  static let routerConnection: [ArticleText] = [
    ArticleText(
      id: "pppoe-setup", type: "guide", category: "connection",
      tags: ["pppoe", "router", "login", "error 691"],
      url: "https://help.example/pppoe-setup", updated: "2025-05-13",
      russian: Body(
        title: "Настройка PPPoE на роутере",
        markdown: """
          PPPoE — подключение по логину и паролю. Они указаны в договоре и не совпадают с паролем Wi-Fi.

          1. Откройте страницу роутера: адрес на наклейке, чаще всего `192.168.0.1` или `192.168.1.1`.
          2. В разделе «Интернет» (WAN) выберите тип **PPPoE**.
          3. Впишите логин и пароль без пробелов, с учётом регистра.
          4. Имя сервиса оставьте пустым, MTU — 1492.
          5. Сохраните и подождите минуту.

          | Ошибка | Что значит |
          |---|---|
          | 691 | неверный логин или пароль либо доступ закрыт за долг |
          | 651, 815 | не видно сервера: кабель, порт, авария |
          | 678 | нет ответа: перезагрузите роутер |
          | 629 | сессия уже занята: подождите 5 минут |

          При ошибке 691 сначала проверьте `kabinet balance`. Подключение на компьютере удалите: вторая сессия с \
          тем же логином не откроется.
          """),
      english: Body(
        title: "Setting up PPPoE on the router",
        markdown: """
          PPPoE connects with a login and a password. They are in the contract and are not the Wi-Fi password.

          1. Open the router's page: the address is on its label, mostly `192.168.0.1` or `192.168.1.1`.
          2. In the Internet (WAN) section choose **PPPoE**.
          3. Enter login and password without spaces; capitals matter.
          4. Leave the service name empty and set MTU to 1492.
          5. Save and wait a minute.

          | Error | Meaning |
          |---|---|
          | 691 | wrong login or password, or access closed for a debt |
          | 651, 815 | no server in sight: cable, port, outage |
          | 678 | no answer: restart the router |
          | 629 | the session is taken: wait 5 minutes |

          With error 691 look at `kabinet balance` first. Remove the dial-up from the computer: a second session \
          with one login will not open.
          """)),
    ArticleText(
      id: "dhcp-and-static-ip", type: "guide", category: "connection",
      tags: ["dhcp", "static ip", "router", "gateway"],
      url: "https://help.example/dhcp-and-static-ip", updated: "2025-06-18",
      russian: Body(
        title: "DHCP и статический адрес: настройка",
        markdown: """
          **DHCP (динамический IP)** — самый простой вариант: роутер получает адрес сам. Выберите тип «Динамический \
          IP» (IPoE) и ничего больше не вводите.

          **Статический IP** выдают вместе с договором. Впишите четыре значения:

          | Поле | Пример |
          |---|---|
          | IP-адрес | 198.51.100.24 |
          | Маска | 255.255.255.0 |
          | Шлюз | 198.51.100.1 |
          | DNS | 198.51.100.2 |

          ## Если адрес не приходит
          1. Проверьте, что кабель в порту WAN, а не LAN.
          2. Выключите роутер на 10 минут: за это время освободится прежняя аренда.
          3. Проверьте [привязку по MAC](https://help.example/mac-binding).

          В Linux полученный адрес и шлюз видны так:

          ```
          ip address
          ip route
          ```

          Адрес вида `169.254.x.x` значит, что сервер не ответил.
          """),
      english: Body(
        title: "DHCP and a static address",
        markdown: """
          **DHCP (dynamic IP)** is the simplest: the router gets its address by itself. Choose "Dynamic IP" (IPoE) \
          and enter nothing else.

          **A static IP** is given with the contract. Enter four values:

          | Field | Example |
          |---|---|
          | IP address | 198.51.100.24 |
          | Mask | 255.255.255.0 |
          | Gateway | 198.51.100.1 |
          | DNS | 198.51.100.2 |

          ## If no address comes
          1. See that the cable is in the WAN port and not in a LAN one.
          2. Turn the router off for 10 minutes, until the old lease is free.
          3. Check the [MAC binding](https://help.example/mac-binding).

          On Linux the address and the gateway are shown by:

          ```
          ip address
          ip route
          ```

          An address like `169.254.x.x` means that no server answered.
          """)),
    ArticleText(
      id: "mac-binding", type: "faq", category: "connection",
      tags: ["mac", "binding", "new router"],
      url: "https://help.example/mac-binding", updated: "2024-10-21",
      russian: Body(
        title: "Привязка по MAC-адресу",
        markdown: """
          Провайдер может запоминать MAC — аппаратный адрес устройства, включённого в его кабель. Новый роутер сеть \
          не узнаёт, и интернета нет, хотя кабель исправен.

          ## Три способа
          1. **Зарегистрируйте новый MAC** в личном кабинете. Он напечатан на наклейке роутера и имеет вид \
          `0A:1B:2C:3D:4E:5F`. Нужен MAC порта WAN.
          2. **Клонируйте прежний.** В настройках роутера, в разделе WAN, есть пункт «Клонировать MAC»: роутер \
          представится старым устройством.
          3. **Подождите.** Если привязка динамическая, она снимается через 10–30 минут без старого устройства.

          В Linux адрес своей сетевой карты покажет:

          ```
          ip link show
          ```

          Телефоны с «случайным MAC» меняют его для каждой сети Wi-Fi. На привязку у провайдера это не влияет: он \
          видит только роутер.
          """),
      english: Body(
        title: "Binding to a MAC address",
        markdown: """
          A provider may remember the MAC, the hardware address of the device plugged into its cable. A new router \
          is a stranger to it, and there is no internet though the cable is sound.

          ## Three ways out
          1. **Register the new MAC** in your personal account. It is printed on the router's label and looks like \
          `0A:1B:2C:3D:4E:5F`. You want that of the WAN port.
          2. **Clone the old one.** The WAN section of the router's settings has "Clone MAC": it will present \
          itself as the old device.
          3. **Wait.** A dynamic binding ends after 10–30 minutes without the old device.

          On Linux your card's address is shown by:

          ```
          ip link show
          ```

          Phones with a random MAC change it for each Wi-Fi network. That doesn't matter here: the provider sees \
          the router alone.
          """)),
    ArticleText(
      id: "ipv6", type: "guide", category: "connection",
      tags: ["ipv6", "prefix", "router"],
      url: "https://help.example/ipv6", updated: "2025-12-15",
      russian: Body(
        title: "IPv6 дома: включить и проверить",
        markdown: """
          IPv6 даёт каждому устройству собственный адрес в интернете, без NAT. Сайты и игры с ним соединяются \
          напрямую, особенно если по IPv4 вы за общим адресом.

          ## Включение на роутере
          1. В разделе IPv6 выберите тот же тип, что и для IPv4: PPPoE или DHCPv6.
          2. Включите **получение префикса** (Prefix Delegation).
          3. Для домашней сети — SLAAC или «автоматически».
          4. Оставьте брандмауэр IPv6 **включённым**: он заменяет защиту, которую раньше давал NAT.

          ## Проверка в Linux
          ```
          ip -6 address
          ip -6 route
          ping -6 -c 4 example.com
          ```

          Адрес, который начинается с `2` или `3`, виден в интернете, а `fe80::` работает только внутри дома.

          Сайты стали открываться с задержкой? Выключите IPv6 на время: если помогло, сообщите нам: значит, сбой \
          маршрута на нашей стороне.
          """),
      english: Body(
        title: "IPv6 at home: turning it on and checking",
        markdown: """
          IPv6 gives each device an address of its own on the internet, without NAT. Sites and games connect \
          directly, which helps most when your IPv4 address is shared.

          ## On the router
          1. In the IPv6 section choose the same type as for IPv4: PPPoE or DHCPv6.
          2. Turn on **prefix delegation**.
          3. For the home network choose SLAAC or automatic.
          4. Leave the IPv6 firewall **on**: it replaces the shelter that NAT used to give.

          ## Checking on Linux
          ```
          ip -6 address
          ip -6 route
          ping -6 -c 4 example.com
          ```

          An address that starts with `2` or `3` is seen on the internet; `fe80::` works only at home.

          Do sites open with a delay now? Turn IPv6 off for a while: if that helps, tell us, the route is at fault \
          on our side.
          """)),
    ArticleText(
      id: "usb-modem-backup", type: "guide", category: "connection",
      tags: ["modem", "lte", "backup", "failover"],
      url: "https://help.example/usb-modem-backup", updated: "2025-02-20",
      russian: Body(
        title: "Резервный интернет через USB-модем",
        markdown: """
          Если без связи нельзя и часа, подключите к роутеру модем 4G: при обрыве он подхватит сам.

          1. Проверьте, что в роутере есть USB и ваш модем в списке совместимых.
          2. Снимите с SIM-карты запрос PIN-кода.
          3. Задайте в роутере **резервное подключение**: основной канал — кабель, запасной — модем.
          4. Включите проверку по `ping` двух адресов: без неё роутер не заметит, что кабель цел, а интернета нет.
          5. Проверьте: вытащите кабель из WAN и подождите минуту.

          ## Ограничения
          - мобильный трафик часто не безлимитный: отключите обновления и облака;
          - адрес меняется, VPN и проброс портов оборвутся;
          - IPTV через модем обычно не идёт.

          Без модема выручит раздача с телефона. В Linux она подключается обычной командой `nmcli device wifi \
          connect`.
          """),
      english: Body(
        title: "A USB modem as a backup",
        markdown: """
          If you can't be without a connection for an hour, plug a 4G modem into the router, and it takes over when \
          the line drops.

          1. See that the router has USB and lists your modem as compatible.
          2. Remove the PIN request from the SIM card.
          3. Set up a **backup connection**: cable first, modem second.
          4. Turn on checking by `ping` of two addresses: otherwise the router won't notice that the cable is whole \
          and the internet isn't there.
          5. Test it: pull the cable from WAN and wait a minute.

          ## Limits
          - mobile traffic is often capped: stop updates and cloud copies;
          - the address changes, so VPNs and forwarded ports break;
          - IPTV usually doesn't work over a modem.

          Without a modem, share your phone's connection. On Linux you join it with plain `nmcli device wifi \
          connect`.
          """)),
  ]
}
