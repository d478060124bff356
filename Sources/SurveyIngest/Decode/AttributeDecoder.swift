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

  static let missingTokens = Set(ResponseScale.defaultMissingTokens)
  private static let longestToken = missingTokens.map(\.utf8.count).max() ?? 0

  /// The trimmed texts of a column, each once.
  ///
  /// - Parameter known: words of the codebook for what stands in the column; a missing token that is one
  ///   of them is a text.
  func coded(_ column: RawColumn, known: [String] = []) -> CodedTexts {
    let known = Set(known.map(Self.comparable))
    let kept = Self.missingTokens.filter { known.contains(Self.comparable($0)) }
    guard !kept.isEmpty else { return CodedTexts(column, longest: Self.longestToken, clean: clean) }
    return CodedTexts(column, longest: Self.longestToken) { text in
      kept.contains(text.trimmed) ? text.trimmed : clean(text)
    }
  }

  /// The category of each row; one outside the codebook's list is a finding and unknown.
  func categories(of attribute: Attribute, in column: RawColumn) -> CodedTexts {
    let coded = coded(column, known: attribute.options ?? [])
    let readings = CategoryTexts(options: attribute.options).read(coded.texts)
    var coder = TextCoder()
    let places = readings.map { reading -> Int32 in
      if case .category(let text) = reading { Int32(coder.code(of: text)) } else { -1 }
    }
    if places.contains(-1) {
      CategoryReport(file: file, attribute: attribute, column: column).report(
        coded.codes.map { $0 < 0 ? .missing : readings[Int($0)] })
    }
    let values = CodedTexts(
      texts: coder.texts, codes: coded.codes.map { $0 < 0 ? -1 : places[Int($0)] })
    if attribute.options == nil {
      SimilarCategories(file: file, attribute: attribute, column: column).report(values)
      MissingTokenAudit(file: file, attribute: attribute, column: column).report()
    }
    return values
  }

  /// The number of each row; text and implausible numbers are findings and unknown.
  func numbers(of attribute: Attribute, in column: RawColumn) -> [Double?] {
    let coded = coded(column)
    let numbers = NumberTexts(coded.texts)
    let limits = (attribute.minimum ?? -.infinity)...(attribute.maximum ?? .infinity)
    let values = numbers.readings.map { reading -> Double? in
      guard case .number(let number) = reading, limits.contains(number) else { return nil }
      return number
    }
    let isAmbiguous = numbers.readings.map { $0 == .ambiguous }
    let isBad = zip(values, isAmbiguous).map { $0 == nil && !$1 }
    reportNumbers(attribute, column, bad: coded.rows(where: isBad))
    NumberReport(file: file, column: column, name: "attribute `\(attribute.id)`").report(
      ambiguous: coded.rows(where: isAmbiguous), mixesDecimals: numbers.mixesDecimals,
      subject: attribute.id)
    return coded.codes.map { $0 < 0 ? nil : values[Int($0)] }
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
    let coded = coded(column)
    let readings = DateTexts(coded.texts, order: order, latest: file.latest).readings
    reportDates(readings, coded, of: attribute, in: column)
    let moments = readings.map { if case .moment(let moment) = $0 { moment } else { Int64?.none } }
    return coded.codes.map { $0 < 0 ? nil : moments[Int($0)] }
  }

  private func reportDates(
    _ readings: [DateTexts.Reading], _ coded: CodedTexts, of attribute: Attribute,
    in column: RawColumn
  ) {
    func report(
      _ code: FindingCode, _ reading: DateTexts.Reading, _ one: String, _ many: String,
      _ advice: String
    ) {
      let rows = coded.rows(where: readings.map { $0 == reading })
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
    let coded = coded(column, known: granted)
    let granted = Set(granted.map(AnswerText.normalized))
    let claims = coded.texts.map { granted.contains(AnswerText.normalized($0)) }
    return coded.codes.map { $0 < 0 ? nil : claims[Int($0)] }
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
