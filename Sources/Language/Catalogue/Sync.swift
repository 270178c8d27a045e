extension Phrase {
  package static let syncSummary = Phrase("обменяться данными с провайдером", "synchronise with the provider")
  package static let syncDiscussion = Phrase(
    "Сначала выясняет исход незавершённых операций и отправляет ждущие, потом получает всё новое. Остальные команды читают уже полученное и в сеть не ходят.",
    "First it settles open operations and sends those that wait, then it fetches what is new. All other commands read what was fetched and never touch the network."
  )
  package static let syncDryRun = Phrase("только показать, что будет сделано", "only show what would be done")
  package static let syncAcceptShrink = Phrase(
    "принять, что история у провайдера стала намного короче", "accept that the provider's history became much shorter")
  package static let syncForce = Phrase(
    "не ждать, даже если провайдер просил подождать", "do not wait even if the provider asked to")
  package static let syncAll = Phrase(
    "все ваши счета у всех провайдеров, один за другим", "all your accounts at all providers, one after the other")
  package static let syncExampleAll = Phrase("все счета", "all accounts")
  package static let dryRunOfAll = Phrase(
    "план показывается для одного счёта, а «--all» обновляет все",
    "a plan is of one account, and ‘--all’ fetches all")
  package static let syncExample = Phrase("отправить своё, получить новое", "send what waits, fetch what is new")
  package static let syncExampleDryRun = Phrase("план, без действий", "the plan, without acting on it")
  package static let syncProgress = Phrase("Получаем операции", "Fetching entries")
  package static func waitBeforeSync(_ duration: Phrase) -> Phrase {
    Phrase(
      "провайдер просил не обращаться ещё \(duration.russian)",
      "the provider asked not to be called for another \(duration.english)")
  }
  package static func waitingAsAsked(_ duration: Phrase) -> Phrase {
    Phrase(
      "провайдер просил подождать, жду \(duration.russian)", "the provider asked to wait; waiting \(duration.english)")
  }
  package static let syncForceHint = Phrase(
    "подождите или обратитесь всё равно: kabinet sync --force", "wait, or ask all the same: kabinet sync --force")
  package static func clockDiffers(_ duration: Phrase) -> Phrase {
    Phrase(
      "Часы этого компьютера и провайдера расходятся на \(duration.russian).",
      "The clock of this machine differs from the provider's by \(duration.english).")
  }
  package static func providerNote(_ note: String) -> Phrase {
    switch note {
    case "sessionRenewed":
      Phrase(
        "Сеанс у провайдера закончился: его завершает вход в другом месте. Вошли заново, и там тоже придётся войти снова.",
        "The session at the provider was over: a login elsewhere ends it. A new one was made, and the one elsewhere has to be made again."
      )
    default: Phrase(verbatim: note)
    }
  }
  package static func ledgerDiffers(_ ours: Phrase, _ theirs: Phrase) -> Phrase {
    Phrase(
      "операции не сходятся с балансом провайдера: по операциям \(ours.russian), у провайдера \(theirs.russian)",
      "the entries do not add up to the provider's balance: \(ours.english) by the entries, \(theirs.english) by the provider"
    )
  }
  package static func intentStands(_ name: Phrase, _ state: Phrase) -> Phrase {
    Phrase("\(name.russian): \(state.russian)", "\(name.english): \(state.english)")
  }
  package static func syncStep(_ step: String) -> Phrase {
    switch step {
    case "send": Phrase("отправить", "send")
    case "settle": Phrase("выяснить исход", "find out the outcome")
    case "poll": Phrase("спросить, выполнено ли", "ask whether it is done")
    case "fence": Phrase("отменить наверняка", "make sure it is cancelled")
    case "expire": Phrase("снять, срок вышел", "drop, expired")
    default: Phrase("подождать предыдущую", "wait for an earlier one")
    }
  }
  package static func syncAction(_ kind: String) -> Phrase {
    switch kind {
    case "pay": Phrase("оплата", "payment")
    case "trust-payment": Phrase("обещанный платёж", "trust payment")
    case "tariff-switch": Phrase("смена тарифа", "change of tariff")
    default: Phrase("отмена смены тарифа", "cancelling the change of tariff")
    }
  }
  package static let syncPullAll = Phrase("получить всю историю счёта", "fetch the whole history of the account")
  package static let syncPullChanges = Phrase("получить изменения по счёту", "fetch the changes of the account")
  package static let syncPullAllArticles = Phrase("получить все справочные статьи", "fetch all help articles")
  package static let syncPullArticleChanges = Phrase(
    "получить изменения в статьях", "fetch the changes of the articles")
  package static let syncNothingNew = Phrase("Нового нет.", "Nothing new.")
  package static let syncDone = Phrase("Данные обновлены.", "The data is up to date.")
  package static func syncDoneEntries(_ entries: Phrase) -> Phrase {
    Phrase("Данные обновлены, получено: \(entries.russian).", "The data is up to date; \(entries.english) received.")
  }
  package static func pullShrinks(_ before: Int, _ after: Int) -> Phrase {
    Phrase(
      "у провайдера теперь намного меньше операций: было \(before), стало \(after); прежние данные сохранены",
      "the provider now has far fewer entries: \(before) before, \(after) now; the old data is kept")
  }
  package static func pullOtherAccount(_ was: String, _ now: String) -> Phrase {
    Phrase(
      "провайдер показывает другой счёт: был \(was), стал \(now)",
      "the provider shows another account: \(was) before, \(now) now")
  }
  package static func pullOtherCurrency(_ was: String, _ now: String) -> Phrase {
    Phrase(
      "у счёта сменилась валюта: была \(was), стала \(now)", "the currency of the account changed from \(was) to \(now)"
    )
  }
  package static let acceptShrinkHint = Phrase(
    "если это так и должно быть: kabinet sync --accept-shrink",
    "if that is as it should be: kabinet sync --accept-shrink")
}
