/// Television.
extension ArticleText {
  static let tv: [ArticleText] = [
    ArticleText(
      id: "iptv-setup", type: "video", category: "tv",
      tags: ["iptv", "set-top box", "setup"],
      url: "https://video.example/iptv-setup", updated: "2026-01-17",
      russian: Body(
        title: "Видео: подключаем приставку IPTV",
        markdown: """
          Ролик показывает всё от коробки до первого канала, пять минут.

          1. **Кабель лучше Wi-Fi.** Соедините приставку с портом LAN роутера; для 4K нужно 25 Мбит/с без провалов.
          2. HDMI — в телевизор, на пульте телевизора выберите этот вход.
          3. Включите питание. Первое обновление идёт до 10 минут: не выключайте.
          4. Введите логин и пароль услуги ТВ из личного кабинета.
          5. Дождитесь списка каналов и настройте язык и родительский код.

          ![Задняя стенка приставки: питание, HDMI, сеть](https://help.example/images/iptv-box.png)

          ## Если каналов нет
          - услуга не оплачена: `kabinet balance`;
          - порт роутера надо выделить под IPTV;
          - выключен IGMP: см. [мультикаст](https://help.example/multicast).

          О пульте есть отдельный ролик: [как его привязать](https://video.example/remote-pairing).
          """),
      english: Body(
        title: "Video: connecting an IPTV box",
        markdown: """
          From the carton to the first channel in five minutes.

          1. **Cable is better than Wi-Fi.** Join the box to a LAN port of the router; 4K needs a steady 25 Mbit/s.
          2. HDMI goes to the television; choose that input with its own remote control.
          3. Switch on. The first update takes up to 10 minutes: don't turn it off.
          4. Enter the login and password of the TV service from your personal account.
          5. Wait for the channel list, then set the language and the parental code.

          ![The back of the box: power, HDMI, network](https://help.example/images/iptv-box.png)

          ## If there are no channels
          - the service isn't paid: `kabinet balance`;
          - a router port must be set aside for IPTV;
          - IGMP is off: see [multicast](https://help.example/multicast).

          The remote control has a film of its own: [pairing it](https://video.example/remote-pairing).
          """)),
    ArticleText(
      id: "multicast", type: "guide", category: "tv",
      tags: ["multicast", "igmp", "iptv", "router"],
      url: "https://help.example/multicast", updated: "2025-03-04",
      russian: Body(
        title: "Мультикаст: почему IPTV сыплется или пропадает",
        markdown: """
          Мультикаст — один поток на всех зрителей: сервер шлёт канал один раз, а роутер раздаёт его подписавшимся.

          ## Настройка роутера
          1. Включите **IGMP Proxy** (иногда «IPTV», «Multicast»).
          2. Включите **IGMP Snooping**, чтобы поток шёл только в порт приставки, а не во все.
          3. Для Wi-Fi включите преобразование в одиночный поток (Multicast to Unicast): без него Wi-Fi передаёт \
          мультикаст на самой низкой скорости и тормозит всё.
          4. Если провайдер даёт отдельный VLAN, укажите его номер для порта приставки.

          ## Проверка
          Подписки в Linux:

          ```
          ip maddress show
          ```

          | Признак | Причина |
          |---|---|
          | Канал идёт 3–5 минут и замирает | роутер теряет подписку: IGMP v2 или v3, обновить прошивку |
          | Во время просмотра тормозит Wi-Fi | нет Snooping |
          | Каналы есть на компьютере, но не на ТВ | VLAN или порт |
          """),
      english: Body(
        title: "Multicast: why IPTV breaks up or vanishes",
        markdown: """
          Multicast is one stream for all viewers: the server sends a channel once and routers pass it to those who \
          subscribed.

          ## Router settings
          1. Turn on **IGMP proxy** (sometimes "IPTV" or "Multicast").
          2. Turn on **IGMP snooping**, so that the stream goes to the box's port alone.
          3. For Wi-Fi turn on "multicast to unicast": without it Wi-Fi sends multicast at its lowest rate and \
          everything slows down.
          4. If the provider uses a separate VLAN, enter its number for the box's port.

          ## Checking
          Subscriptions on Linux:

          ```
          ip maddress show
          ```

          | Sign | Cause |
          |---|---|
          | A channel plays 3–5 minutes and freezes | the subscription is lost: IGMP v2 or v3, update the firmware |
          | Wi-Fi slows down with TV on | no snooping |
          | Channels on a computer but not on TV | VLAN or port |
          """)),
    ArticleText(
      id: "remote-pairing", type: "video", category: "tv",
      tags: ["remote control", "set-top box", "pairing"],
      url: "https://video.example/remote-pairing", updated: "2025-02-13",
      russian: Body(
        title: "Видео: как привязать пульт к приставке",
        markdown: """
          Пульт бывает инфракрасный (работает по прямой видимости) и Bluetooth (его надо привязать).

          ## Bluetooth
          1. Вставьте свежие батарейки, включите приставку.
          2. С расстояния не больше метра нажмите и держите **OK и «Назад»** 5–7 секунд, пока индикатор не \
          замигает. На некоторых моделях — «Громкость −» и «Меню».
          3. Дождитесь сообщения «Пульт подключён».

          ## Управление телевизором
          Чтобы тот же пульт включал ТВ и менял громкость, выберите марку в меню «Настройки» → «Пульт».

          ## Если не работает
          - Посмотрите на ИК-светодиод через камеру телефона: при нажатии он мерцает.
          - Отойдите от роутера 2,4 ГГц и USB-накопителей: они глушат Bluetooth.
          - Перезагрузите приставку: выньте питание на 30 секунд.

          Пульт потерян — приставкой можно управлять из приложения в телефоне.
          """),
      english: Body(
        title: "Video: pairing the remote control",
        markdown: """
          A remote is either infrared (it must see the box) or Bluetooth (it must be paired).

          ## Bluetooth
          1. Put in fresh batteries and turn the box on.
          2. From at most a metre away hold **OK and Back** for 5–7 seconds until the light blinks. On some models \
          it is Volume − and Menu.
          3. Wait for "Remote connected".

          ## Controlling the television
          To turn the TV on and change its volume with the same remote, choose the brand in Settings → Remote.

          ## If it fails
          - Look at the infrared diode through a phone's camera: it flickers when you press a key.
          - Keep away from 2.4 GHz routers and USB drives: they drown Bluetooth.
          - Restart the box: take its power off for 30 seconds.

          Lost it? The box can be driven from an app on your phone.
          """)),
    ArticleText(
      id: "tv-artefacts", type: "guide", category: "tv",
      tags: ["artefacts", "freezing", "picture", "sound"],
      url: "https://help.example/tv-artefacts", updated: "2025-08-20",
      russian: Body(
        title: "Квадраты на экране и пропадающий звук",
        markdown: """
          Помехи на экране — это потерянные пакеты. Найдите, где они теряются.

          1. **Один канал или все?** Один — сбой у вещателя, подождите. Все — идём дальше.
          2. **Wi-Fi или кабель?** Подключите приставку кабелем на десять минут. Пропали квадраты — дело в Wi-Fi.
          3. **Кабель HDMI.** Чёрный экран и щелчки звука часто от него: переткните или смените.
          4. **Перезагрузите** приставку и роутер по очереди.
          5. **Кто качает.** Загрузка на компьютере при узком канале рвёт видео: включите приоритет IPTV.
          6. **Перегрев.** Приставка на роутере или под телевизором перегревается: дайте ей воздух.

          | Что видно | Вероятно |
          |---|---|
          | Квадраты на 1–2 секунды | потери в сети |
          | Картинка замерла, звук идёт | приставка не справляется, обновите её |
          | Нет звука на одном канале | формат: включите стерео |

          Проверьте аварии: `kabinet incidents`.
          """),
      english: Body(
        title: "Blocks on the screen and missing sound",
        markdown: """
          Blocks are lost packets. Find where they are lost.

          1. **One channel or all?** One: the broadcaster, wait. All: go on.
          2. **Wi-Fi or cable?** Use a cable for ten minutes. If the blocks are gone, it is Wi-Fi.
          3. **The HDMI cable.** A black screen and clicking sound are often its doing: replug or replace it.
          4. **Restart** the box and then the router.
          5. **Who downloads?** On a narrow line a download tears the picture: give IPTV priority.
          6. **Heat.** A box on top of the router or under the television gets hot: let it breathe.

          | What you see | Likely |
          |---|---|
          | Blocks for 1–2 seconds | losses in the network |
          | Picture frozen, sound goes on | the box can't keep up, update it |
          | No sound on one channel | its format: choose stereo |

          Look for outages: `kabinet incidents`.
          """)),
    ArticleText(
      id: "smart-tv", type: "guide", category: "tv",
      tags: ["smart tv", "app", "wifi", "dlna"],
      url: "https://help.example/smart-tv", updated: "2025-10-30",
      russian: Body(
        title: "Настройка Smart TV",
        markdown: """
          Смотреть каналы можно и без приставки — в приложении на телевизоре.

          1. **Сеть.** Кабель надёжнее; по Wi-Fi выбирайте 5 ГГц. Порт LAN у многих телевизоров всего 100 Мбит/с, \
          для 4K этого хватает.
          2. **Дата и время.** При неверных приложения не входят.
          3. **Обновите прошивку**: «Настройки» → «Поддержка» → «Обновление».
          4. Найдите приложение в магазине, войдите по коду: он вводится на телефоне или компьютере.

          ## Если видео останавливается
          - понизьте качество до 1080p и проверьте скорость **на самом телевизоре**;
          - очистите кэш приложения, удалите лишние: память телевизора мала;
          - смените DNS на автоматический.

          Телефон не видит телевизор — оба должны быть в одной сети, не в гостевой.

          Старый телевизор, куда уже не ставятся приложения, проще оживить недорогой приставкой.
          """),
      english: Body(
        title: "Setting up a smart TV",
        markdown: """
          Channels can be watched without a box, in an app on the television.

          1. **Network.** A cable is more reliable; over Wi-Fi choose 5 GHz. Many televisions have a LAN port of \
          just 100 Mbit/s, which is enough for 4K.
          2. **Date and time.** With wrong ones apps can't sign in.
          3. **Update the firmware**: Settings → Support → Update.
          4. Find the app in the store and sign in by code, typed on a phone or computer.

          ## If video stops
          - lower the quality to 1080p and test the speed **on the television itself**;
          - clear the app's cache and remove what you don't use: memory is small;
          - set DNS back to automatic.

          A phone that can't see the television must be in the same network, not the guest one.

          A television too old for new apps is best revived with a cheap box.
          """)),
  ]
}
