import SurveyModel

/// The categories of one attribute, read from the distinct texts of a column.
struct CategoryTexts {
  /// What a text of the column is.
  enum Reading: Hashable {
    case missing
    case category(String)
    /// No option; the nearest one where it looks misspelt.
    case unknown(text: String, nearest: String?)
    case damaged
  }

  /// The values it may have; nil where any may occur.
  let options: [String]?

  /// One reading for each text; texts have no spaces around them.
  func read(_ texts: [String]) -> [Reading] {
    guard let options else {
      return texts.map { SpreadsheetDamage.isErrorValue($0) ? .damaged : .category($0) }
    }
    let byText = Dictionary(
      options.map { (AttributeDecoder.comparable($0), $0) }, uniquingKeysWith: { first, _ in first }
    )
    return texts.map { text in
      if let option = byText[AttributeDecoder.comparable(text)] { return .category(option) }
      if SpreadsheetDamage(text) != nil { return .damaged }
      return .unknown(text: text, nearest: Misspelling.nearest(to: text, among: options))
    }
  }
}

/// A text that is nearly a word of the codebook, so that it may be shown.
enum Misspelling {
  /// The word a text looks like; to a short text too much is near, such as "Jo" to "No".
  static func nearest(to text: String, among words: [String]) -> String? {
    text.count > 3 ? NearestName.of(text, among: words) : nil
  }
}

/// Says which values of an attribute are none of its options.
struct CategoryReport {
  let file: SourceFile
  let attribute: Attribute
  let column: RawColumn

  /// - Parameter readings: one for each row of the file.
  func report(_ readings: [CategoryTexts.Reading]) {
    var misspelt: [String: (nearest: String, rows: [Int])] = [:]
    var order: [String] = []
    var unknown: [Int] = []
    var damaged: [Int] = []
    for (row, reading) in readings.enumerated() {
      switch reading {
      case .missing, .category: continue
      case .damaged: damaged.append(row)
      case .unknown(_, nil): unknown.append(row)
      case .unknown(let text, let nearest?):
        if misspelt[text] == nil { order.append(text) }
        misspelt[text, default: (nearest, [])].rows.append(row)
      }
    }
    for text in order {
      guard let (nearest, rows) = misspelt[text] else { continue }
      report(
        rows,
        "the value \"\(text)\" \(times(rows.count)), which its `options` do not list; did you mean \"\(nearest)\"? Add it or correct the rows"
      )
    }
    report(
      unknown,
      "\(counted(unknown.count, "value", "values")) that its `options` do not list; add them or correct the rows"
    )
    file.reportDamage(damaged, in: column, subject: attribute.id, "attribute `\(attribute.id)`")
  }

  private func report(_ rows: [Int], _ message: String) {
    file.report(
      .unknownCategory, rows: rows, total: rows.count, column: column.index,
      subject: attribute.id, "attribute `\(attribute.id)` has \(message)")
  }
}
