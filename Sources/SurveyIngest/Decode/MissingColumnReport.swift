import SurveyModel

/// Says which columns were looked for and not found, and what in the file is like them.
struct MissingColumnReport {
  let path: String
  let findings: FindingCollector

  /// - Parameters:
  ///   - wanted: the names that were looked for.
  ///   - stem: the wording that was looked for as well.
  ///   - names: those of the file that nothing else is read from.
  func missing(
    _ kind: String, _ id: String, wanted: [String], stem: String?, among names: [String]
  ) {
    let sought = wanted + (stem.map { [$0] } ?? [])
    let looked = wanted == [id] ? "" : " (looked for \(Self.listed(wanted)))"
    add(
      id, "no column for the \(kind) `\(id)`\(looked); \(advice(id, sought, among: names))")
  }

  /// - Parameters:
  ///   - wanted: the names that were looked for, alone and with an option behind.
  ///   - names: those of the file that nothing else is read from.
  func missing(_ question: MultiSelectQuestion, wanted: [String], among names: [String]) {
    let id = question.id
    let code = question.options.first.map(\.code) ?? "1"
    let looked =
      "(looked for \(Self.listed(wanted)), or one column for each option such as `\(wanted[0])_\(code)`)"
    let numbered = names.filter { name in wanted.contains { Self.isNumbered(name, of: $0) } }
    let parts = names.filter { name in
      wanted.contains { Self.isOption(name, of: $0) }
        || numbered.count > 1 && numbered.contains(name)
    }
    let advice =
      parts.isEmpty
      ? advice(id, wanted, among: names)
      : "\(Self.listed(parts)) \(parts.count == 1 ? "begins" : "begin") with its name and can't be read as \(parts.count == 1 ? "it is" : "they are") called; rename \(parts.count == 1 ? "it" : "them") in a copy of the file, each to `\(wanted[0])_` and the code of its option"
    add(id, "no column for the multi-select question `\(id)` \(looked); \(advice)")
  }

  /// True for `topics/jobs`, `topics[jobs]`, `Topics [Jobs]`, `topics.jobs` and `topics___jobs`.
  static func isOption(_ name: String, of question: String) -> Bool {
    let (name, question) = (ColumnName.folded(name), ColumnName.folded(question))
    guard !question.isEmpty, name.hasPrefix(question) else { return false }
    let rest = name.dropFirst(question.count).drop { $0 == " " }
    return rest.count > 1 && rest.first.map { "/[(.:_-".contains($0) } == true
  }

  /// True for `topics1`: one of several columns, and not the question.
  private static func isNumbered(_ name: String, of question: String) -> Bool {
    let (name, question) = (ColumnName.folded(name), ColumnName.folded(question))
    let rest = name.dropFirst(question.count)
    return !question.isEmpty && name.hasPrefix(question) && !rest.isEmpty
      && rest.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private func advice(_ id: String, _ wanted: [String], among names: [String]) -> String {
    // To a short name too much is near.
    let longestFirst = wanted.sorted { $0.count > $1.count }
    guard
      let nearest = longestFirst.lazy.compactMap({ NearestName.of($0, among: names) }).first
    else {
      return "write `columns: {\(id): NAME}` at this source, with the name it has"
    }
    return
      "the nearest name is `\(nearest)`; write `columns: {\(id): \(ColumnName.yaml(nearest))}` at this source"
  }

  private func add(_ id: String, _ message: String) {
    findings.add(
      Finding(.missingColumn, at: SourceLocation(file: path, line: 1), subject: id, message))
  }

  static func listed(_ names: [String]) -> String {
    names.prefix(4).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 4 ? ", …" : "")
  }
}
