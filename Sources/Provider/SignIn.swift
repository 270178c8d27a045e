/// How a person becomes known to a provider; what it brings is kept in a vault.
///
/// A refused login is `ProviderError.refused` with the code `wrong-credentials`, `access-denied` or `code-expired`.
package protocol SignIn {
  /// Whether a code can be confirmed in a browser on another device (RFC 8628).
  var offersDevice: Bool { get }
  /// Whether a code in a message to the subscriber's telephone will do.
  var offersPhone: Bool { get }
  func signIn(login: String, password: String) throws
  func sendCode(toPhone phone: String) throws
  func signIn(phone: String, code: String) throws
  func startDevice() throws -> DeviceAuthorization
  /// One question whether the person has confirmed; `.confirmed` after the tokens are in the vault.
  func poll(_ device: DeviceAuthorization) throws -> DevicePoll
  /// Ends the session at the provider and forgets it here. It is forgotten even when the provider cannot be told: the
  /// answer says whether it was.
  func signOut() throws -> Bool
}

/// What is shown to the person, and what the polling needs.
package struct DeviceAuthorization: Sendable, Equatable {
  package let deviceCode: String
  package let userCode: String
  package let verificationURI: String
  /// With the code in it: for a QR code.
  package let completeURI: String?
  package let expiresIn: Int
  package let interval: Int

  package init(
    deviceCode: String, userCode: String, verificationURI: String, completeURI: String?, expiresIn: Int, interval: Int
  ) {
    self.deviceCode = deviceCode
    self.userCode = userCode
    self.verificationURI = verificationURI
    self.completeURI = completeURI
    self.expiresIn = expiresIn
    self.interval = interval
  }
}

package enum DevicePoll: Sendable, Equatable {
  case confirmed, pending, slowDown
}

extension SignIn {
  package var offersDevice: Bool { false }
  package var offersPhone: Bool { false }

  package func startDevice() throws -> DeviceAuthorization {
    throw ProviderError.malformed("device: this dialect has no such login")
  }

  package func poll(_ device: DeviceAuthorization) throws -> DevicePoll {
    throw ProviderError.malformed("device: this dialect has no such login")
  }

  package func sendCode(toPhone phone: String) throws {
    throw ProviderError.malformed("phone: this dialect has no such login")
  }

  package func signIn(phone: String, code: String) throws {
    throw ProviderError.malformed("phone: this dialect has no such login")
  }

  /// Polls until the person has confirmed or the code is over; `wait` sleeps for so many seconds.
  package func finishDevice(_ device: DeviceAuthorization, wait: (Int) throws -> Void) throws {
    var interval = max(1, device.interval)
    var waited = 0
    while waited < device.expiresIn {
      try wait(interval)
      waited += interval
      do {
        switch try poll(device) {
        case .confirmed: return
        case .pending: break
        // RFC 8628, 3.5: five seconds more from here on.
        case .slowDown: interval += 5
        }
      } catch ProviderError.noAnswer {
        // The same section: a lost poll means asking less often, not giving up.
        interval *= 2
      }
    }
    throw ProviderError.refused(SignInReason.expired)
  }
}
