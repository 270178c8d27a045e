import Domain

/// What dialects without keys have in common: what the errors of a sending call prove, and when its absence does.

extension Submission {
  /// Runs a call that may have an effect.
  static func of(_ call: () throws -> Submission) -> Submission {
    do {
      return try call()
    } catch ProviderError.noAnswer(.notSent(let cause)) {
      return .notSent(cause)
    } catch ProviderError.noAnswer(.unknown(let cause)) {
      return .unknown(cause)
    } catch ProviderError.loginNeeded {
      return .loginNeeded
    } catch ProviderError.malformed {
      return .unknown(.malformedAnswer)
    } catch {
      // 5xx and a request to wait: the script may have run. A vault that fails does so before, but is not told apart.
      return .unknown(.other)
    }
  }

  /// What an error proves while nothing but reading calls was made: nothing was done.
  static func beforeAnythingWasDone(_ error: any Error) -> Submission {
    switch error {
    case ProviderError.missing: .refused(.missing)
    case ProviderError.loginNeeded: .loginNeeded
    case ProviderError.noAnswer(let failure): .notSent(failure.cause)
    default: .notSent(.other)
    }
  }
}

extension Intent {
  /// When it was last sent.
  var sent: Timestamp? { history.last { $0.event == .take }?.at }

  /// Seconds since it was last sent.
  func age(at now: Timestamp) -> Int64? { sent.map { $0.seconds(until: now) } }

  /// What it means that nothing of it is there. These systems run a request in one script under the web server's time
  /// limit and have no queue: two minutes after it was sent nothing can follow.
  func absence(at now: Timestamp) -> Settlement {
    age(at: now).map { $0 >= 120 } == true ? .notExecuted : .unknown
  }
}

extension Transport {
  /// One exchange whose failures are the port's errors.
  func answer(_ request: Request, from address: Address) throws(ProviderError) -> Response {
    do {
      return try exchange(request, with: address, receive: nil)
    } catch let failure as TransportFailure {
      throw .noAnswer(failure)
    } catch {
      // Whatever a transport throws beside its contract proves nothing.
      throw .noAnswer(.unknown(.other))
    }
  }
}
