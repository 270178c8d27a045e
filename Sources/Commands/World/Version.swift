/// The version of the program; the history of commits is its changelog.
package enum Version {
  package static let text = "0.1.0"
  /// The day of the release, which the manual pages bear: they are generated, and must not change with the day of the build.
  package static let day = (year: 2026, month: 11, day: 21)
}
