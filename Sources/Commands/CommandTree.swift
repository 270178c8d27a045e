import Arguments
import Language

/// All commands: one file a verb, listed here and nowhere else.
package enum CommandTree {
  static let root = CommandNode(
    specification: CommandSpecification(
      name: "kabinet", summary: .rootSummary, discussion: [.rootDiscussion],
      subcommands: specifications, defaultSubcommand: "home"),
    make: nil, children: { nodes })

  package static let grammar = Grammar(tree: root.specification, globals: GlobalOptions.all, topics: Topics.all)

  private static let specifications = nodes.map(\.specification)

  private static let nodes: [CommandNode] = [
    .verb(HomeScreen.self),
    .verb(Demo.self),

    .verb(Balance.self),
    .verb(StatementCommand.self),
    .verb(Pay.self),
    .noun(
      "payments", ["платежи"], .paymentsNoun, group: .groupMoney, default: "list",
      [
        .verb(PaymentsList.self), .verb(PaymentsShow.self), .verb(PaymentsSettle.self), .verb(PaymentsCancel.self),
        .verb(PaymentsMethods.self),
      ]),
    .noun("voucher", ["ваучер"], .voucherNoun, group: .groupMoney, [.verb(VoucherRedeem.self)]),
    .noun(
      "invoice", ["квитанция", "квитанции"], .invoiceNoun, group: .groupMoney, default: "list",
      [.verb(InvoiceList.self), .verb(InvoiceGet.self), .verb(InvoiceRequest.self)]),
    .noun(
      "receipt", ["чек", "чеки"], .receiptNoun, group: .groupMoney, default: "list",
      [.verb(ReceiptList.self), .verb(ReceiptGet.self)]),
    .noun(
      "referral", ["друзья", "рекомендации"], .referralNoun, group: .groupMoney, default: "show",
      [.verb(ReferralShow.self), .verb(ReferralInvite.self), .verb(ReferralClaim.self)]),
    .noun(
      "autopay", ["автоплатёж", "автоплатеж"], .autopayNoun, group: .groupMoney, default: "show",
      [
        .verb(AutopayShow.self), .verb(AutopaySet.self), .verb(AutopayOff.self), .verb(AutopayRun.self),
        .verb(AutopayExplain.self), .verb(AutopayHistory.self), .verb(AutopayStop.self),
      ]),
    .noun(
      "trust-payment", ["обещанный-платёж", "обещанный-платеж", "доверительный-платёж", "доверительный-платеж"],
      .trustPaymentNoun, group: .groupMoney,
      [.verb(TrustPaymentCheck.self), .verb(TrustPaymentTake.self)]),

    .noun(
      "tariff", ["тариф", "тарифы"], .tariffNoun, group: .groupServices, default: "list",
      [
        .verb(TariffList.self), .verb(TariffShow.self), .verb(TariffCompare.self), .verb(TariffCheck.self),
        .verb(TariffSwitch.self), .verb(TariffCancel.self),
      ]),

    .noun(
      "service", ["услуга", "услуги"], .serviceNoun, group: .groupServices, default: "list", [.verb(ServiceList.self)]),
    .noun(
      "hold", ["приостановка", "заморозка"], .holdNoun, group: .groupServices, default: "show",
      [.verb(HoldShow.self), .verb(HoldPlan.self), .verb(HoldStart.self), .verb(HoldCancel.self)]),

    .verb(Incidents.self),
    .verb(UsageCommand.self),
    .noun(
      "device", ["устройство", "оборудование"], .deviceNoun, group: .groupConnection, default: "list",
      [.verb(DeviceList.self)]),

    .noun(
      "kb", ["статьи", "справочник"], .knowledgeNoun, group: .groupKnowledge, default: "browse",
      [
        .verb(KnowledgeSearch.self), .verb(KnowledgeList.self), .verb(KnowledgeShow.self), .verb(KnowledgeOpen.self),
        .verb(KnowledgeBrowse.self), .verb(KnowledgeRelated.self), .verb(KnowledgeImport.self),
        .verb(KnowledgeExport.self),
      ]),

    .noun(
      "ticket", ["обращение", "обращения"], .ticketNoun, group: .groupKnowledge, default: "list",
      [
        .verb(TicketList.self), .verb(TicketShow.self), .verb(TicketNew.self), .verb(TicketReply.self),
        .verb(TicketClose.self), .verb(TicketTopics.self), .verb(TicketFile.self),
      ]),
    .noun(
      "notice", ["сообщения", "уведомления", "новости"], .noticeNoun, group: .groupKnowledge, default: "list",
      [.verb(NoticeList.self), .verb(NoticeShow.self), .verb(NoticeRead.self)]),

    .noun("snapshot", ["снимок"], .snapshotNoun, group: .groupSupport, [.verb(SnapshotSave.self)]),

    .verb(Login.self),
    .verb(Logout.self),
    .noun(
      "account", ["счёт", "счет", "счета"], .accountNoun, group: .groupStore, default: "list",
      [.verb(AccountList.self), .verb(AccountUse.self)]),
    .noun(
      "profile", ["профиль"], .profileNoun, group: .groupStore, default: "show",
      [.verb(ProfileShow.self), .verb(ProfileSet.self)]),
    .verb(CapabilitiesCommand.self),
    .verb(SyncCommand.self),
    .verb(DoctorCommand.self),
    .noun(
      "backup", ["копия", "копии"], .backupNoun, group: .groupStore,
      [.verb(BackupCreate.self), .verb(BackupVerify.self), .verb(BackupRestore.self), .verb(BackupList.self)]),
    .noun(
      "store", ["хранилище"], .storeNoun, group: .groupStore, [.verb(StorePath.self), .verb(StoreVerify.self)]),
    .noun(
      "sandbox", ["песочница"], .sandboxNoun, group: .groupStore,
      [
        .verb(SandboxServe.self), .verb(SandboxAccounts.self), .verb(SandboxAdvance.self), .verb(SandboxFault.self),
      ]),
    .verb(Completions.self),
    .verb(VersionCommand.self),
  ]
}
