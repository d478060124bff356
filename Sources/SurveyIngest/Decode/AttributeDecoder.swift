import SurveyModel

/// Reads attribute columns of one export; every array has one element a row of the file.
struct AttributeDecoder {
  let file: SourceFile

  /// The trimmed text of each row, or nil where there is none.
  func texts(of column: RawColumn) -> [String?] {
    let tokens = Set(ResponseScale.defaultMissingTokens)
    func clean(_ text: String) -> String? {
      let trimmed = text.trimmed
      return trimmed.isEmpty || tokens.contains(trimmed) ? nil : trimmed
    }
    if let distinct = column.texts,
      let values = column.translated(by: [nil, nil, nil] + distinct.map(clean))
    {
      return values
    }
    return (0..<column.rowCount).map { column.text($0).flatMap(clean) }
  }

  /// The category of each row; one outside the codebook's list is a finding and unknown.
  func categories(of attribute: Attribute, in column: RawColumn) -> [String?] {
    let texts = texts(of: column)
    guard let options = attribute.options else { return texts }
    let byText = Dictionary(
      options.map { (Self.comparable($0), $0) }, uniquingKeysWith: { first, _ in first })
    var unknown: [Int] = []
    var known: [String: String] = [:]
    let values = texts.enumerated().map { row, text -> String? in
      guard let text else { return nil }
      if let option = known[text] { return option }
      if let option = byText[Self.comparable(text)] {
        known[text] = option
        return option
      }
      unknown.append(row)
      return nil
    }
    if !unknown.isEmpty {
      file.report(
        .unknownCategory, rows: unknown, total: unknown.count, column: column.index,
        subject: attribute.id,
        "attribute `\(attribute.id)` has \(counted(unknown.count, "value", "values")) that its `options` do not list; add them or correct the rows"
      )
    }
    return values
  }

  /// The number of each row; text and implausible numbers are findings and unknown.
  func numbers(of attribute: Attribute, in column: RawColumn) -> [Double?] {
    var bad: [Int] = []
    let values = texts(of: column).enumerated().map { row, text -> Double? in
      guard let text else { return nil }
      guard let number = Double(text), number.isFinite,
        number >= attribute.minimum ?? -.infinity, number <= attribute.maximum ?? .infinity
      else {
        bad.append(row)
        return nil
      }
      return number
    }
    if !bad.isEmpty {
      let limits = [
        attribute.minimum.map { "from \(plain($0))" }, attribute.maximum.map { "to \(plain($0))" },
      ]
      .compactMap(\.self).joined(separator: " ")
      file.report(
        .outOfRange, rows: bad, total: bad.count, column: column.index, subject: attribute.id,
        "attribute `\(attribute.id)` has \(counted(bad.count, "value that is", "values that are")) no number \(limits); correct the rows or the limits"
      )
    }
    return values
  }

  /// When each row was submitted, in seconds of its own clock; unreadable dates are a finding.
  func moments(of attribute: Attribute, in column: RawColumn) -> [Int64?] {
    var bad: [Int] = []
    var known: [String: Int64] = [:]
    let values = texts(of: column).enumerated().map { row, text -> Int64? in
      guard let text else { return nil }
      if let moment = known[text] { return moment }
      if let moment = Moment.seconds(text) {
        // Where nearly every row has its own text, remembering would only cost memory.
        if column.texts != nil { known[text] = moment }
        return moment
      }
      bad.append(row)
      return nil
    }
    if !bad.isEmpty {
      file.report(
        .unreadableDate, rows: bad, total: bad.count, column: column.index, subject: attribute.id,
        "attribute `\(attribute.id)` has \(counted(bad.count, "date", "dates")) that can't be read; write them as 2025-01-31 14:05:00"
      )
    }
    return values
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
    guard let start = firstIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }),
      let end = lastIndex(where: { !$0.isWhitespace && $0 != "\u{FEFF}" })
    else { return "" }
    return String(self[start...end])
  }
}
