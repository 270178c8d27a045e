/// The languages in which Kabinet speaks to people.
package enum Language: String, Sendable, CaseIterable {
  case russian = "ru"
  case english = "en"
}
