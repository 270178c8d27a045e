/// Routers, terminals, cables and their power.
extension ArticleText {
  static let equipment: [ArticleText] = [
    ArticleText(
      id: "router-reboot-and-reset", type: "video", category: "equipment",
      tags: ["router", "reboot", "reset", "settings"],
      url: "https://video.example/router-reboot-and-reset", updated: "2025-11-11",
      russian: Body(
        title: "Видео: перезагрузка и сброс роутера",
        markdown: """
          Это разные вещи, и путать их дорого.

          **Перезагрузка** ничего не стирает. Выньте блок питания из розетки, сосчитайте до тридцати, включите, \
          подождите 2–3 минуты. Помогает при зависании, после аварии и после оплаты долга.

          **Сброс (Reset)** возвращает заводские настройки: пропадут логин PPPoE, имя и пароль Wi-Fi, проброшенные \
          порты.

          ## Как сбросить
          1. Перепишите или сохраните настройки: «Система» → «Резервная копия».
          2. При включённом роутере нажмите скрепкой утопленную кнопку на 10–15 секунд, пока индикаторы не моргнут.
          3. Подождите 3 минуты и подключитесь к сети с наклейки.
          4. Введите тип подключения заново: [PPPoE](https://help.example/pppoe-setup) или \
          [DHCP](https://help.example/dhcp-and-static-ip).
          5. Задайте новый пароль Wi-Fi и администратора.

          Во время аварии сброс не поможет: сначала `kabinet incidents`.
          """),
      english: Body(
        title: "Video: restarting and resetting the router",
        markdown: """
          These are two things, and mixing them up costs time.

          **A restart** erases nothing. Unplug the power, count to thirty, plug it in, wait 2–3 minutes. It helps \
          against freezes, after an outage and after paying a debt.

          **A reset** brings back factory settings: the PPPoE login, Wi-Fi name and password and forwarded ports \
          are gone.

          ## Resetting
          1. Write down or save the settings: System → Backup.
          2. With the router on, press the sunken button with a paper clip for 10–15 seconds, until the lights \
          blink.
          3. Wait 3 minutes and join the network named on the label.
          4. Enter the type of connection again: [PPPoE](https://help.example/pppoe-setup) or \
          [DHCP](https://help.example/dhcp-and-static-ip).
          5. Set new passwords for Wi-Fi and the administrator.

          During an outage a reset won't help: run `kabinet incidents` first.
          """)),
    ArticleText(
      id: "ont-lights", type: "video", category: "equipment",
      tags: ["ont", "gpon", "pon", "los", "lights"],
      url: "https://video.example/ont-lights", updated: "2026-03-05",
      russian: Body(
        title: "Видео: что значат огни оптического терминала",
        markdown: """
          Оптический терминал (ONT, GPON) превращает свет в обычный интернет. По его огням ясно, где обрыв.

          ![Передняя панель терминала с огнями PON, LOS и LAN](https://help.example/images/ont-lights.png)

          | Огонь | Состояние | Что значит |
          |---|---|---|
          | **PON** | горит | терминал зарегистрирован, линия в порядке |
          | **PON** | мигает | ищет станцию: подождите 5 минут |
          | **PON** | не горит | нет регистрации: терминал не тот или линия закрыта |
          | **LOS** | не горит | сигнал есть — так и должно быть |
          | **LOS** | мигает красным | сигнала нет: кабель вынут, перегнут или оборван |
          | **LAN** | не горит | нет связи с роутером |

          ## Если LOS красный
          1. Проверьте, что зелёный разъём вставлен до щелчка. **Не смотрите в торец волокна.**
          2. Распрямите кабель: радиус изгиба не меньше 3 см.
          3. Посмотрите `kabinet incidents` и вызовите мастера.
          """),
      english: Body(
        title: "Video: the lights of the optical terminal",
        markdown: """
          The optical terminal (ONT, GPON) turns light into ordinary internet. Its lights tell where the break is.

          ![The terminal's front with the lights PON, LOS and LAN](https://help.example/images/ont-lights.png)

          | Light | State | Meaning |
          |---|---|---|
          | **PON** | on | registered, the line is fine |
          | **PON** | blinking | looking for the station: wait 5 minutes |
          | **PON** | off | not registered: wrong terminal or closed line |
          | **LOS** | off | there is a signal, as there should be |
          | **LOS** | blinking red | no signal: cable out, bent or torn |
          | **LAN** | off | no link to the router |

          ## If LOS is red
          1. See that the green plug is in until it clicks. **Never look into the end of a fibre.**
          2. Straighten the cable: no bend tighter than 3 cm.
          3. Look at `kabinet incidents` and call a technician.
          """)),
    ArticleText(
      id: "cable-damage", type: "faq", category: "equipment",
      tags: ["cable", "damage", "repair"],
      url: "https://help.example/cable-damage", updated: "2025-05-22",
      russian: Body(
        title: "Повреждён кабель",
        markdown: """
          Кабель перебили при ремонте, погрызла собака, прищемила дверь — что делать?

          - **В квартире.** Отвечает абонент. Витую пару до 10 м проще заменить целиком; разрыв можно срастить \
          соединителем RJ-45.
          - **В подъезде и до ввода.** Отвечает провайдер: оставьте заявку, ремонт бесплатный.
          - **Оптика.** Не режьте и не скручивайте: сварить волокно может только мастер, скрутка не работает.

          ## Как понять, что дело в кабеле
          1. Индикатор порта на роутере не горит или моргает, если шевелить провод.
          2. `ethtool` показывает 10 или 100 вместо 1000 Мбит/с.
          3. Связь рвётся, когда хлопают дверью.

          Делая ремонт, спрячьте кабель в кабель-канал, а не прибивайте его под плинтус: скобы со временем \
          прокалывают оболочку. На случай [обжима](https://video.example/crimp-connector) оставьте запас 50 см с \
          каждой стороны.
          """),
      english: Body(
        title: "A damaged cable",
        markdown: """
          Builders cut it, the dog chewed it, a door pinched it: what now?

          - **Inside the flat** it is the customer's. A copper cable of up to 10 m is best replaced whole; a break \
          can be joined with an RJ-45 coupler.
          - **On the stairs and up to the entry** it is the provider's: report it, the repair is free.
          - **Fibre.** Don't cut or twist it: only a technician can splice it, and a makeshift joint carries \
          nothing.

          ## Is it the cable?
          1. The port's light is off, or flickers when you move the wire.
          2. `ethtool` shows 10 or 100 instead of 1000 Mbit/s.
          3. The connection drops when a door slams.

          When you redecorate, lay the cable in a duct and not nailed under a skirting board: staples pierce the \
          jacket in time. Leave 50 cm spare at each end for [a new plug](https://video.example/crimp-connector).
          """)),
    ArticleText(
      id: "crimp-connector", type: "video", category: "equipment",
      tags: ["crimp", "rj45", "cable", "connector"],
      url: "https://video.example/crimp-connector", updated: "2024-09-18",
      russian: Body(
        title: "Видео: как обжать коннектор RJ-45",
        markdown: """
          Обжимаем витую пару клещами, а потом обычной отвёрткой, если клещей нет.

          ## Порядок цветов T568B
          | Контакт | Цвет |
          |---|---|
          | 1 | бело-оранжевый |
          | 2 | оранжевый |
          | 3 | бело-зелёный |
          | 4 | синий |
          | 5 | бело-синий |
          | 6 | зелёный |
          | 7 | бело-коричневый |
          | 8 | коричневый |

          1. Снимите 3 см оболочки, не задев жил.
          2. Расплетите пары **не больше чем на 13 мм**, выровняйте и обрежьте ровно.
          3. Держите коннектор контактами к себе, вставьте жилы до упора: торцы должны быть видны спереди.
          4. Оболочка заходит под прижим.
          5. Сожмите клещами и проверьте: `ethtool enp3s0`.

          На гигабит нужны все восемь жил; на 100 Мбит/с хватит контактов 1, 2, 3 и 6.
          """),
      english: Body(
        title: "Video: crimping an RJ-45 plug",
        markdown: """
          We crimp a twisted pair with pliers, and then with a plain screwdriver for those who have none.

          ## The T568B colours
          | Pin | Colour |
          |---|---|
          | 1 | white-orange |
          | 2 | orange |
          | 3 | white-green |
          | 4 | blue |
          | 5 | white-blue |
          | 6 | green |
          | 7 | white-brown |
          | 8 | brown |

          1. Strip 3 cm of the jacket without nicking the wires.
          2. Untwist the pairs by **13 mm at most**, straighten and cut them even.
          3. Hold the plug with its contacts towards you and push the wires home: their ends must show at the front.
          4. The jacket goes under the clamp.
          5. Press, then check: `ethtool enp3s0`.

          A gigabit needs all eight wires; for 100 Mbit/s pins 1, 2, 3 and 6 are enough.
          """)),
    ArticleText(
      id: "power-cuts-and-storms", type: "guide", category: "equipment",
      tags: ["power", "ups", "storm", "surge"],
      url: "https://help.example/power-cuts-and-storms", updated: "2025-07-29",
      russian: Body(
        title: "Отключения света и гроза",
        markdown: """
          ## Интернет без света
          Роутер и терминал вместе потребляют 10–20 Вт. Недорогой ИБП на 600 ВА питает их 30–60 минут, мини-ИБП на \
          12 В — несколько часов. Оптика до дома обычно работает и без света в квартире; витая пара — только пока \
          питается коммутатор в подъезде.

          - Проверьте напряжение и разъём блока питания: 9 В и 12 В не взаимозаменяемы.
          - Аккумулятор меняют раз в 3–4 года.

          ## Гроза
          Витая пара, проложенная по воздуху или через крышу, приводит разряд прямо в порт.

          1. При близкой грозе выньте из розетки роутер **и** кабель из порта WAN.
          2. Сетевой фильтр не спасает от удара по кабелю; нужна грозозащита линии с заземлением.
          3. Оптика молний не боится: в ней нет металла.

          Порт не ожил после грозы — попробуйте другой и вызовите мастера.
          """),
      english: Body(
        title: "Power cuts and storms",
        markdown: """
          ## Internet without mains
          Router and terminal together take 10–20 W. A cheap 600 VA UPS keeps them up for 30–60 minutes, a 12 V \
          mini UPS for hours. Fibre usually works without power in your flat; copper only while the switch in the \
          building has power.

          - Check the voltage and plug of the power supply: 9 V and 12 V can't be swapped.
          - A battery lasts 3–4 years.

          ## Storms
          A copper cable that hangs in the air or crosses the roof leads a strike straight into the port.

          1. With a storm near, unplug the router **and** take the cable out of WAN.
          2. A power strip doesn't guard against a strike on the cable; you need a grounded line protector.
          3. Fibre has no metal and fears no lightning.

          If the port is dead after the storm, try another and call a technician.
          """)),
  ]
}
