import Testing

/// Holds every `import` line of the sources against `docs/reference/modules.md`.
@Suite struct ImportRulesTests {
  static let page = "docs/reference/modules.md"
  static let open: Set = ["Swift", "Synchronization", "Dispatch", "Glibc", "FoundationEssentials"]
  static let readAlone: Set = ["NumericCore", "SurveyModel", "ReportDocument"]

  /// What each module may import, by the table.
  static var table: [String: Set<String>] {
    let rows = Repository.tableRows(page).filter { $0.count == 3 }.map { row in
      (Repository.codes(in: row[0]).first ?? row[0], Set(Repository.codes(in: row[2])))
    }
    return Dictionary(rows) { first, _ in first }
  }

  @Test func everyModuleHasARow() {
    let table = Self.table
    for module in Repository.names(in: "Sources") where !module.hasPrefix(".") {
      #expect(table[module] != nil, "\(module) has no row in \(Self.page)")
    }
  }

  @Test func everyImportIsInTheTable() {
    let table = Self.table
    for file in Repository.swiftSources {
      let module = String(file.split(separator: "/")[1])
      let closed: Set = Self.readAlone.contains(module) ? ["FoundationEssentials"] : []
      let allowed = Self.open.subtracting(closed).union(table[module] ?? [])
      for (index, line) in Repository.lines(file).enumerated() {
        guard let name = Self.importedModule(line) else { continue }
        #expect(
          allowed.contains(name), "\(file):\(index + 1): \(module) may not import \(name)")
      }
    }
  }

  @Test func noModuleImportsTheTestsOrGoesInCircles() {
    let table = Self.table
    for (module, imports) in table {
      #expect(imports.isDisjoint(with: ["TestSupport", "NumericTestSupport"]))
      var reached: Set<String> = []
      var next = imports
      while !next.isSubset(of: reached) {
        reached.formUnion(next)
        next = Set(next.flatMap { table[$0] ?? [] })
      }
      #expect(!reached.contains(module), "\(module) imports itself in \(Self.page)")
    }
  }

  @Test(arguments: [
    ("import Logging", "Logging"),
    ("package import SurveyModel", "SurveyModel"),
    ("  public import NumericCore // why", "NumericCore"),
    ("@testable import SurveyIngest", "SurveyIngest"),
    ("@_spi(Tests) @preconcurrency internal import Dispatch", "Dispatch"),
    ("import struct Foundation.Date", "Foundation"),
    ("private import func Glibc.read", "Glibc"),
  ])
  func readsEveryFormOfImport(line: String, module: String) {
    #expect(Self.importedModule(line[...]) == module)
  }

  @Test(arguments: ["/// import Logging", "let important = 1", "importing()", ""])
  func readsNothingElseAsImport(line: String) {
    #expect(Self.importedModule(line[...]) == nil)
  }

  private static let accessWords: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]

  private static func importedModule(_ line: Substring) -> String? {
    guard line.contains("import") else { return nil }
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    while let word = words.first, word.hasPrefix("@") || accessWords.contains(word) {
      words.removeFirst()
    }
    guard words.first == "import" else { return nil }
    words.removeFirst()
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
  }
}
