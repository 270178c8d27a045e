/// Bands, channels and coverage.
extension ArticleText {
  static let wifi: [ArticleText] = [
    ArticleText(
      id: "wifi-2-4-or-5-ghz", type: "faq", category: "wifi",
      tags: ["2.4 ghz", "5 ghz", "band", "range"],
      url: "https://help.example/wifi-2-4-or-5-ghz", updated: "2025-12-22",
      russian: Body(
        title: "2,4 или 5 ГГц: что выбрать",
        markdown: """
          | | 2,4 ГГц | 5 ГГц |
          |---|---|---|
          | Дальность | больше, проходит через стены | меньше, стена заметна |
          | Скорость на практике | 20–90 Мбит/с | 150–700 Мбит/с |
          | Помехи | соседи, микроволновка, Bluetooth | мало |
          | Кто умеет | почти все | устройства новее 2014 года |

          **Правило простое:** ноутбук, телефон и телевизор рядом с роутером — на 5 ГГц; лампочки, датчики и \
          дальняя комната — на 2,4 ГГц.

          ## Одно имя или два
          С общим именем роутер сам выбирает диапазон (Band Steering). Если ноутбук упорно сидит на медленном, \
          дайте сетям разные имена, например `Home` и `Home-5G`.

          На каком вы сейчас, в Linux покажет:

          ```
          nmcli -f IN-USE,SSID,CHAN,RATE,SIGNAL device wifi
          ```

          Каналы 1–13 — это 2,4 ГГц, от 36 — 5 ГГц.
          """),
      english: Body(
        title: "2.4 or 5 GHz: which to choose",
        markdown: """
          | | 2.4 GHz | 5 GHz |
          |---|---|---|
          | Range | longer, passes walls | shorter, a wall is felt |
          | Speed in practice | 20–90 Mbit/s | 150–700 Mbit/s |
          | Interference | neighbours, microwave oven, Bluetooth | little |
          | Who can | nearly all | devices newer than 2014 |

          **The rule is simple:** laptop, phone and television near the router on 5 GHz; bulbs, sensors and the far \
          room on 2.4 GHz.

          ## One name or two
          With one name the router chooses the band (band steering). If a laptop clings to the slow one, give them \
          different names, say `Home` and `Home-5G`.

          On Linux see which you are on:

          ```
          nmcli -f IN-USE,SSID,CHAN,RATE,SIGNAL device wifi
          ```

          Channels 1–13 are 2.4 GHz, from 36 on it is 5 GHz.
          """)),
    ArticleText(
      id: "wifi-channels", type: "guide", category: "wifi",
      tags: ["channel", "interference", "width", "dfs"],
      url: "https://help.example/wifi-channels", updated: "2025-04-29",
      russian: Body(
        title: "Как выбрать канал Wi-Fi",
        markdown: """
          В многоквартирном доме десятки сетей делят одни и те же каналы: вечером из-за этого падает скорость.

          1. Посмотрите, кто вокруг:

          ```
          nmcli -f SSID,CHAN,SIGNAL,BARS device wifi list
          ```

          2. Для **2,4 ГГц** берите только 1, 6 или 11: остальные перекрываются с двумя соседними сразу. Ширина — \
          20 МГц.
          3. Для **5 ГГц** начните с 36–48. Каналы 52–144 (DFS) свободнее, но роутер уходит с них, заметив радар, и \
          сеть пропадает на минуту.
          4. Ширина 80 МГц даёт скорость, 40 МГц — устойчивость среди соседей.
          5. После смены подождите сутки и сравните вечерний замер.

          Режим «Авто» выбирает канал при включении и не всегда пересматривает его: иногда достаточно перезагрузить \
          роутер вечером, когда эфир занят по-настоящему.
          """),
      english: Body(
        title: "Choosing a Wi-Fi channel",
        markdown: """
          In a block of flats dozens of networks share the same channels, and in the evening speed falls.

          1. See who is around:

          ```
          nmcli -f SSID,CHAN,SIGNAL,BARS device wifi list
          ```

          2. On **2.4 GHz** take only 1, 6 or 11: the others overlap with two neighbours at once. Width 20 MHz.
          3. On **5 GHz** start with 36–48. Channels 52–144 (DFS) are freer, but the router leaves them when it \
          notices radar, and the network is gone for a minute.
          4. A width of 80 MHz gives speed, 40 MHz gives steadiness among neighbours.
          5. Wait a day after a change and compare evening tests.

          "Auto" chooses when the router starts and doesn't always think again: sometimes a restart in the evening, \
          when the air is really busy, is enough.
          """)),
    ArticleText(
      id: "router-placement", type: "video", category: "wifi",
      tags: ["placement", "range", "antenna", "signal"],
      url: "https://video.example/router-placement", updated: "2025-10-02",
      russian: Body(
        title: "Видео: где поставить роутер",
        markdown: """
          Ролик на 3 минуты: измеряем сигнал в обычной «двушке» и переставляем роутер трижды.

          ![Уровень сигнала в комнатах до и после перестановки](https://help.example/images/router-placement.png)

          ## Коротко о главном
          1. **Ближе к центру квартиры**, а не у входной двери, где заходит кабель.
          2. **Повыше**: полка или шкаф на высоте 1,5–2 м.
          3. **На открытом месте.** Металл, зеркало, аквариум и щиток гасят сигнал сильнее стены.
          4. **Подальше** от микроволновки, радионяни и приставки.
          5. **Антенны** ставьте вертикально; если их несколько, одну наклоните.

          Один бетонный простенок отнимает у 5 ГГц до половины скорости, арматура — ещё больше. Если после \
          перестановки дальняя комната молчит, поможет [mesh-система](https://help.example/mesh) или кабель.
          """),
      english: Body(
        title: "Video: where to put the router",
        markdown: """
          Three minutes: we measure the signal in an ordinary two-room flat and move the router three times.

          ![Signal in each room before and after moving the \
          router](https://help.example/images/router-placement.png)

          ## The main points
          1. **Near the middle of the flat**, not by the front door where the cable comes in.
          2. **High up**: a shelf or cupboard at 1.5–2 m.
          3. **In the open.** Metal, a mirror, an aquarium or a fuse box dampen more than a wall.
          4. **Away** from the microwave oven, a baby monitor and a set-top box.
          5. **Antennas** upright; with several, tilt one.

          One concrete wall takes up to half of the speed at 5 GHz, reinforced concrete even more. If the far room \
          is still silent, a [mesh system](https://help.example/mesh) or a cable will help.
          """)),
    ArticleText(
      id: "mesh", type: "faq", category: "wifi",
      tags: ["mesh", "repeater", "coverage"],
      url: "https://help.example/mesh", updated: "2025-05-07",
      russian: Body(
        title: "Mesh, репитер или кабель",
        markdown: """
          Если роутер стоит хорошо, а в дальней комнате пусто, есть три пути.

          | | Плюсы | Минусы |
          |---|---|---|
          | **Репитер** | дёшев, ставится за минуту | делит скорость пополам, второе имя сети |
          | **Mesh** | одна сеть, устройство переходит между точками само | дороже; без кабеля между точками \
          скорость ниже |
          | **Кабель и точка доступа** | полная скорость | надо тянуть провод |

          ## Советы по mesh
          - Точка должна стоять там, где сигнал **ещё хороший**, а не там, где его нет.
          - Берите модель с третьим диапазоном или соедините точки кабелем.
          - Все точки одной марки и серии: протоколы у производителей разные.
          - Старый роутер переведите в режим моста, чтобы не было двойного NAT.

          Для квартиры до 60 м² обычно хватает одного хорошего роутера посередине.
          """),
      english: Body(
        title: "Mesh, repeater or cable",
        markdown: """
          If the router stands well and the far room is still empty, there are three ways.

          | | For | Against |
          |---|---|---|
          | **Repeater** | cheap, ready in a minute | halves the speed, a second network name |
          | **Mesh** | one network, devices move between points by themselves | dearer; slower without a cable \
          between points |
          | **Cable and access point** | full speed | a wire must be laid |

          ## Mesh advice
          - Put a point where the signal is **still good**, not where there is none.
          - Choose a model with a third band, or join the points by cable.
          - Keep to one brand and series: makers' protocols differ.
          - Turn the old router into a bridge, so that there is no double NAT.

          For a flat of up to 60 m² one good router in the middle is usually enough.
          """)),
  ]
}
