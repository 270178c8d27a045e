/// When the connection is there and something still fails.
extension ArticleText {
  static let connectionTrouble: [ArticleText] = [
    ArticleText(
      id: "no-internet-first-steps", type: "guide", category: "connection",
      tags: ["no internet", "check", "router"],
      url: "https://help.example/no-internet-first-steps", updated: "2026-03-21",
      russian: Body(
        title: "Нет интернета: с чего начать",
        markdown: """
          Пять минут проверки экономят день ожидания.

          1. **Деньги и аварии.** `kabinet balance` и `kabinet incidents` работают и без сети: последние данные \
          хранятся на вашем компьютере вместе со временем обновления.
          2. **Кабели.** Вытащите и вставьте до щелчка кабель в порт WAN (Internet).
          3. **Перезагрузка.** Роутер без питания — 30 секунд, потом ждите 2–3 минуты.
          4. **Всё или один сайт?** Откройте несколько разных.
          5. **Один ноутбук или все?** Если только один — дело в нём.

          ## Где обрыв
          ```
          ip route
          ping -c 4 192.168.0.1
          ping -c 4 8.8.8.8
          ping -c 4 example.com
          ```

          Не отвечает роутер — ищите в доме. Отвечает роутер, но не 8.8.8.8 — линия или провайдер. Работает \
          8.8.8.8, но не имя — дело в [DNS](https://help.example/change-dns).

          Другие случаи ищите по словам, без сети тоже: `kabinet kb search PPPoE`.
          """),
      english: Body(
        title: "No internet: where to start",
        markdown: """
          Five minutes of checking save a day of waiting.

          1. **Money and outages.** `kabinet balance` and `kabinet incidents` work without a network too: the last \
          data is kept on your computer with its time.
          2. **Cables.** Pull out and push in, until it clicks, the cable in the WAN (Internet) port.
          3. **Restart.** Leave the router without power for 30 seconds, then wait 2–3 minutes.
          4. **Everything, or one site?** Try several.
          5. **One laptop, or all?** If only one, look there.

          ## Where it breaks
          ```
          ip route
          ping -c 4 192.168.0.1
          ping -c 4 8.8.8.8
          ping -c 4 example.com
          ```

          The router doesn't answer: search at home. It does, but 8.8.8.8 doesn't: the line or the provider. \
          8.8.8.8 works and the name doesn't: it is [DNS](https://help.example/change-dns).

          Find other cases by their words, offline too: `kabinet kb search PPPoE`.
          """)),
    ArticleText(
      id: "change-dns", type: "guide", category: "connection",
      tags: ["dns", "resolver", "sites do not open"],
      url: "https://help.example/change-dns", updated: "2025-10-14",
      russian: Body(
        title: "Как сменить DNS",
        markdown: """
          DNS превращает имя сайта в адрес. Если `ping 8.8.8.8` проходит, а сайты не открываются, виноват почти \
          всегда он.

          ## Где менять
          - **В роутере** — сразу для всего дома: раздел «Интернет», поля DNS 1 и DNS 2.
          - **На устройстве** — только для него.

          В Linux:

          ```
          nmcli connection modify "Wired" ipv4.dns "77.88.8.8 1.1.1.1" ipv4.ignore-auto-dns yes
          nmcli connection up "Wired"
          resolvectl query example.com
          ```

          ## Проверка
          ```
          dig example.com @8.8.8.8
          ```

          Другой сервер отвечает, а прежний нет — меняйте. Не отвечает никакой — дело в связи.

          Адреса внутренних сервисов провайдера и телевидения знает только его DNS: если после смены пропал IPTV, \
          верните автоматические настройки. Сохранённые ответы очищает `resolvectl flush-caches`.
          """),
      english: Body(
        title: "Changing DNS",
        markdown: """
          DNS turns a site's name into an address. If `ping 8.8.8.8` works and sites don't open, DNS is nearly \
          always to blame.

          ## Where
          - **In the router**, for the whole home at once: the Internet section, fields DNS 1 and DNS 2.
          - **On a device**, for that one only.

          On Linux:

          ```
          nmcli connection modify "Wired" ipv4.dns "77.88.8.8 1.1.1.1" ipv4.ignore-auto-dns yes
          nmcli connection up "Wired"
          resolvectl query example.com
          ```

          ## Checking
          ```
          dig example.com @8.8.8.8
          ```

          If another server answers and the old one doesn't, change it. If none answers, the line is down.

          Only the provider's DNS knows its internal services and television: if IPTV is gone after the change, go \
          back to automatic. Saved answers are cleared by `resolvectl flush-caches`.
          """)),
    ArticleText(
      id: "mtu", type: "guide", category: "connection",
      tags: ["mtu", "pppoe", "fragmentation", "vpn"],
      url: "https://help.example/mtu", updated: "2025-03-12",
      russian: Body(
        title: "MTU: когда одни сайты открываются, а другие нет",
        markdown: """
          MTU — наибольший размер пакета. У обычного подключения это 1500, у PPPoE — 1492, внутри VPN ещё меньше. \
          Если размер завышен, крупные пакеты теряются: мессенджер работает, а страница банка виснет.

          ## Как подобрать
          В Linux отправляйте пакеты с запретом дробления и уменьшайте размер, пока не пройдут:

          ```
          ping -M do -s 1472 -c 3 8.8.8.8
          ping -M do -s 1464 -c 3 8.8.8.8
          ```

          К прошедшему числу прибавьте 28 — это и есть MTU: 1464 + 28 = 1492.

          ## Где задать
          1. В роутере, раздел WAN, поле MTU.
          2. Включите «MSS clamping», если есть: роутер сам подправит размеры.
          3. Для VPN начните с 1400, для WireGuard — с 1420.

          Слишком маленький MTU работает, но немного снижает скорость, поэтому не ставьте его наугад.
          """),
      english: Body(
        title: "MTU: some sites open and others don't",
        markdown: """
          MTU is the largest packet size. It is 1500 on a plain line, 1492 with PPPoE and less inside a VPN. Set \
          too high, large packets get lost: the messenger works and the bank's page hangs.

          ## Finding it
          On Linux send packets that must not be split, and lower the size until they pass:

          ```
          ping -M do -s 1472 -c 3 8.8.8.8
          ping -M do -s 1464 -c 3 8.8.8.8
          ```

          Add 28 to the size that passed, and you have the MTU: 1464 + 28 = 1492.

          ## Where to set it
          1. In the router's WAN section, field MTU.
          2. Turn on "MSS clamping" if it is there: the router will mend sizes by itself.
          3. For a VPN start with 1400, for WireGuard with 1420.

          An MTU that is too small works but costs some speed, so don't guess.
          """)),
    ArticleText(
      id: "port-forwarding", type: "guide", category: "connection",
      tags: ["ports", "nat", "router", "server"],
      url: "https://help.example/port-forwarding", updated: "2025-09-29",
      russian: Body(
        title: "Проброс портов",
        markdown: """
          Проброс направляет соединения из интернета на устройство дома: камеру, игровой сервер, накопитель.

          ## Прежде всего
          Сравните адрес WAN в роутере с тем, что показывает сайт «мой IP». Они разные — вы за общим адресом, и \
          проброс не сработает: читайте [про внешний адрес](https://help.example/cgnat-and-public-ip).

          ## Настройка
          1. Закрепите за устройством постоянный адрес: DHCP → «Резервирование».
          2. В разделе «Виртуальные серверы» укажите внешний порт, внутренний адрес, порт и протокол TCP или UDP.
          3. Проверьте **снаружи**, с мобильного интернета:

          ```
          nc -vz 203.0.113.5 8443
          ```

          ## Безопасность
          - Не открывайте порты управления роутером, RDP (3389) и общих папок (445).
          - Смените заводские пароли до проброса.
          - Доступ только для себя надёжнее дать через VPN на роутере.
          - Выключите UPnP, если им не пользуетесь.
          """),
      english: Body(
        title: "Port forwarding",
        markdown: """
          Forwarding sends connections from the internet to a device at home: a camera, a game server, a storage \
          box.

          ## First of all
          Compare the router's WAN address with what a "my IP" site shows. If they differ, your address is shared \
          and forwarding can't work: read about [public addresses](https://help.example/cgnat-and-public-ip).

          ## Setting up
          1. Give the device a fixed address: DHCP → Reservation.
          2. In "Virtual servers" enter the outer port, the inner address and port, and TCP or UDP.
          3. Check **from outside**, on mobile data:

          ```
          nc -vz 203.0.113.5 8443
          ```

          ## Safety
          - Don't open the router's own pages, RDP (3389) or shared folders (445).
          - Change factory passwords before you forward anything.
          - For your own access a VPN on the router is safer.
          - Turn UPnP off if you don't use it.
          """)),
    ArticleText(
      id: "cgnat-and-public-ip", type: "faq", category: "connection",
      tags: ["cgnat", "public ip", "white ip", "nat"],
      url: "https://help.example/cgnat-and-public-ip", updated: "2025-11-19",
      russian: Body(
        title: "«Серый» и «белый» IP-адрес",
        markdown: """
          Адресов IPv4 не хватает, поэтому несколько абонентов выходят в интернет с одного: это CGNAT, а ваш адрес \
          — «серый». Сайты, видео и звонки работают как обычно.

          **Внешний («белый») адрес нужен, если** вы подключаетесь к дому снаружи, держите сервер или камеры без \
          облака, а игра жалуется на «строгий NAT».

          ## Какой у меня
          | Адрес WAN в роутере | Это |
          |---|---|
          | 10.x, 172.16–31.x, 192.168.x | серый |
          | 100.64.x – 100.127.x | серый, CGNAT |
          | другой, и совпадает с «мой IP» | белый |

          ## Что делать
          1. Подключить опцию «внешний адрес» в кабинете — плата добавится к ежемесячной.
          2. Использовать IPv6: там у каждого свой адрес.
          3. Построить VPN до арендованного сервера.

          Белый адрес виден всему интернету: обновите роутер и смените его пароль.
          """),
      english: Body(
        title: "Shared and public IP addresses",
        markdown: """
          There aren't enough IPv4 addresses, so several customers go out through one: this is CGNAT, and your own \
          address is private. Sites, video and calls work as usual.

          **You need a public address if** you connect to your home from outside, run a server or cameras without a \
          cloud, or a game complains of strict NAT.

          ## Which do I have?
          | Router's WAN address | It is |
          |---|---|
          | 10.x, 172.16–31.x, 192.168.x | private |
          | 100.64.x – 100.127.x | private, CGNAT |
          | another, the same as "my IP" shows | public |

          ## What to do
          1. Order the public address option in your personal account; its price is added to the monthly fee.
          2. Use IPv6: everyone has an address of their own there.
          3. Build a VPN to a rented server.

          A public address is seen by the whole internet: update the router and change its password.
          """)),
  ]
}
