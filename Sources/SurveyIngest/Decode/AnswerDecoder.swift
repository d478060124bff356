import SurveyModel

/// Turns one item's column into codes: it reads the distinct texts, not the cells.
struct AnswerDecoder {
  let item: Item
  let file: SourceFile
  /// What an empty cell says in this file.
  let emptyMeans: MissingReason
  private let meanings: [String: UInt8]

  init(item: Item, file: SourceFile, emptyMeans: MissingReason) {
    self.item = item
    self.file = file
    self.emptyMeans = emptyMeans
    meanings = Self.meanings(of: item.responseScale)
  }

  private static func meanings(of scale: ResponseScale) -> [String: UInt8] {
    var meanings: [String: UInt8] = [:]
    func add(_ texts: [String], _ cell: UInt8) {
      for text in texts.map(AnswerText.normalized) {
        meanings[text] = cell
      }
    }
    add(scale.missingTokens, MissingReason.skipped.cell)
    for option in scale.nonSubstantive {
      add([option.label] + option.aliases + [String(option.code)], option.reason.cell)
    }
    for (index, option) in scale.options.enumerated() {
      add([option.label] + option.aliases + [String(option.code)], UInt8(index))
    }
    // "4,50" is "4.5", unless that is another's.
    for (text, cell) in meanings {
      if let key = Self.number(text), meanings[key] == nil { meanings[key] = cell }
    }
    return meanings
  }

  /// A number in one spelling: "4.0" and "4,0" are what spreadsheets make of 4; nil for any other text,
  /// and for "1,000", which may be a thousand.
  private static func number(_ text: String) -> String? {
    guard let number = NumberText(text), !number.isOpenComma else { return nil }
    let isWhole = number.value == number.value.rounded() && abs(number.value) < 1e9
    return isWhole ? String(Int(number.value)) : String(number.value)
  }

  /// One byte a row: a position among the options, or a missing reason.
  func cells(of column: RawColumn) -> [UInt8] {
    let empty = emptyMeans.cell
    let special = [empty, MissingReason.skipped.cell, MissingReason.unreadable.cell]
    let texts = column.distinctTexts
    let decoded = texts.map(decode)
    reportUnread(texts, decoded, in: column)
    checkOneTextPerCode(texts, decoded, in: column)
    if let cells = column.translated(by: special + decoded) { return cells }
    let byText = Dictionary(zip(texts, decoded), uniquingKeysWith: { first, _ in first })
    return (0..<column.rowCount).map { row in
      switch column.cellState(row) {
      case .text: column.text(row).flatMap { byText[$0] } ?? MissingReason.unreadable.cell
      case .empty: empty
      case .quotedEmpty: MissingReason.skipped.cell
      case .absent: MissingReason.unreadable.cell
      }
    }
  }

  private func decode(_ text: String) -> UInt8 {
    let normalized = AnswerText.normalized(text)
    if normalized.isEmpty { return emptyMeans.cell }
    if let cell = meanings[normalized] { return cell }
    if let cell = Self.number(normalized).flatMap({ meanings[$0] }) { return cell }
    let dashed = String(normalized.map { $0 == "\u{2212}" ? "-" : $0 })
    if dashed != normalized, let cell = meanings[dashed] { return cell }
    // `(1)` stands beside `(7) Very clear`; bookkeepers mean -1 by it.
    if let number = LabelledNumber.bracketed(dashed), let cell = meanings[String(number)],
      number == 0 || meanings[String(-number)] == nil
    {
      return cell
    }
    return LabelledNumber(dashed).flatMap(cell) ?? MissingReason.unreadable.cell
  }

  /// What a number and its wording mean together; nil where they contradict each other. The options of
  /// a rating need no wording.
  private func cell(of answer: LabelledNumber) -> UInt8? {
    guard let cell = meanings[String(answer.number)] else { return nil }
    let worded = meanings[answer.label]
    let isRated = item.responseScale.kind == .numeric && cell < CodedColumn.firstMissing
    return worded == cell || worded == nil && isRated ? cell : nil
  }

  // MARK: Findings

  private func reportUnread(_ texts: [String], _ decoded: [UInt8], in column: RawColumn) {
    reportDecimals(texts, in: column)
    var unread = texts.indices.filter { decoded[$0] == MissingReason.unreadable.cell }
    guard !unread.isEmpty else { return }
    let damaged = unread.filter { SpreadsheetDamage(texts[$0].trimmed) != nil }
    file.reportDamage(
      rows(of: damaged.map { texts[$0] }, in: column), in: column, subject: item.id,
      "item `\(item.id)`")
    unread.removeAll(where: damaged.contains)
    let fractions = FractionReport(item: item, file: file, column: column)
    let between = fractions.fractions(in: unread.map { texts[$0] }).map { unread[$0] }
    if !between.isEmpty {
      let answerCount = (0..<column.rowCount).count { column.cellState($0) == .text }
      fractions.report(
        rows(of: between.map { texts[$0] }, in: column), between.map { texts[$0] },
        answerCount: answerCount)
      unread.removeAll(where: between.contains)
    }
    guard unread.count <= 20 else {
      let rows = rows(of: unread.map { texts[$0] }, in: column)
      file.report(
        .unmatchedAnswer, rows: rows, total: rows.count, column: column.index, subject: item.id,
        "item `\(item.id)` has \(unread.count) different texts that no option matches; check that column `\(column.name)` is the right one"
      )
      return
    }
    for index in unread { reportUnread(texts[index], in: column) }
  }

  private func rows(of texts: [String], in column: RawColumn) -> [Int] {
    guard !texts.isEmpty else { return [] }
    let wanted = Set(texts)
    return (0..<column.rowCount).filter { column.text($0).map(wanted.contains) ?? false }
  }

  /// Most columns hold no comma, and nothing is asked of them.
  private func reportDecimals(_ texts: [String], in column: RawColumn) {
    guard texts.contains(where: { $0.utf8.contains(UInt8(ascii: ",")) }),
      NumberTexts(texts.map(\.trimmed)).mixesDecimals
    else { return }
    NumberReport(file: file, column: column, name: "item `\(item.id)`").report(
      ambiguous: [], mixesDecimals: true, subject: item.id)
  }

  private func reportUnread(_ text: String, in column: RawColumn) {
    let rows = rows(of: [text], in: column)
    if let number = NumberText(text.filter { $0 != " " }) {
      reportNumber(number, rows, in: column)
      return
    }
    let scale = item.responseScale
    let nearest = NearestName.of(
      text, among: scale.options.map(\.label) + scale.nonSubstantive.map(\.label))
    // The options of a rating have no aliases.
    let advice =
      scale.kind == .numeric
      ? "correct the row, give its number a wording with `anchors`, or list it under `non_substantive` if it is no answer"
      : nearest.map { "add it to the aliases of \"\($0)\" if it means that" }
        ?? "add it to the codebook or correct the row"
    // A misspelt label is shown; to a short text too much is near, such as "Jo" to "No".
    let isMisspelt = nearest != nil && text.count > 3
    let shown =
      isMisspelt || isSafeToShow(text) ? "the answer \"\(text)\"" : "an answer (not shown)"
    file.report(
      .unmatchedAnswer, rows: rows, total: rows.count, column: column.index, subject: item.id,
      "item `\(item.id)` has \(shown) \(times(rows.count)), which no option of `\(scale.id)` matches; \(advice)"
    )
  }

  /// Reports a number that is no code.
  private func reportNumber(_ number: NumberText, _ rows: [Int], in column: RawColumn) {
    let scale = item.responseScale
    if number.isOpenComma {
      NumberReport(file: file, column: column, name: "item `\(item.id)`").report(
        ambiguous: rows, mixesDecimals: false, subject: item.id)
    } else if let limits = scale.limits {
      file.report(
        .outOfRange, rows: rows, total: rows.count, column: column.index, subject: item.id,
        "item `\(item.id)` has \(shown(number.value)), which is no code of \(limits.lowerBound) to \(limits.upperBound); correct the row, add it to response scale `\(scale.id)` if it is an answer, or list it there under `non_substantive` if it is none"
      )
    } else {
      file.report(
        .unmatchedAnswer, rows: rows, total: rows.count, column: column.index, subject: item.id,
        "item `\(item.id)` has \(shown(number.value)) \(times(rows.count)), which is no code of `\(scale.id)`; add it to the codebook or correct the row"
      )
    }
  }

  /// A code has few digits; a longer number may be an identifier or a telephone number.
  private func shown(_ number: Double) -> String {
    guard abs(number) < 1000 else { return "a number (not shown)" }
    return "the answer \(number == number.rounded() ? String(Int(number)) : String(number))"
  }

  /// True where every word is one of the labels' own, or a code; any other may be a name or a
  /// person's words.
  private func isSafeToShow(_ text: String) -> Bool {
    let scale = item.responseScale
    let labels =
      scale.options.flatMap { [$0.label] + $0.aliases }
      + scale.nonSubstantive.flatMap { [$0.label] + $0.aliases }
    let codes = scale.options.map { String($0.code) }
    let known = Set(labels.flatMap(Self.words) + codes)
    return text.count <= 60 && Self.words(text).allSatisfy(known.contains)
  }

  private static func words(_ text: String) -> [String] {
    AnswerText.normalized(text).split { !$0.isLetter && !$0.isWholeNumber && $0 != "'" }
      .map(String.init)
  }

  /// A number and a label that reach one code come from two exports; which is right is unknown.
  private func checkOneTextPerCode(_ texts: [String], _ decoded: [UInt8], in column: RawColumn) {
    guard item.responseScale.kind != .numeric else { return }
    var firstText: [UInt8: String] = [:]
    for (text, cell) in zip(texts, decoded) where cell < CodedColumn.firstMissing {
      let isNumber = NumberText(text.filter { $0 != " " }) != nil
      guard let first = firstText[cell] else {
        firstText[cell] = text
        continue
      }
      guard isNumber != (NumberText(first.filter { $0 != " " }) != nil) else { continue }
      let code = item.responseScale.options[Int(cell)].code
      file.findings.add(
        Finding(
          .twoTextsForOneCode, at: SourceLocation(file: file.path, column: column.index + 1),
          subject: item.id,
          "column `\(column.name)` holds both \"\(first)\" and \"\(text)\" for the code \(code) of item `\(item.id)`; export the file anew with either texts or numbers"
        ))
      return
    }
  }
}
