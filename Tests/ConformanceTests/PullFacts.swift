import Domain
import Provider
import TestSupport
import Testing

/// What a pull brings, whatever the dialect.
@Suite struct PullFacts {
  @Test(arguments: Dialect.allCases) func aLoginSeesItsAccount(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    let accounts = try subject.provider.accounts()
    #expect(accounts.contains { $0.id == subject.account && !$0.number.isEmpty && !$0.name.isEmpty })
    #expect(throws: (any Error).self) {
      try dialect.signIn(
        at: Subject.address, transport: subject.wire, vault: MemoryVault(), clock: { subject.system.now }
      ).signIn(login: subject.system.login, password: "wrong")
    }
  }

  @Test(arguments: Dialect.allCases) func aFirstPullIsCompleteAndInOrder(_ dialect: Dialect) throws {
    let pulled = try Subject(dialect).pull()
    #expect(pulled.came)
    guard case .begin(let header)? = pulled.steps.first else {
      Issue.record("no beginning")
      return
    }
    #expect(header.isComplete)
    let begins = pulled.steps.count { if case .begin = $0 { true } else { false } }
    let ends = pulled.steps.count { if case .end = $0 { true } else { false } }
    #expect(begins == 1 && ends == 1 && pulled.end != nil)
    let account = try #require(pulled.account)
    #expect(!account.number.isEmpty && !account.credit.isNegative && account.credit.currency == account.currency)
  }

  @Test(arguments: Dialect.allCases) func theLedgerAddsUpToTheBalance(_ dialect: Dialect) throws {
    for kind in [nil, Action.Kind.takeTrustPayment] {
      let pulled = try Subject(dialect, ableTo: kind).pull()
      let account = try #require(pulled.account)
      #expect(!pulled.entries.isEmpty)
      #expect(Set(pulled.entries.map(\.id)).count == pulled.entries.count, "an identity is one operation's")
      let statement = Statement(pulled.entries, currency: account.currency)
      #expect(statement.isConsistent && statement.closing == account.balance)
      #expect(pulled.end?.head?.balance ?? account.balance == account.balance)
      #expect(zip(pulled.entries, pulled.entries.dropFirst()).allSatisfy { $0.time <= $1.time })
    }
  }

  @Test(arguments: Dialect.allCases) func whatDidNotChangeIsTheSameAgain(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    let first = try subject.pull()
    let cursor = first.end?.cursor
    let second = try subject.pull(since: cursor)
    if subject.provider.capabilities.contains(.feed) {
      #expect(!second.came && second.entries.isEmpty)
    } else {
      #expect(second.changes == first.changes)
    }
    // A client without memory of its own is told the same.
    #expect(try subject.pull().entries == first.entries)
  }

  @Test(arguments: Dialect.allCases) func aNewOperationComesAloneAtTheEnd(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    let before = try subject.pull()
    subject.wait(seconds: 60)
    subject.system.post(Money(minor: -30_00, currency: .rub))
    let after = try subject.pull()
    #expect(after.entries.dropLast() == before.entries[...])
    #expect(after.entries.last?.amount.minor == -30_00)
    #expect(after.account?.balance == before.account?.balance.adding(Money(minor: -30_00, currency: .rub)))
  }

  /// Two operations that nothing tells apart are two all the same.
  @Test(arguments: Dialect.allCases) func equalOperationsOfOneMomentAreTwo(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    let before = try subject.pull().entries
    for _ in 1...2 { subject.system.post(Money(minor: -10_00, currency: .rub)) }
    let after = try subject.pull().entries
    #expect(after.count == before.count + 2)
    #expect(Set(after.map(\.id)).count == after.count)
  }

  @Test(arguments: Dialect.allCases) func anEditedPastChangesWhatItMust(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    guard subject.system.editsThePast else { return }
    let before = try subject.pull()
    subject.system.postLate(Money(minor: -7_00, currency: .rub))
    let late = try subject.pull()
    let known = Set(before.entries.map(\.id))
    #expect(late.entries.filter { !known.contains($0.id) }.map(\.amount.minor) == [-7_00])
    #expect(late.account?.balance == before.account?.balance.adding(Money(minor: -7_00, currency: .rub)))
    subject.system.forgetOldest()
    let cut = try subject.pull()
    #expect(Set(late.entries.map(\.id)).subtracting(cut.entries.map(\.id)).count == 1)
    #expect(Set(cut.entries.map(\.id)).isSubset(of: late.entries.map(\.id)))
  }

  @Test(arguments: Dialect.allCases) func anotherAccountIsNotShown(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    #expect(throws: ProviderError.unknownAccount) {
      _ = try subject.provider.changes(of: "no-such-account", since: nil) { _ in Issue.record("a step") }
    }
  }

  /// The lists of what is there and what can be done are the same before and after.
  @Test(arguments: Dialect.allCases) func articlesComeWhereThereAreAny(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    _ = try subject.pull()
    var steps: [PullStep] = []
    if subject.provider.capabilities.contains(.articles) {
      #expect(try subject.provider.articles(since: nil) { steps.append($0) })
      #expect(steps.count > 2)
    } else {
      #expect(throws: ProviderError.missing(.articles)) {
        try subject.provider.articles(since: nil) { steps.append($0) }
      }
      #expect(steps.isEmpty)
    }
  }
}
