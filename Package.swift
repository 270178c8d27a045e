// swift-tools-version: 6.2
import PackageDescription

/// Every arrow between targets points one way; nothing is a package dependency.
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

func module(_ name: String, _ dependencies: [String] = [], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "kabinet",
  products: [.executable(name: "kabinet", targets: ["kabinet"])],
  targets: [
    .executableTarget(name: "kabinet", dependencies: ["Commands"], swiftSettings: settings),
    module("JSON"),
    module("Domain", ["JSON"]),
    module("Language", ["Domain"]),
    module("Platform"),
    module("Arguments", ["Language"]),
    module("Terminal", ["Platform", "Language", "JSON"]),
    module("Store", ["Platform", "Domain", "JSON"]),
    module("Search", ["Platform", "Domain"], exclude: ["COPYING"]),
    module("Provider", ["Platform", "Domain", "JSON"]),
    module("Sync", ["Provider", "Store", "Domain"]),
    module("Sandbox", ["Provider", "Platform", "Domain", "JSON"]),
    module("Commands", ["Sync", "Search", "Sandbox", "Terminal", "Arguments", "Language"]),
    module("TestSupport", ["Commands", "Sandbox", "Terminal", "Platform"]),

    .executableTarget(
      name: "simulate", dependencies: ["Commands", "TestSupport"], path: "Tests/Faults/Simulator",
      swiftSettings: settings),

    tests("JSONTests", ["JSON"]),
    tests("DomainTests", ["Domain", "JSON"]),
    tests("LanguageTests", ["Language"]),
    tests("PlatformTests", ["Platform", "TestSupport"]),
    tests("ArgumentsTests", ["Arguments"]),
    tests("TerminalTests", ["Terminal", "TestSupport"]),
    tests("StoreTests", ["Store", "TestSupport"], exclude: ["Fixtures"]),
    tests("SearchTests", ["Search", "TestSupport"]),
    tests("ProviderTests", ["Provider", "TestSupport"]),
    tests("ConformanceTests", ["Sync", "Store", "Provider", "TestSupport"]),
    tests("SyncTests", ["Sync", "TestSupport"]),
    tests("SandboxTests", ["Sandbox", "TestSupport"]),
    tests("CommandsTests", ["Commands", "TestSupport"]),
    tests("EndToEndTests", ["TestSupport", "kabinet"]),
  ]
)
