/// Measuring speed and finding what takes it.
extension ArticleText {
  static let speed: [ArticleText] = [
    ArticleText(
      id: "speed-test-properly", type: "video", category: "speed",
      tags: ["speed test", "measurement", "mbit"],
      url: "https://video.example/speed-test-properly", updated: "2026-02-28",
      russian: Body(
        title: "Видео: как правильно измерить скорость",
        markdown: """
          За четыре минуты показываем, почему один и тот же тариф даёт то 40, то 480 Мбит/с.

          1. **Кабелем.** Wi-Fi измеряет Wi-Fi, а не тариф.
          2. **Одно устройство.** Закройте загрузки, облака, телевизор и VPN.
          3. **Три замера** днём и три вечером, на разных серверах; берите средний.
          4. **Ближайший сервер.** До дальнего мешает путь, за который провайдер не отвечает.
          5. **Загрузка процессора.** Старый ноутбук не потянет гигабит.

          Единицы: 100 **Мбит/с** — это около 12 **Мбайт/с** в окне загрузки файла. Браузеру и протоколам уходит \
          ещё 5–10 %.

          Проверить порт в Linux:

          ```
          ethtool enp3s0 | grep Speed
          ```

          Скорость своего тарифа посмотрите командой `kabinet tariff show`. Запишите дату, время и сервер: с этими \
          данными заявку примут без лишних вопросов.
          """),
      english: Body(
        title: "Video: measuring speed properly",
        markdown: """
          In four minutes we show why one tariff gives now 40, now 480 Mbit/s.

          1. **By cable.** Over Wi-Fi you measure Wi-Fi, not the tariff.
          2. **One device.** Stop downloads, cloud copies, television and VPN.
          3. **Three tests** by day and three in the evening, with different servers; take the average.
          4. **The nearest server.** On the way to a far one there are networks that no provider answers for.
          5. **The processor.** An old laptop can't do a gigabit.

          Units: 100 **Mbit/s** is about 12 **MB/s** in a download window. Protocols take another 5–10 %.

          Check the port on Linux:

          ```
          ethtool enp3s0 | grep Speed
          ```

          The speed of your tariff is shown by `kabinet tariff show`. Note date, time and server: with those a \
          report is accepted without questions.
          """)),
    ArticleText(
      id: "slow-wired", type: "guide", category: "speed",
      tags: ["slow", "cable", "ethernet", "port"],
      url: "https://help.example/slow-wired", updated: "2025-07-15",
      russian: Body(
        title: "Медленный интернет по кабелю",
        markdown: """
          1. **Скорость порта.** Если она 10 или 100 Мбит/с при тарифе выше, дело в кабеле, порте или роутере:

          ```
          ethtool enp3s0 | grep -E "Speed|Duplex"
          ```

          Должно быть `1000Mb/s` и `Full`. `100Mb/s` вместо гигабита — чаще всего повреждена одна из четырёх пар.

          2. **Кабель.** Смените на заведомо исправный категории 5e или выше, не длиннее 100 м.
          3. **Без роутера.** Включите кабель провайдера прямо в компьютер. Стало быстро — роутер слаб или с PPPoE \
          не справляется его процессор.
          4. **Кто занимает канал.** Обновления, торренты, камеры: отключите всё, кроме одного компьютера.
          5. **Время суток.** Медленно только вечером — напишите нам: вероятно, перегружен участок сети.
          6. **Тариф.** Сравните с тем, за что платите: `kabinet tariff show`.

          Затем [измерьте скорость правильно](https://video.example/speed-test-properly).
          """),
      english: Body(
        title: "Slow internet by cable",
        markdown: """
          1. **The port's speed.** If it is 10 or 100 Mbit/s and your tariff is faster, the cable, the port or the \
          router is to blame:

          ```
          ethtool enp3s0 | grep -E "Speed|Duplex"
          ```

          You want `1000Mb/s` and `Full`. With `100Mb/s` instead, one of the four pairs is most often broken.

          2. **The cable.** Try one that surely works, category 5e or better, at most 100 m long.
          3. **Without the router.** Plug the provider's cable into the computer. If it is fast now, the router is \
          weak or PPPoE is too much for its processor.
          4. **Who eats it?** Updates, torrents, cameras: leave one computer only.
          5. **The hour.** Slow in the evening alone: write to us: part of the network is probably overloaded.
          6. **The tariff.** Compare with what you pay for: `kabinet tariff show`.

          Then [measure properly](https://video.example/speed-test-properly).
          """)),
    ArticleText(
      id: "slow-wifi", type: "guide", category: "speed",
      tags: ["slow", "wifi", "signal", "interference"],
      url: "https://help.example/slow-wifi", updated: "2026-01-30",
      russian: Body(
        title: "Медленный интернет по Wi-Fi",
        markdown: """
          Сначала проверьте кабелем: если и там медленно, Wi-Fi ни при чём.

          | Признак | Причина | Что сделать |
          |---|---|---|
          | Медленно в одной комнате | далеко, бетон, зеркало | [переставить \
          роутер](https://video.example/router-placement) |
          | Медленно вечером | соседи на том же канале | [сменить канал](https://help.example/wifi-channels) |
          | Не больше 50 Мбит/с рядом | диапазон 2,4 ГГц | перейти на 5 ГГц |
          | Один старый ноутбук | адаптер 802.11n | USB-адаптер Wi-Fi 6 |
          | Медленно у всех сразу | кто-то качает | посмотреть список клиентов |

          В Linux уровень и скорость соединения:

          ```
          iw dev wlan0 link
          ```

          `signal` от −30 до −60 дБм — отлично, −67 — ещё хорошо для видео, ниже −75 — едва держится.

          Каждое устройство замедляет остальных: телевизор и компьютер лучше подключить проводом.
          """),
      english: Body(
        title: "Slow internet over Wi-Fi",
        markdown: """
          Try by cable first: if that is slow too, Wi-Fi isn't to blame.

          | Sign | Cause | What to do |
          |---|---|---|
          | Slow in one room | distance, concrete, a mirror | [move the \
          router](https://video.example/router-placement) |
          | Slow in the evening | neighbours on the channel | [change the \
          channel](https://help.example/wifi-channels) |
          | 50 Mbit/s at most, close by | the 2.4 GHz band | go to 5 GHz |
          | One old laptop | an 802.11n adapter | a Wi-Fi 6 USB adapter |
          | Slow for all at once | somebody downloads | look at the list of clients |

          On Linux the signal and the link's rate:

          ```
          iw dev wlan0 link
          ```

          A `signal` of −30 to −60 dBm is excellent, −67 still good for video, below −75 it barely holds.

          Every device slows the others: give the television and the computer a wire.
          """)),
    ArticleText(
      id: "vpn-speed", type: "faq", category: "speed",
      tags: ["vpn", "wireguard", "mtu", "remote work"],
      url: "https://help.example/vpn-speed", updated: "2025-06-02",
      russian: Body(
        title: "Рабочий VPN медленный или рвётся",
        markdown: """
          VPN добавляет шифрование и крюк до сервера, поэтому часть скорости теряется всегда.

          - **Проверьте без VPN.** Если медленно и так, начните с [проверки \
          кабелем](https://help.example/slow-wired).
          - **Соединение есть, сайты виснут.** Уменьшите MTU до 1400: [как подобрать](https://help.example/mtu).
          - **Рвётся через равные промежутки.** Роутер забывает соединение: включите keepalive, для WireGuard \
          `PersistentKeepalive = 25`.
          - **Не подключается вовсе.** Для IPsec и L2TP включите в роутере VPN passthrough. Два соединения L2TP из \
          одной квартиры мешают друг другу.
          - **Всё идёт через офис.** Попросите администратора о раздельной маршрутизации: видео не должно ходить \
          через работу.

          Куда уходит трафик, видно в Linux:

          ```
          ip route get 8.8.8.8
          ```

          Провайдер не замедляет рабочие VPN; скорость на той стороне ограничивает сервер компании.
          """),
      english: Body(
        title: "The office VPN is slow or drops",
        markdown: """
          A VPN adds encryption and a detour to its server, so some speed is always lost.

          - **Try without it.** If that is slow too, start with [the cable check](https://help.example/slow-wired).
          - **Connected, but sites hang.** Lower MTU to 1400: see [how to find it](https://help.example/mtu).
          - **It drops at regular times.** The router forgets the connection: turn keepalive on; for WireGuard \
          `PersistentKeepalive = 25`.
          - **It won't connect at all.** For IPsec and L2TP turn on VPN passthrough in the router. Two people at \
          home on L2TP disturb each other.
          - **Everything goes through the office.** Ask the administrator for split routing: your films need not \
          travel through work.

          On Linux see where traffic goes:

          ```
          ip route get 8.8.8.8
          ```

          The provider doesn't slow office VPNs down; at the far end the company's server sets the limit.
          """)),
  ]
}
