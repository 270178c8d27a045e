import Language

/// Where Kabinet keeps its files.
package struct Home: Sendable, Equatable {
  /// The store: facts, intents; never a secret.
  package let store: String
  /// Configuration and credentials: never inside the store, so that no backup or snapshot can carry them.
  package let configuration: String

  /// `KABINET_HOME` overrides all; else the XDG base directories, which must be absolute (the specification says to
  /// ignore relative ones), else their defaults under the user's home.
  package init(environment: [String: String]) throws(Failure) {
    if let root = environment["KABINET_HOME"], !root.isEmpty {
      guard root.hasPrefix("/") else { throw Failure(.usage, .homeMustBeAbsolute(root), hint: .setHomeLikeThis) }
      self.init(root: root)
      return
    }
    // The password file is not asked: in a static binary that would load glibc's modules at run time.
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Failure(.failed, .homeUnknown, hint: .setHomeLikeThis)
    }
    self.init(
      store: Home.base(environment["XDG_DATA_HOME"], home + "/.local/share"),
      configuration: Home.base(environment["XDG_CONFIG_HOME"], home + "/.config"))
  }

  /// Everything under one directory.
  package init(root: String) {
    self.init(store: root + "/data", configuration: root + "/config")
  }

  private init(store: String, configuration: String) {
    self.store = store
    self.configuration = configuration
  }

  /// The directory of a sandbox's own state; the address `sandbox:` means the one without a name.
  package func sandboxDirectory(named name: String) -> String {
    store + "-sandbox/" + (name.isEmpty ? "default" : name)
  }

  private static func base(_ variable: String?, _ fallback: String) -> String {
    (variable.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? fallback) + "/kabinet"
  }
}
