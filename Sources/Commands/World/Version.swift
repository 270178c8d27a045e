/// The version of the program; `Changelog` is the history of commits.
package enum Version {
  package static let text = "0.1.0"
}
