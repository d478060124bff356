/// One item's answers, one byte a row.
public struct CodedColumn: Hashable, Sendable {
  /// Position of the answer among the response scale's options, or a `MissingReason.cell`.
  public let cells: [UInt8]

  /// A column of coded answers.
  public init(cells: [UInt8]) { self.cells = cells }

  /// A byte from which on a cell holds no answer.
  public static let firstMissing: UInt8 = 0xF0

  /// How many rows have no answer, by reason.
  public func missingCounts(rows: [Int32]) -> [MissingReason: Int] {
    var counts = [Int](repeating: 0, count: 16)
    for row in rows where cells[Int(row)] >= Self.firstMissing {
      counts[Int(cells[Int(row)] - Self.firstMissing)] += 1
    }
    var result: [MissingReason: Int] = [:]
    for reason in MissingReason.allCases {
      let count = counts[Int(reason.cell - Self.firstMissing)]
      if count > 0 { result[reason] = count }
    }
    return result
  }
}

/// Attribute values, one small number a row.
public struct CategoryColumn: Hashable, Sendable {
  /// The distinct values, in codebook order, then in order of appearance.
  public let categories: [String]
  /// Position among `categories`, or −1 where nothing is known.
  public let cells: [Int32]

  /// A column of categories.
  public init(categories: [String], cells: [Int32]) {
    self.categories = categories
    self.cells = cells
  }
}

/// Numbers, one a row.
public struct NumberColumn: Hashable, Sendable {
  /// The number, or nil where there is none.
  public let cells: [Double?]

  /// A column of numbers.
  public init(cells: [Double?]) { self.cells = cells }
}

/// What respondents wrote, one text a row.
public struct TextColumn: Hashable, Sendable {
  /// The text, or nil where nothing was written.
  public let cells: [String?]

  /// A column of texts.
  public init(cells: [String?]) { self.cells = cells }
}

/// Answers to a multi-select question.
public struct MultiSelectColumn: Hashable, Sendable {
  /// Whether the question was shown and answered, one a row.
  public let states: [State]
  /// Ticked options of a row as bits, lowest bit the first option.
  public let ticks: [UInt64]

  /// What is known of one row.
  public enum State: UInt8, Hashable, Sendable {
    /// Something was ticked.
    case answered
    /// Shown, and nothing ticked; or not known to have been shown.
    case nothingTicked
    /// Never shown.
    case notShown
    /// Something stands there that no option matches.
    case unreadable
    /// Not reached: the respondent left the form before. It counts as asked.
    case brokenOff
  }

  /// A column of ticked options.
  public init(states: [State], ticks: [UInt64]) {
    self.states = states
    self.ticks = ticks
  }
}
