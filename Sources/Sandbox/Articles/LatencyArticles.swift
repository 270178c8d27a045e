/// Delay, losses and routes.
extension ArticleText {
  static let latency: [ArticleText] = [
    ArticleText(
      id: "ping-and-packet-loss", type: "guide", category: "speed",
      tags: ["ping", "packet loss", "jitter"],
      url: "https://help.example/ping-and-packet-loss", updated: "2025-09-10",
      russian: Body(
        title: "Пинг и потери пакетов",
        markdown: """
          Скорость — это ширина дороги, пинг — время в пути. Для звонков и игр важнее второе.

          ```
          ping -c 100 192.168.0.1
          ping -c 100 8.8.8.8
          ```

          В конце смотрите две строки: `packet loss` и `rtt min/avg/max/mdev`.

          | Что видно | Вывод |
          |---|---|
          | До роутера по кабелю < 1 мс, потерь 0 % | дома всё хорошо |
          | До роутера по Wi-Fi скачки 50–300 мс | слабый сигнал или помехи |
          | До роутера чисто, до 8.8.8.8 потери | линия или сеть провайдера |
          | Потери только под загрузкой | канал забит: включите QoS (SQM) |

          `mdev` — это разброс, «джиттер»: для разговора желательно до 20 мс.

          Потери больше 1 % в течение часа приложите к обращению вместе с выводом команды. Перед этим посмотрите \
          `kabinet incidents`.
          """),
      english: Body(
        title: "Ping and packet loss",
        markdown: """
          Speed is how wide the road is, ping is the time on the way. For calls and games the second matters more.

          ```
          ping -c 100 192.168.0.1
          ping -c 100 8.8.8.8
          ```

          At the end look at two lines: `packet loss` and `rtt min/avg/max/mdev`.

          | What you see | What it means |
          |---|---|
          | Router by cable < 1 ms, 0 % lost | all is well at home |
          | Router over Wi-Fi jumps by 50–300 ms | weak signal or interference |
          | Router clean, losses to 8.8.8.8 | the line or the provider's network |
          | Losses only while downloading | the line is full: turn on QoS (SQM) |

          `mdev` is the spread, or jitter: for a talk it should stay below 20 ms.

          If more than 1 % is lost for an hour, attach the output to your report. Look at `kabinet incidents` first.
          """)),
    ArticleText(
      id: "traceroute", type: "guide", category: "speed",
      tags: ["traceroute", "mtr", "route", "hops"],
      url: "https://help.example/traceroute", updated: "2025-01-23",
      russian: Body(
        title: "Трассировка: где теряется связь",
        markdown: """
          Трассировка показывает узлы между вами и сайтом.

          ```
          traceroute example.com
          mtr -rwc 50 example.com
          ```

          В Windows — `tracert example.com`.

          ## Как читать
          1. Первая строка — ваш роутер, вторая и третья — сеть провайдера, дальше магистраль.
          2. `* * *` в середине — **не поломка**: узел просто не отвечает на такие запросы, если следующие отвечают.
          3. Потери считаются настоящими, когда начинаются на узле и **тянутся до конца**.
          4. Рост времени на одном переходе с 10 до 60 мс — это расстояние: пакеты ушли за океан.

          | Где началось | Кому писать |
          |---|---|
          | Узел 1 | это ваш роутер или Wi-Fi |
          | Узлы 2–4 | нам |
          | Последние узлы | владельцу сайта |

          К обращению приложите вывод `mtr`, снятый днём и вечером, и время каждого замера.
          """),
      english: Body(
        title: "Traceroute: where the connection is lost",
        markdown: """
          Traceroute shows the hops between you and a site.

          ```
          traceroute example.com
          mtr -rwc 50 example.com
          ```

          On Windows it is `tracert example.com`.

          ## Reading it
          1. The first line is your router, the next two the provider's network, then the backbone.
          2. `* * *` in the middle is **not a fault**: that hop doesn't answer such questions, as long as later \
          ones do.
          3. Loss is real when it starts at a hop and **goes on to the end**.
          4. A rise from 10 to 60 ms at one hop is distance: the packets crossed an ocean.

          | Where it starts | Whom to tell |
          |---|---|
          | Hop 1 | your own router or Wi-Fi |
          | Hops 2–4 | us |
          | The last hops | the site's owner |

          Attach `mtr` output taken by day and in the evening, with the time of each.
          """)),
    ArticleText(
      id: "game-latency", type: "guide", category: "speed",
      tags: ["games", "latency", "lag", "nat"],
      url: "https://help.example/game-latency", updated: "2025-12-09",
      russian: Body(
        title: "Лаги в играх",
        markdown: """
          Игре хватает 1 Мбит/с, но ей важна задержка.

          1. **Кабель вместо Wi-Fi** — самое действенное. Иначе только 5 ГГц в одной комнате с роутером.
          2. **Остановите загрузки.** Отправка фото в облако забивает исходящий канал и поднимает пинг в десять раз.
          3. **Включите SQM или QoS** в роутере и поставьте 90 % от измеренной скорости: очередь перестанет расти.
          4. **Выберите ближний сервер.** До Европы из Москвы 40–60 мс, до США — 130 и больше; быстрее не сделает \
          никакой тариф.
          5. **Тип NAT.** «Строгий» мешает находить игроков: включите UPnP для приставки или возьмите [внешний \
          адрес](https://help.example/cgnat-and-public-ip).

          Проверьте, чья вина: запустите `ping` роутера и сервера одновременно во время игры. Скачет первый — \
          Wi-Fi. Скачет только второй — сеть или сам сервер.
          """),
      english: Body(
        title: "Lag in games",
        markdown: """
          A game needs 1 Mbit/s, but delay matters to it.

          1. **A cable instead of Wi-Fi** helps most. Otherwise 5 GHz only, in the router's room.
          2. **Stop transfers.** Photos on their way to a cloud fill the upstream and raise ping tenfold.
          3. **Turn on SQM or QoS** in the router and set 90 % of the measured speed: the queue stops growing.
          4. **Choose a near server.** From Moscow it is 40–60 ms to Europe and 130 or more to the USA; no tariff \
          makes that shorter.
          5. **NAT type.** "Strict" makes it hard to find players: turn UPnP on for the console or take a [public \
          address](https://help.example/cgnat-and-public-ip).

          Find out whose fault it is: run `ping` to the router and to the server while you play. If the first \
          jumps, it is Wi-Fi. If only the second does, it is the network or the server itself.
          """)),
  ]
}
