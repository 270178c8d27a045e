import Arguments
import Domain
import Language

/// Finds the tariff that a person means: by id, by name, or by the only name that begins so.
struct TariffFinder {
  private let tariffs: [Tariff]

  init(_ tariffs: [Tariff]) { self.tariffs = tariffs }

  func find(_ typed: String) throws(Failure) -> Tariff {
    if let exact = tariffs.first(where: { $0.id == typed }) { return exact }
    let wanted = typed.lowercased()
    let named = tariffs.filter { $0.name.lowercased() == wanted }
    if named.count == 1, let only = named.first { return only }
    let beginning = tariffs.filter { !wanted.isEmpty && $0.name.lowercased().hasPrefix(wanted) }
    if beginning.count == 1, let only = beginning.first { return only }
    guard beginning.isEmpty else {
      throw Failure(.usage, .tariffAmbiguous(typed), hint: .tariffsAre(beginning.map(\.id).joined(separator: ", ")))
    }
    let near = NearMiss.closest(to: typed, among: tariffs.map(\.id) + tariffs.map(\.name))
    throw Failure(.usage, .noSuchTariff(typed), hint: near.first.map { .didYouMean($0) } ?? .seeTariffs)
  }
}
