import SurveyModel

/// What the cells of a question with one column an option mean, read from their distinct texts.
///
/// A cell is ticked where it holds a known word for it or the option's own label, code or alias, and
/// not ticked where it holds a known word for that. Anything else is unreadable: another option's
/// label, a number, a person's own words. Where a text may mean two things, the other cells of the
/// question decide, or nothing does.
struct SplitCells {
  /// What one text of a column means.
  enum Meaning: Hashable { case ticked, notTicked, blank, damaged, unreadable }

  /// One option, and the distinct texts of its column.
  struct Column {
    let option: MultiSelectOption
    /// The option's place in the question, from 1.
    let place: Int
    let texts: [String]
  }

  private let columns: [Column]
  /// What the survey tool writes for "shown, not ticked", if it has a word for it.
  private let seenToken: String?
  /// Whether some response leaves one of the columns blank and fills another one.
  private let isSparse: Bool
  /// For each column its texts in comparable form.
  private let present: [Set<String>]
  /// For each column its option's label, code and aliases in comparable form.
  private let own: [Set<String>]
  /// True where 1 and 2 stand in the cells, and nothing tells which of them means *ticked*: SPSS writes
  /// 1 for yes and 2 for no, SoSci Survey 1 for no and 2 for yes.
  let codesOneAndTwo: Bool

  init(_ columns: [Column], isSparse: Bool, seenToken: String? = nil) {
    self.columns = columns
    self.isSparse = isSparse
    self.seenToken = seenToken.map(Self.comparable)
    own = columns.map { Self.ownTexts(of: $0.option) }
    present = columns.map { Set($0.texts.map(Self.comparable)).subtracting([""]) }
    let tellsNo = present.joined().contains { TickWords.meaning(of: $0) == .notTicked }
    codesOneAndTwo = !tellsNo && present.contains { $0.isSuperset(of: ["1", "2"]) }
  }

  /// The texts of a column that stand for an empty cell, besides the option's own.
  static func blankTexts(of column: Column, seenToken: String?) -> Set<String> {
    let own = ownTexts(of: column.option)
    let token = seenToken.map(comparable)
    return Set(
      column.texts.filter { text in
        let text = comparable(text)
        return (text == token || BlankTexts.all.contains(text)) && !own.contains(text)
      })
  }

  private static func ownTexts(of option: MultiSelectOption) -> Set<String> {
    Set(([option.label, option.code] + option.aliases).map(comparable))
  }

  /// A text as answers are compared, without HTML; `1.0` is 1.
  static func comparable(_ text: String) -> String {
    let plain = AnswerText.normalized(HTMLText.plain(text))
    guard let number = NumberText(plain), !number.isOpenComma, abs(number.value) < 1e9,
      number.value == number.value.rounded()
    else { return plain }
    return String(Int(number.value))
  }

  /// Whether the cells hold words for *not ticked*: a response without any was not shown the question.
  var tellsNotTicked: Bool {
    columns.indices.contains { column in
      columns[column].texts.contains { meaning(of: $0, in: column) == .notTicked }
    }
  }

  /// The meaning of each text of a column.
  func meanings(inColumn column: Int) -> [String: Meaning] {
    let texts = columns[column].texts
    return Dictionary(
      texts.map { ($0, meaning(of: $0, in: column)) }, uniquingKeysWith: { first, _ in first })
  }

  private func meaning(of text: String, in column: Int) -> Meaning {
    if SpreadsheetDamage.isErrorValue(text) { return .damaged }
    let text = Self.comparable(text)
    if text.isEmpty { return .blank }
    if codesOneAndTwo, text == "1" || text == "2" { return .unreadable }
    let word = TickWords.meaning(of: text)
    let isBlank = BlankTexts.all.contains(text)
    if isOwn(text, column), word != .ticked {
      let isPlain = word == nil && !isBlank && text != seenToken && Int(text) == nil
      if isPlain || isRepeated(text, column) || isOwnBesideNo(text, column) { return .ticked }
      // An option called "No", "NA" or 2, in cells that do not tell that they repeat it.
      if word == nil && !isBlank || !holdsTickWords { return .unreadable }
    }
    if text == seenToken { return .notTicked }
    if isBlank { return .blank }
    switch word {
    case .ticked: return .ticked
    case .notTicked: return .notTicked
    case nil: return .unreadable
    }
  }

  /// Whether a text is the option's own, or its place among options that have no numbers.
  private func isOwn(_ text: String, _ column: Int) -> Bool {
    if own[column].contains(text) { return true }
    return text == String(columns[column].place)
      && !own.joined().contains { Int($0) != nil }
  }

  /// Whether every column holds nothing but its option's own text where that is ticked, and this one
  /// holds only `text`.
  private func isRepeated(_ text: String, _ column: Int) -> Bool {
    isSparse && present[column] == [text]
      && present.indices.allSatisfy { other in
        present[other].allSatisfy { isOwn($0, other) }
          && (other == column || !present[other].contains(text))
      }
  }

  /// Whether the columns hold their options' own texts where these are ticked and other texts where
  /// they are not, so that an option called like such a text is ticked by it.
  ///
  /// The column itself must say *not ticked* with another text, or leave cells blank. At least one
  /// other column must be ticked by its own text.
  private func isOwnBesideNo(_ text: String, _ column: Int) -> Bool {
    guard own[column].contains(text), isOnlyIn(text, column) else { return false }
    let others = present.indices.map { place in present[place].subtracting(own[place]) }
    guard others.joined().allSatisfy(saysNothingOrNo) else { return false }
    let leavesBlank = isSparse && others.joined().allSatisfy(isBlank)
    return (leavesBlank || others[column].contains { !isBlank($0) })
      && present.indices.contains { other in
        other != column
          && present[other].contains { own[other].contains($0) && isOnlyIn($0, other) }
      }
  }

  /// Whether no other column holds the text.
  private func isOnlyIn(_ text: String, _ column: Int) -> Bool {
    present.indices.allSatisfy { $0 == column || !present[$0].contains(text) }
  }

  private func isBlank(_ text: String) -> Bool {
    text == seenToken || BlankTexts.all.contains(text)
  }

  private func saysNothingOrNo(_ text: String) -> Bool {
    isBlank(text) || TickWords.meaning(of: text) == .notTicked
  }

  /// Whether some column is ticked by a known word that is not its option's own.
  private var holdsTickWords: Bool {
    present.indices.contains { column in
      present[column].contains {
        TickWords.meaning(of: $0) == .ticked && !own[column].contains($0)
      }
    }
  }
}
