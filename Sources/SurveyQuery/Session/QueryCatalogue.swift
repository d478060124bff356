import SurveyModel

/// What a question may name, and what it may not see.
struct QueryCatalogue {
  let tables: [TableDefinition]
  /// Why a column is not there, by its name in lower case.
  let withheld: [String: String]

  init(_ data: QueryData) {
    tables =
      [
        ResponsesTable(data: data).definition, AnswersTable(data: data).definition,
        PairsTable(data: data).definition, WavesTable(data: data).definition,
      ] + ListTables(data: data).all.map(\.definition)
    withheld = data.showsIdentifying ? [:] : Self.withheld(by: data)
  }

  private static func withheld(by data: QueryData) -> [String: String] {
    var reasons: [String: String] = [:]
    for form in data.dataset.forms.map(\.form) {
      for attribute in data.dataset.codebook.attributes(of: form.id) where attribute.isIdentifying {
        let reason = "identifies people"
        for name in [attribute.id, "\(form.id)_\(attribute.id)"] {
          reasons[name.lowercased()] = reason
        }
      }
      for question in form.openQuestions {
        reasons[question.id.lowercased()] = "is what respondents wrote"
      }
    }
    for name in ["respondent_id", "pair_id"] { reasons[name] = "identifies people" }
    return reasons
  }

  /// The tables that a statement names; all where it names none.
  func tables(namedBy tokens: [SQLToken]) -> [TableDefinition] {
    let words = Set(tokens.lazy.filter(\.isName).map { $0.text.lowercased() })
    let named = tables.filter { words.contains($0.name) }
    return named.isEmpty ? tables : named
  }

  /// The error of a name that several columns would have, so that none has it; nil for other names.
  func sharedName(_ name: String, in tokens: [SQLToken], at place: Int?) -> QueryError? {
    for table in tables(namedBy: tokens) {
      guard let columns = table.shared[name.lowercased()] else { continue }
      let list = columns.map { "`\($0.name)` (\($0.words))" }.joined(separator: ", ")
      return QueryError(
        "`\(name)` would be \(columns.count) columns of `\(table.name)`, as SQL takes capitals for small letters; write one of \(list)",
        at: place)
    }
    return nil
  }

  /// The columns of those tables by their names in lower case; where two tables disagree about one, it
  /// is left out.
  func columns(namedBy tokens: [SQLToken]) -> [String: TableColumn] {
    let words = Set(tokens.lazy.filter(\.isName).map { $0.text.lowercased() })
    var found: [String: TableColumn] = [:]
    var disputed: Set<String> = []
    for table in tables where words.contains(table.name) {
      for column in table.columns where words.contains(column.name.lowercased()) {
        let name = column.name.lowercased()
        if let other = found[name], other.type != column.type { disputed.insert(name) }
        found[name] = column
      }
    }
    return found.filter { !disputed.contains($0.key) }
  }

  /// The column with the words of a column of codes.
  func labelColumn(of column: TableColumn) -> String? {
    let stem = column.name.hasSuffix("_keyed") ? String(column.name.dropLast(6)) : column.name
    let wanted = ["code", "keyed"].contains(column.name) ? "label" : "\(stem)_label"
    return tables.lazy.filter { $0.columns.contains { $0.name == column.name } }
      .flatMap(\.columns).first { $0.name == wanted }?.name
  }

  /// The column with the codes of a column of words.
  func codeColumn(ofLabel column: TableColumn) -> String? {
    guard column.rank == .label || column.name == "label" else { return nil }
    return column.name == "label" ? "code" : String(column.name.dropLast("_label".count))
  }
}
