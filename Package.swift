// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The product that a module's source belongs to, and what that module may import.
/// `ImportRulesTests` holds every `import` line against `docs/reference/modules.md`.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, swiftSettings: [.treatAllWarnings(as: .error)])
}

/// A target that only tests import; it lives beside them.
func testSupport(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "abacus",
  products: [
    .library(name: "NumericCore", targets: ["NumericCore"]),
    .library(name: "SurveyModel", targets: ["SurveyModel"]),
    .executable(name: "abacus", targets: ["abacus"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLineEdit", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CProgramStart"),
    .target(name: "CSurveyTable", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CNumerics",
      linkerSettings: ["stdc++", "lapack", "blas", "m"].map { .linkedLibrary($0) }),
    .target(
      name: "CTimeZone", linkerSettings: ["stdc++", "date-tz"].map { .linkedLibrary($0) }),
    module("NumericCore", ["CNumerics"]),
    module("SurveyModel"),
    module("SurveySynthesis", ["SurveyModel"]),
    module("ReportSchedule", ["SurveyModel", "CTimeZone"]),
    module("ReportDocument"),
    module("SurveyIngest", ["SurveyModel", "CLibCSV", "CLibYAML", "CZlib"]),
    module("SurveyAnalysis", ["SurveyModel", "NumericCore"]),
    module(
      "SurveyQuery",
      [
        "SurveyModel", "SurveyAnalysis", "NumericCore", "CSurveyTable",
      ]),
    module("SurveyReport", ["SurveyModel", "SurveyAnalysis", "NumericCore", "ReportDocument"]),
    module(
      "AbacusCommands",
      [
        "SurveyModel", "NumericCore", "SurveyIngest", "SurveyAnalysis", "ReportDocument",
        "SurveyReport", "SurveySynthesis", "SurveyQuery", "ReportSchedule", "CLineEdit",
        "CNettle", "CProgramStart",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "abacus", dependencies: ["AbacusCommands"], swiftSettings: strict),
    // All but the entry point can be tested.
    .target(name: "ConformanceKit", dependencies: ["NumericCore"], swiftSettings: strict),
    .executableTarget(name: "conformance", dependencies: ["ConformanceKit"], swiftSettings: strict),
    .executableTarget(
      name: "ingest-benchmark", dependencies: ["SurveyIngest"], path: "Benchmarks/Ingest",
      exclude: ["bare-libcsv.c"], swiftSettings: strict),
    .executableTarget(
      name: "bootstrap-benchmark", dependencies: ["NumericCore"], path: "Benchmarks/Bootstrap",
      exclude: ["boot.py", "splits.R"], swiftSettings: strict),
    .executableTarget(
      name: "numeric-benchmark", dependencies: ["NumericCore"], path: "Benchmarks/Numeric",
      exclude: ["peers.R"], swiftSettings: strict),
    .executableTarget(
      name: "query-benchmark",
      dependencies: [
        "SurveyQuery", "SurveyAnalysis", "SurveyIngest", "SurveyModel", "CSurveyTable",
      ],
      path: "Benchmarks/Query",
      swiftSettings: strict),
    .executableTarget(
      name: "coverage", dependencies: ["NumericCore"], path: "Benchmarks/Coverage",
      swiftSettings: strict),

    testSupport("NumericTestSupport", ["NumericCore"]),
    testSupport("TestSupport", ["SurveyModel", "SurveyIngest", "ReportDocument", "CZlib"]),
    // Tests talk to it through a terminal of their own.
    .executableTarget(
      name: "shell-trial",
      dependencies: ["AbacusCommands", "SurveyAnalysis", "SurveyQuery", "SurveyModel"],
      path: "Tests/ShellTrial", swiftSettings: strict),
    tests("NumericCoreTests", ["NumericCore", "NumericTestSupport"]),
    tests("ConformanceKitTests", ["ConformanceKit"]),
    tests("SurveyModelTests", ["SurveyModel", "TestSupport"]),
    tests("SurveyIngestTests", ["SurveyIngest", "SurveyModel", "TestSupport"]),
    tests(
      "SurveySynthesisTests", ["SurveySynthesis", "SurveyModel", "SurveyIngest", "TestSupport"]),
    tests("ReportScheduleTests", ["ReportSchedule", "SurveyModel"]),
    tests("ReportDocumentTests", ["ReportDocument", "TestSupport"]),
    tests(
      "SurveyAnalysisTests",
      ["SurveyAnalysis", "SurveyModel", "NumericCore", "TestSupport", "NumericTestSupport"]),
    tests(
      "SurveyQueryTests",
      [
        "SurveyQuery", "SurveyAnalysis", "SurveyIngest", "SurveyModel", "NumericCore",
        "CSurveyTable", "TestSupport", "NumericTestSupport",
      ]),
    tests(
      "SurveyReportTests",
      [
        "SurveyReport", "SurveyAnalysis", "SurveyModel", "ReportDocument", "TestSupport",
        "NumericTestSupport",
      ]),
    tests(
      "CommandTests",
      [
        "abacus", "shell-trial", "AbacusCommands", "ReportDocument", "SurveyAnalysis",
        "SurveyIngest", "SurveyModel", "SurveyQuery", "TestSupport", "NumericTestSupport",
      ]),
    tests("ProjectTests", ["abacus", "NumericCore", "SurveyIngest", "SurveyModel", "TestSupport"]),
  ],
  cxxLanguageStandard: .cxx17
)

// `Fuzz/run` asks for these. They need libFuzzer, whose own `main` no other build may meet.
if Context.environment["ABACUS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["SurveyIngest", "SurveyModel", "ReportDocument", "CLibCSV"],
      path: "Fuzz/Targets", swiftSettings: strict))
}
