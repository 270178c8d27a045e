import Domain
import Provider
import TestSupport
import Testing

/// Reading over a wire that fails: at each exchange of a pull, each fault.
@Suite struct ReadFaultFacts {
  private static let faults: [WireFault] = WireFault.allCases.filter { $0 != .late }

  @Test(arguments: Dialect.allCases, faults)
  func aPullIsWholeOrFailsWithoutAnEnd(_ dialect: Dialect, _ fault: WireFault) throws {
    let whole = try Subject(dialect).pull()
    let exchanges = try exchanges(dialect)
    for number in 0..<exchanges {
      let subject = try Subject(dialect)
      subject.wire.rearm([number: fault])
      var pulled = Pulled()
      do {
        pulled.came = try subject.provider.changes(of: subject.account, since: nil) { pulled.steps.append($0) }
        // A session that was renewed, or an ornament that could be done without.
        #expect(pulled.end != nil && pulled.entries == whole.entries, "\(fault) at \(number)")
        #expect(pulled.account?.balance == whole.account?.balance)
      } catch {
        #expect(pulled.end == nil, "\(fault) at \(number)")
        expect(error, after: fault, subject)
      }
      // Nothing of it stays.
      #expect(try subject.pull().entries == whole.entries, "\(fault) at \(number)")
    }
  }

  @Test(arguments: Deed.all, faults) func aCheckIsRightOrNone(_ deed: Deed, _ fault: WireFault) throws {
    let calm = try Subject(deed.dialect, ableTo: deed.kind)
    let action = try #require(calm.action(deed.kind))
    let answer = try calm.provider.check(action, for: calm.account)
    #expect(answer.eligibility.available, "\(answer.eligibility.reasons.map(\.code))")
    for number in 0..<calm.wire.requests.count {
      let subject = try Subject(deed.dialect, ableTo: deed.kind)
      subject.wire.rearm([number: fault])
      do {
        let check = try subject.provider.check(action, for: subject.account)
        #expect(check.eligibility == answer.eligibility, "\(fault) at \(number)")
        #expect(check.fee == answer.fee && check.price == answer.price && check.grants == answer.grants)
      } catch {
        expect(error, after: fault, subject)
      }
      #expect(subject.system.effects(deed.kind) == 0)
    }
  }

  @Test(arguments: Dialect.allCases) func aProviderThatAsksToWaitIsHeard(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    for fault in [WireFault.unavailable, .tooMany] {
      subject.wire.rearm([0: fault])
      #expect(throws: ProviderError.wait(seconds: 7)) { try subject.provider.accounts() }
    }
    subject.wire.rearm([0: .brokenBefore])
    #expect(throws: ProviderError.broken(status: 500)) { try subject.provider.accounts() }
    subject.wire.rearm([0: .refused])
    #expect(throws: ProviderError.noAnswer(.notSent(.connectionRefused))) { try subject.provider.accounts() }
    for fault in [WireFault.html, .cutAnswer, .empty] {
      subject.wire.rearm([0: fault])
      do {
        _ = try subject.provider.accounts()
        Issue.record("\(fault) was read")
      } catch {
        guard case .malformed? = error as? ProviderError else {
          Issue.record("\(fault): \(error)")
          continue
        }
      }
    }
  }

  @Test(arguments: Dialect.allCases) func aSessionThatIsOverIsRenewedOnceOrALogin(_ dialect: Dialect) throws {
    let subject = try Subject(dialect)
    subject.system.endSessions()
    #expect(try subject.provider.accounts().count >= 1)
    subject.vault.stored?.password = nil
    subject.vault.stored?.refreshToken = nil
    subject.vault.stored?.token = "stolen"
    subject.wire.rearm()
    #expect(throws: ProviderError.loginNeeded) { try subject.provider.accounts() }
    #expect(subject.wire.requests.count <= 2)
  }

  private func exchanges(_ dialect: Dialect) throws -> Int {
    let subject = try Subject(dialect)
    _ = try subject.pull()
    return subject.wire.requests.count
  }

  /// Each failure is of the port's own kind, and says nothing that must not be said.
  private func expect(_ error: any Error, after fault: WireFault, _ subject: Subject) {
    guard let error = error as? ProviderError else {
      Issue.record("\(fault): \(error) is not the port's")
      return
    }
    let text = "\(error)"
    #expect(subject.secrets.allSatisfy { !text.contains($0) })
    switch (fault, error) {
    case (.refused, .noAnswer(.notSent)), (.lost, .noAnswer), (.lostAnswer, .noAnswer), (.redirect, .noAnswer): break
    case (.cutAnswer, .malformed), (.cutAnswer, .noAnswer): break
    case (.brokenBefore, .broken), (.brokenAfter, .broken), (.unavailable, .wait), (.tooMany, .wait): break
    case (.html, .malformed), (.htmlAfter, .malformed), (.empty, .malformed): break
    case (.html, .missing), (.htmlAfter, .missing): break
    case (.empty, .noAnswer(.unknown(.connectionLost))): break
    default: Issue.record("\(fault): \(error)")
    }
  }
}
