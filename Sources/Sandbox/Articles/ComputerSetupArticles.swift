/// Connecting a computer or a phone.
extension ArticleText {
  static let computerSetup: [ArticleText] = [
    ArticleText(
      id: "linux-network-setup", type: "guide", category: "connection",
      tags: ["linux", "networkmanager", "nmcli", "pppoe", "static ip"],
      url: "https://help.example/linux-network-setup", updated: "2026-02-17",
      russian: Body(
        title: "Настройка сети в Linux через nmcli",
        markdown: """
          NetworkManager управляется из терминала командой `nmcli`.

          ```
          nmcli device status
          nmcli device wifi list
          nmcli device wifi connect "Home" --ask
          ```

          ## Статический адрес
          ```
          nmcli connection modify "Wired" ipv4.method manual \\
            ipv4.addresses 198.51.100.24/24 ipv4.gateway 198.51.100.1 \\
            ipv4.dns 198.51.100.2
          nmcli connection up "Wired"
          ```

          Вернуть автоматику — `ipv4.method auto` и пустые адрес и шлюз.

          ## PPPoE без роутера
          ```
          nmcli connection add type pppoe ifname enp3s0 con-name net \\
            username ЛОГИН
          nmcli --ask connection up net
          ```

          Ключ `--ask` спросит пароль, и он не останется в истории команд.

          ## Что смотреть при сбое
          1. `journalctl -u NetworkManager -b` — журнал с последней загрузки.
          2. `ip route` — есть ли строка `default`.
          3. `resolvectl status` — какие DNS используются.
          """),
      english: Body(
        title: "Network set-up on Linux with nmcli",
        markdown: """
          NetworkManager is driven from the terminal by `nmcli`.

          ```
          nmcli device status
          nmcli device wifi list
          nmcli device wifi connect "Home" --ask
          ```

          ## A static address
          ```
          nmcli connection modify "Wired" ipv4.method manual \\
            ipv4.addresses 198.51.100.24/24 ipv4.gateway 198.51.100.1 \\
            ipv4.dns 198.51.100.2
          nmcli connection up "Wired"
          ```

          To go back, set `ipv4.method auto` and empty the address and gateway.

          ## PPPoE without a router
          ```
          nmcli connection add type pppoe ifname enp3s0 con-name net \\
            username LOGIN
          nmcli --ask connection up net
          ```

          With `--ask` the password is asked for and stays out of the shell's history.

          ## Where to look when it fails
          1. `journalctl -u NetworkManager -b`: the log since the last boot.
          2. `ip route`: is there a `default` line?
          3. `resolvectl status`: which DNS servers are used.
          """)),
    ArticleText(
      id: "windows-and-macos-setup", type: "guide", category: "connection",
      tags: ["windows", "macos", "dhcp", "ipconfig"],
      url: "https://help.example/windows-and-macos-setup", updated: "2025-09-03",
      russian: Body(
        title: "Подключение в Windows и macOS",
        markdown: """
          С роутером компьютеру ничего настраивать не нужно: адрес приходит сам. Если сеть есть, а интернета нет, \
          верните автоматику.

          ## Windows 10 и 11
          1. «Параметры» → «Сеть и Интернет» → ваше подключение.
          2. «Назначение IP» → **Автоматически (DHCP)**, то же для DNS.
          3. Не помогло — в командной строке от администратора:

          ```
          ipconfig /release
          ipconfig /renew
          ipconfig /flushdns
          ```

          Крайний шаг — «Сброс сети»: он удалит сохранённые сети Wi-Fi и VPN.

          ## macOS
          1. «Системные настройки» → «Сеть» → подключение → «Подробнее».
          2. TCP/IP → «Использовать DHCP» → «Обновить аренду DHCP».
          3. DNS: удалите вписанное вручную.

          В обеих системах временно отключите VPN и прокси: они чаще всего и мешают. Затем проверьте `ping 8.8.8.8`.
          """),
      english: Body(
        title: "Connecting Windows and macOS",
        markdown: """
          Behind a router a computer needs no settings: the address comes by itself. If there is a network and no \
          internet, go back to automatic.

          ## Windows 10 and 11
          1. Settings → Network & internet → your connection.
          2. IP assignment → **Automatic (DHCP)**, and the same for DNS.
          3. If that doesn't help, in a command prompt run as administrator:

          ```
          ipconfig /release
          ipconfig /renew
          ipconfig /flushdns
          ```

          The last step is Network reset: it removes saved Wi-Fi networks and VPNs.

          ## macOS
          1. System Settings → Network → the connection → Details.
          2. TCP/IP → Using DHCP → Renew DHCP Lease.
          3. DNS: remove what was entered by hand.

          In both, turn VPN and proxy off for a while: they are the usual culprits. Then try `ping 8.8.8.8`.
          """)),
    ArticleText(
      id: "android-setup", type: "faq", category: "connection",
      tags: ["android", "wifi", "phone", "private dns"],
      url: "https://help.example/android-setup", updated: "2025-07-04",
      russian: Body(
        title: "Android не подключается к домашнему Wi-Fi",
        markdown: """
          1. **«Неверный пароль».** Удалите сеть («Забыть») и введите пароль заново с включённым показом.
          2. **«Подключено, без доступа к интернету».** Посмотрите, работает ли интернет на других устройствах. \
          Если да, отключите VPN и «Персональный DNS-сервер»: Настройки → Сеть → Персональный DNS-сервер → \
          **Автоматически**.
          3. **«Получение IP-адреса…»** и обрыв. Перезагрузите роутер; если не поможет, в свойствах сети поставьте \
          «Настройки IP: DHCP».
          4. **Сеть 5 ГГц не видна.** Старый телефон её не поддерживает или роутер выбрал высокий канал: поставьте \
          36–48.
          5. **Подключается и отваливается.** Отключите энергосбережение Wi-Fi и случайный MAC для домашней сети.

          Проверьте дату и время: при сильном сдвиге защищённые сайты не откроются.

          Удобно подключать гостей QR-кодом: Настройки → Wi-Fi → ваша сеть → «Поделиться».
          """),
      english: Body(
        title: "An Android phone won't join the home Wi-Fi",
        markdown: """
          1. **"Wrong password".** Forget the network and type the password again with its letters shown.
          2. **"Connected, no internet".** See whether other devices have internet. If they do, turn off VPN and \
          Private DNS: Settings → Network → Private DNS → **Automatic**.
          3. **"Obtaining IP address…"** and then nothing. Restart the router; if that fails, set "IP settings: \
          DHCP" in the network's properties.
          4. **The 5 GHz network isn't listed.** An old phone can't use it, or the router chose a high channel: set \
          36–48.
          5. **It joins and drops.** Turn off Wi-Fi power saving and the random MAC for your home network.

          Check date and time: if they are far off, secure sites won't open.

          Guests join easily by QR code: Settings → Wi-Fi → your network → Share.
          """)),
  ]
}
