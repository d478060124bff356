import SurveyModel

/// Reads attribute columns of one export; every array has one element a row of the file.
struct AttributeDecoder {
  let file: SourceFile

  /// The trimmed text of each row, or nil where there is none.
  func texts(of column: RawColumn) -> [String?] {
    if let distinct = column.texts,
      let values = column.translated(by: [nil, nil, nil] + distinct.map(clean))
    {
      return values
    }
    return (0..<column.rowCount).map { column.text($0).flatMap(clean) }
  }

  private func clean(_ text: String) -> String? {
    let trimmed = text.trimmed
    return trimmed.isEmpty || Self.missingTokens.contains(trimmed) ? nil : trimmed
  }

  private static let missingTokens = Set(ResponseScale.defaultMissingTokens)

  /// One reading a row, made from the distinct texts of a dictionary column.
  ///
  /// - Parameters:
  ///   - missing: what an empty cell is read as.
  ///   - read: the readings of texts without spaces around them, one for each.
  private func perRow<Reading>(
    _ column: RawColumn, missing: Reading, _ read: ([String]) -> [Reading]
  ) -> [Reading] {
    let cells = column.texts?.map(clean) ?? texts(of: column)
    var readings = read(cells.compactMap(\.self)).makeIterator()
    let values = cells.map { $0 == nil ? missing : readings.next() ?? missing }
    return column.translated(by: [missing, missing, missing] + values) ?? values
  }

  /// The category of each row; one outside the codebook's list is a finding and unknown.
  func categories(of attribute: Attribute, in column: RawColumn) -> [String?] {
    let reader = CategoryTexts(options: attribute.options)
    let readings = perRow(column, missing: CategoryTexts.Reading.missing, reader.read)
    CategoryReport(file: file, attribute: attribute, column: column).report(readings)
    let values = readings.map { if case .category(let text) = $0 { text } else { String?.none } }
    if attribute.options == nil {
      SimilarCategories(file: file, attribute: attribute, column: column).report(values)
    }
    return values
  }

  /// The number of each row; text and implausible numbers are findings and unknown.
  func numbers(of attribute: Attribute, in column: RawColumn) -> [Double?] {
    var mixesDecimals = false
    let readings = perRow(column, missing: NumberTexts.Reading?.none) { texts in
      let numbers = NumberTexts(texts)
      mixesDecimals = numbers.mixesDecimals
      return numbers.readings
    }
    let limits = (attribute.minimum ?? -.infinity)...(attribute.maximum ?? .infinity)
    let values = readings.map { reading -> Double? in
      guard case .number(let number) = reading, limits.contains(number) else { return nil }
      return number
    }
    let ambiguous = readings.indices.filter { readings[$0] == .ambiguous }
    let bad = readings.indices.filter {
      values[$0] == nil && readings[$0] != nil && readings[$0] != .ambiguous
    }
    reportNumbers(attribute, column, bad: bad)
    NumberReport(file: file, column: column, name: "attribute `\(attribute.id)`").report(
      ambiguous: ambiguous, mixesDecimals: mixesDecimals, subject: attribute.id)
    return values
  }

  private func reportNumbers(_ attribute: Attribute, _ column: RawColumn, bad: [Int]) {
    let damaged = bad.filter { SpreadsheetDamage(column.text($0)?.trimmed ?? "") != nil }
    file.reportDamage(damaged, in: column, subject: attribute.id, "attribute `\(attribute.id)`")
    let rest = damaged.isEmpty ? bad : bad.filter { !damaged.contains($0) }
    let limits = [
      attribute.minimum.map { "from \(plain($0))" }, attribute.maximum.map { "to \(plain($0))" },
    ]
    .compactMap(\.self).map { " " + $0 }.joined()
    file.report(
      .outOfRange, rows: rest, total: rest.count, column: column.index, subject: attribute.id,
      "attribute `\(attribute.id)` has \(counted(rest.count, "value that is", "values that are")) no number\(limits); correct the rows or the limits"
    )
  }

  /// When each row was submitted, in seconds of its own clock; dates that can't be trusted are
  /// findings and unknown.
  func moments(of attribute: Attribute, in column: RawColumn) -> [Int64?] {
    let order = file.source.dateOrder ?? attribute.dateOrder
    let readings = perRow(column, missing: DateTexts.Reading?.none) { texts in
      DateTexts(texts, order: order, latest: file.latest).readings
    }
    reportDates(readings, of: attribute, in: column)
    return readings.map { if case .moment(let moment) = $0 { moment } else { nil } }
  }

  private func reportDates(
    _ readings: [DateTexts.Reading?], of attribute: Attribute, in column: RawColumn
  ) {
    func report(
      _ code: FindingCode, _ reading: DateTexts.Reading, _ one: String, _ many: String,
      _ advice: String
    ) {
      let rows = readings.indices.filter { readings[$0] == reading }
      file.report(
        code, rows: rows, total: rows.count, column: column.index, subject: attribute.id,
        "attribute `\(attribute.id)` has \(counted(rows.count, one, many)); \(advice)")
    }
    report(
      .unreadableDate, .unreadable, "date that can't be read", "dates that can't be read",
      "write them as 2025-01-31 14:05:00")
    report(
      .ambiguousDate, .ambiguous, "date that may begin with the day or the month",
      "dates that may begin with the day or the month",
      "say `date_order: mdy`, `dmy` or `ymd` at this source, or write them as 2025-01-31 14:05:00")
    report(
      .implausibleDate, .implausible, "date before the year 2000 or after the day of the report",
      "dates before the year 2000 or after the day of the report",
      "they count as unknown, so correct the rows")
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// True where the text of a row is one of `granted`; nil where there is none.
  func claims(of column: RawColumn, granted: [String]) -> [Bool?] {
    let granted = Set(granted.map(AnswerText.normalized))
    return texts(of: column).map { $0.map { granted.contains(AnswerText.normalized($0)) } }
  }

  /// `in_progress` and "In progress" are one category.
  static func comparable(_ text: String) -> String {
    String(AnswerText.normalized(text).map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}

extension String {
  /// The text without outer white space.
  var trimmed: String {
    // Most texts begin and end with visible characters of ASCII.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return self
    }
    guard let start = firstIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }),
      let end = lastIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" })
    else { return "" }
    return String(self[start...end])
  }
}
