import Domain
import JSON
import Language
import Platform
import Provider
import Store

extension Failure {
  /// What an error of a lower floor means to a person.
  package init(describing error: any Error) {
    self =
      switch error {
      case let failure as Failure: failure
      case let error as StoreError: Failure(store: error)
      case let error as ProviderError: Failure(provider: error)
      case let error as TransportFailure: Failure(provider: .noAnswer(error))
      case let error as SystemError: Failure(.failed, .systemRefused, why: .system(error))
      case let error as AddressError: Failure(.usage, .badAddress(.addressProblem("\(error)")), hint: .addressLikeThis)
      case let error as AmountError: Failure(.usage, error.phrase, hint: error.remedy)
      case let error as PeriodError: Failure(.usage, error.phrase, hint: error.remedy)
      default: Failure(.failed, .unexpected, why: Phrase(verbatim: "\(error)"), hint: .runDoctor)
      }
  }

  private init(store error: StoreError) {
    self =
      switch error {
      case .absent, .unknownShelf: Failure(.failed, .nothingSynced, hint: .runSync)
      case .unsafe(let danger): Failure(.store, .storeUnsafe(danger.rawValue), hint: .storeUnsafeHint)
      case .tooNew(let format, let readOnly):
        Failure(.store, readOnly ? .storeReadOnly(format) : .storeTooNew(format), hint: .upgradeKabinet)
      case .damaged(let damage): Failure(.store, .storeDamaged(damage.path), why: .damage(damage), hint: .runDoctor)
      case .locked(let holder): Failure(.store, .storeLocked(holder), hint: .waitForHolder)
      case .locksUnsupported: Failure(.store, .storeWithoutLocks, hint: .moveStore)
      case .noSpace(let path): Failure(.store, .storeFull(path), hint: .freeSpace)
      case .overQuota(let path): Failure(.store, .storeOverQuota(path), hint: .freeSpace)
      case .readOnlyFileSystem(let path): Failure(.store, .storeOnReadOnly(path), hint: .moveStore)
      case .denied(let path): Failure(.store, .storeDenied(path), hint: .storeUnsafeHint)
      case .system(let error): Failure(.store, .storeFailed(error.path), why: .system(error), hint: .runDoctor)
      case .changed: Failure(.store, .storeChanged, hint: .tryAgain)
      case .currencyMismatch(let code): Failure(.store, .currencyChanged(code), hint: .runDoctor)
      case .excessive(let what): Failure(.store, .storeExcessive, why: Phrase(verbatim: what), hint: .runDoctor)
      case .noOpenIntent(let key): Failure(.usage, .noOpenIntent(key), hint: .seePayments)
      }
  }

  private init(provider error: ProviderError) {
    self =
      switch error {
      case .noAnswer(let failure): Failure(transport: failure)
      case .loginNeeded: Failure(.loginNeeded, .sessionOver, hint: .loginAgain)
      case .wait(let seconds): Failure(.unreachable, .providerAsksToWait(seconds), hint: .tryLater)
      case .broken(let status): Failure(.unreachable, .providerBroken(status), hint: .tryLater)
      case .refused(let reason):
        Failure(
          .refused, Phrase.reason(reason).continued, hint: reason.remedy.map { Phrase.provider($0).continued })
      case .malformed(let place):
        Failure(.failed, .answerMalformed, why: Phrase(verbatim: place), hint: .checkAddress)
      case .cursorGone: Failure(.failed, .cursorGone, hint: .runSync)
      case .missing(let capability): Failure(.failed, .capabilityMissing(capability.rawValue), hint: .seeCapabilities)
      case .unknownAccount: Failure(.failed, .accountUnknownToProvider, hint: .seeAccounts)
      }
  }

  private init(transport failure: TransportFailure) {
    self =
      switch failure.cause {
      case .answerTooLarge, .malformedAnswer:
        Failure(.failed, .answerMalformed, why: .cause(failure.cause.rawValue), hint: .checkAddress)
      case .redirect: Failure(.failed, .answerRedirect, hint: .checkAddress)
      case .forbiddenAddress: Failure(.usage, .addressForbidden, hint: .useHTTPS)
      case .transportMissing: Failure(.failed, .curlMissing, hint: .installCurl)
      case .tlsFailed: Failure(.unreachable, .certificateWrong, hint: .certificateHint)
      case .interrupted: Failure(.interrupted, .interrupted)
      case .nameNotResolved, .connectionRefused, .timeout, .connectionLost, .other:
        Failure(.unreachable, .providerUnreachable, why: .cause(failure.cause.rawValue), hint: .tryLater)
      }
  }
}

extension Phrase {
  /// The kernel's reason, which it gives in English.
  package static func system(_ error: SystemError) -> Phrase {
    if error.isOverQuota { return .quotaUsedUp }
    if error.isNoSpace { return .noSpaceLeft }
    if error.isDenied { return .accessDenied }
    return Phrase(verbatim: error.description)
  }

  /// A text of the provider.
  package static func provider(_ text: LocalizedText) -> Phrase {
    Phrase(text.text(in: "ru"), text.text(in: "en"))
  }

  static func damage(_ damage: Damage) -> Phrase {
    switch damage.kind {
    case .missing: .damageMissing
    case .truncated: .damageTruncated
    case .badChecksum: .damageChecksum
    case .badLine(let offset): .damageLine(offset)
    case .gap(let after): .damageGap(after)
    case .illegal(let place): Phrase(verbatim: place)
    case .failed(let error): .system(error)
    }
  }
}
