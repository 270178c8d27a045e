/// The home phone.
extension ArticleText {
  static let phone: [ArticleText] = [
    ArticleText(
      id: "voip-phone", type: "guide", category: "phone",
      tags: ["phone", "voip", "sip", "landline"],
      url: "https://help.example/voip-phone", updated: "2025-04-02",
      russian: Body(
        title: "Домашний телефон через интернет",
        markdown: """
          IP-телефония (VoIP) передаёт голос по интернету. Подойдёт телефонный порт роутера, отдельный шлюз или \
          программа на смартфоне.

          ## Настройка SIP
          1. Введите адрес сервера, номер и пароль из личного кабинета. Пароль телефонии отличается от пароля \
          кабинета.
          2. Выберите кодек G.711 (лучшее качество) или G.729 (меньше трафика).
          3. Дождитесь состояния **Registered** или зелёного индикатора.
          4. Позвоните на мобильный и обратно.

          | Признак | Причина |
          |---|---|
          | Слышно только одного из двоих | NAT: включите STUN, отключите SIP ALG |
          | Голос прерывается | Wi-Fi или загруженный канал: включите QoS |
          | Позвонить можно, а до вас не дозвониться | регистрация истекла: уменьшите срок до 120 с |

          Без электричества и интернета такой телефон молчит: держите под рукой мобильный для звонка 112.
          """),
      english: Body(
        title: "A home phone over the internet",
        markdown: """
          Internet telephony (VoIP) carries voice over your line. Use the router's phone port, a separate adapter \
          or an app.

          ## Setting up SIP
          1. Enter the server, number and password from your personal account. The phone's password is not that of \
          the account.
          2. Choose the codec G.711 (best sound) or G.729 (less traffic).
          3. Wait for **Registered** or a green light.
          4. Call a mobile, then call back.

          | Sign | Cause |
          |---|---|
          | Only one side is heard | NAT: turn STUN on and SIP ALG off |
          | Voice breaks up | Wi-Fi or a busy line: turn QoS on |
          | Calls go out but don't come in | registration has expired: shorten it to 120 s |

          Without electricity and internet this phone is silent: keep a mobile for calling 112.
          """))
  ]
}
