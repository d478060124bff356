import NumericTestSupport
import SurveyModel
import TestSupport

@testable import SurveyAnalysis

/// Random responses of mentors and mentees, and conditions on them that a test evaluates by itself.
struct SelectionSample {
  let dataset: SurveyDataset
  private var generator: SeededGenerator

  /// Two forms with attributes, items with gaps, a scale of both items, and pairs.
  init(seed: UInt64, rowCount: ClosedRange<Int> = 20...70, waves: Int = 2) {
    var random = SeededGenerator(seed: seed)
    let mentors = Int.random(in: 8...20, using: &random)
    let count = Int.random(in: rowCount, using: &random)
    let pairs = (0..<Int32(count)).map { $0 }
    let mentorOfPair = pairs.map { _ in Int32.random(in: 0..<Int32(mentors), using: &random) }
    let forms = ["mentor", "mentee"].map { id in
      Self.form(
        id, count: count, persons: id == "mentor" ? mentorOfPair : pairs, pairs: pairs,
        waves: waves, using: &random)
    }
    dataset = Sample.dataset(forms, waves: (0..<waves).map { "w\($0)" })
    generator = random
  }

  private static func form(
    _ id: String, count: Int, persons: [Int32], pairs: [Int32], waves: Int,
    using random: inout SeededGenerator
  ) -> FormResponses {
    func answers(_ random: inout SeededGenerator) -> [SampleAnswer] {
      (0..<count).map { _ in
        Int.random(in: 0..<10, using: &random) == 0
          ? [SampleAnswer.missing(.skipped), .missing(.refused)].randomElement(using: &random)
            ?? nil
          : .code(Int.random(in: 1...5, using: &random))
      }
    }
    let prefix = id == "mentor" ? "A" : "E"
    let columns = [
      SampleColumn("\(prefix)1", answers(&random)),
      SampleColumn("\(prefix)2", answers(&random), keying: .reverse),
    ]
    let sites = (0..<count).map { _ in
      ["Ulm", "Bonn", "Kiel", nil].randomElement(using: &random) ?? nil
    }
    let cohorts = (0..<count).map { _ in ["2022", "2023", "2024"].randomElement(using: &random) }
    let months = (0..<count).map { _ in
      Int.random(in: 0..<8, using: &random) == 0
        ? nil : Double(Int.random(in: 0...24, using: &random))
    }
    return Sample.form(
      columns, id: id,
      scales: [Sample.scale("\(prefix)S", form: id, of: .items(columns.map(\.item)))],
      persons: persons, pairs: pairs,
      waves: (0..<count).map { _ in UInt8.random(in: 0..<UInt8(waves), using: &random) },
      categories: ["site": sites, "cohort": cohorts], numbers: ["months": months])
  }

  /// What a test finds of a condition in one row: true, false, or nil where a value is missing.
  typealias Rule = (FormResponses, Int) -> Bool?

  /// A random condition as text and as a rule.
  mutating func condition(depth: Int = 2) -> (text: String, rule: Rule) {
    guard depth > 0, Int.random(in: 0..<3, using: &generator) > 0 else { return test() }
    let (one, other) = (condition(depth: depth - 1), condition(depth: depth - 1))
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      return ("(\(one.text) and \(other.text))", { Self.and(one.rule($0, $1), other.rule($0, $1)) })
    case 1:
      return (
        "(\(one.text) or \(other.text))",
        { Self.and(one.rule($0, $1).map(!), other.rule($0, $1).map(!)).map(!) }
      )
    default: return ("not \(one.text)", { one.rule($0, $1).map(!) })
    }
  }

  private static func and(_ one: Bool?, _ other: Bool?) -> Bool? {
    if one == false || other == false { return false }
    return one == nil || other == nil ? nil : true
  }

  private mutating func test() -> (text: String, rule: Rule) {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0:
      let role = Bool.random(using: &generator) ? "mentor" : "mentee"
      return ("role = \(role)", { form, _ in form.form.id == role })
    case 1:
      let site = ["Ulm", "Bonn", "Kiel"].randomElement(using: &generator) ?? "Ulm"
      return ("site = \(site)", { Self.category("site", $0, $1).map { $0 == site } })
    case 2:
      return (
        "site in (Ulm, Kiel)",
        { Self.category("site", $0, $1).map { ["Ulm", "Kiel"].contains($0) } }
      )
    case 3:
      let year = Int.random(in: 2022...2024, using: &generator)
      return ("cohort >= \(year)", { Self.category("cohort", $0, $1).map { Int($0) ?? 0 >= year } })
    case 4:
      let limit = Double(Int.random(in: 0...24, using: &generator))
      return ("months < \(Int(limit))", { $0.numbers["months"]?.cells[$1].map { $0 < limit } })
    case 5: return ("site is missing", { Self.category("site", $0, $1) == nil })
    case 6:
      let code = Int.random(in: 1...5, using: &generator)
      return ("E1 <= \(code)", { Self.code("E1", $0, $1).map { $0 <= code } })
    default:
      return ("wave = w0", { form, row in form.waves[row] == 0 })
    }
  }

  static func category(_ id: String, _ form: FormResponses, _ row: Int) -> String? {
    guard let column = form.categories[id], column.cells[row] >= 0 else { return nil }
    return column.categories[Int(column.cells[row])]
  }

  static func code(_ id: String, _ form: FormResponses, _ row: Int) -> Int? {
    guard let cell = form.items[id]?.cells[row], cell < 0xF0 else { return nil }
    return Int(cell) + 1
  }

  /// Some of the elements.
  mutating func some(_ names: [String], upTo count: Int) -> [String] {
    Array(names.shuffled(using: &generator).prefix(Int.random(in: 0...count, using: &generator)))
  }

  /// One of the elements.
  mutating func one(of names: [String]) -> String { names.randomElement(using: &generator) ?? "" }

  /// True so often in so many cases.
  mutating func chance(_ part: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &generator) < part
  }
}

extension GroupedRows {
  /// Rows as `--where` and `--by` choose them.
  init(_ dataset: SurveyDataset, where condition: String?, by fields: String?) throws {
    let everything = RowSelection(condition: nil, fields: [], fieldsText: "")
    try self.init(dataset, RowSelection(where: condition, by: fields) ?? everything)
  }
}
