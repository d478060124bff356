package import SurveyModel

/// Where an export keeps the answers to one multi-select question.
package struct MultiSelectColumns: Hashable, Sendable {
  /// How the answers are laid out.
  package enum Layout: Hashable, Sendable {
    /// One column for each option; `columnOfOption` has one entry for each option, `nil` where the
    /// export lacks it.
    case split(columnOfOption: [Int?])
    /// One column, each cell with all ticked options.
    case joined(column: Int)
  }

  /// How the answers are laid out.
  package let layout: Layout
  /// The columns of texts written beside an option, such as "Other, please say".
  package let textColumns: [Int]
  /// Columns of the question that no option matches: to be reported, never guessed.
  package let unmatchedColumns: [Int]

  package init(layout: Layout, textColumns: [Int] = [], unmatchedColumns: [Int] = []) {
    self.layout = layout
    self.textColumns = textColumns
    self.unmatchedColumns = unmatchedColumns
  }
}

extension MultiSelectColumns {
  /// Finds a question's columns: those named `<id>_…` (split), else the one named `id` (joined).
  ///
  /// A split column belongs to the option whose label ends its wording; else to the option whose
  /// code ends its name. If no column has a wording and the names end in 1 … option count, the
  /// number is the option's place.
  ///
  /// - Parameters:
  ///   - id: the question's name in the export, or its own identifier there (`QID12`).
  ///   - options: all options, in codebook order.
  ///   - folds: whether names that differ in spelling alone are the same.
  /// - Returns: `nil` where the export has no such question.
  package init?(
    id: String, options: [MultiSelectOption], in facts: [ColumnFacts], folds: Bool = false
  ) {
    let columns = QuestionColumns(id: id, facts: facts, folds: folds)
    let texts = columns.texts.map(\.index)
    guard !columns.split.isEmpty else {
      guard let joined = columns.joined else { return nil }
      self.init(layout: .joined(column: joined.index), textColumns: texts)
      return
    }
    var columnOfOption = [Int?](repeating: nil, count: options.count)
    var unmatched: [Int] = []
    for (fact, suffix) in columns.split {
      let place =
        Self.option(withLabelOf: fact, in: options) ?? Self.option(suffix, in: options)
        ?? (columns.areNumbered ? Int(suffix).map { $0 - 1 } : nil)
      if let place, place < options.count, columnOfOption[place] == nil {
        columnOfOption[place] = fact.index
      } else {
        unmatched.append(fact.index)
      }
    }
    self.init(
      layout: .split(columnOfOption: columnOfOption), textColumns: texts,
      unmatchedColumns: unmatched)
  }

  /// How many options have a column of their own; one where all share it.
  var columnCount: Int {
    switch layout {
    case .split(let places): places.count { $0 != nil }
    case .joined: 1
    }
  }

  /// True where no option lacks its column.
  var isWhole: Bool {
    switch layout {
    case .split(let places): !places.contains(nil)
    case .joined: true
    }
  }

  /// True for a column that has exactly a question's name, alone or with an option behind.
  static func isNamed(_ fact: ColumnFacts, after id: String) -> Bool {
    QuestionColumns.suffix(of: fact, id: id, folds: false) != nil
  }

  /// The option whose label is the column's own wording, or ends its whole wording after a hyphen;
  /// the longest one, because a label may end another.
  private static func option(
    withLabelOf fact: ColumnFacts, in options: [MultiSelectOption]
  ) -> Int? {
    let own = fact.rowLabel.map(folded)
    let whole = fact.label.map(folded)
    let matching = options.indices.filter { place in
      ([options[place].label] + options[place].aliases).map(folded).contains { label in
        own == label || whole == label || whole?.hasSuffix("-" + label) == true
          || whole?.hasSuffix("- " + label) == true
      }
    }
    return matching.max { options[$0].label.count < options[$1].label.count }
  }

  private static func option(_ suffix: String, in options: [MultiSelectOption]) -> Int? {
    options.firstIndex { $0.code == suffix }
      ?? options.firstIndex { folded($0.code) == folded(suffix) }
  }

  private static func folded(_ text: String) -> String { HTMLText.plain(text).lowercased() }
}

/// The columns of one question, by their names.
private struct QuestionColumns {
  var split: [(fact: ColumnFacts, suffix: String)] = []
  var texts: [ColumnFacts] = []
  var joined: ColumnFacts?

  init(id: String, facts: [ColumnFacts], folds: Bool) {
    let id = folds ? ColumnName.folded(id) : id
    var areSeveral = false
    for fact in facts where fact.metadata == nil && !id.isEmpty {
      guard var suffix = Self.suffix(of: fact, id: id, folds: folds) else { continue }
      if folds { suffix = suffix.hasSuffix("_text") || suffix == "text" ? "TEXT" : suffix }
      if suffix.isEmpty {
        areSeveral = areSeveral || joined != nil
        joined = joined ?? fact
      } else if suffix == "TEXT" || suffix.hasSuffix("_TEXT") {
        texts.append(fact)
      } else {
        split.append((fact, suffix))
      }
    }
    // Which of several spellings is meant is not known.
    if folds, areSeveral { joined = nil }
  }

  /// Whether no column has a wording and each name ends in a number from 1.
  var areNumbered: Bool {
    split.allSatisfy { fact, suffix in
      guard fact.label == nil, let number = Int(suffix) else { return false }
      return number >= 1
    }
  }

  /// What follows `id_` in the column's name, or in its identifier; empty where nothing follows.
  static func suffix(of fact: ColumnFacts, id: String, folds: Bool) -> String? {
    let own = folds ? ColumnName.folded(fact.name) : fact.name
    for name in [own, fact.importID ?? ""] {
      if name == id { return "" }
      guard name.hasPrefix(id), let next = name.dropFirst(id.count).first else { continue }
      if next == "_" || next == "-" { return String(name.dropFirst(id.count + 1)) }
    }
    return nil
  }
}
