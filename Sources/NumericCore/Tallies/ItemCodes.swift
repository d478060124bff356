/// One item's answers over the rows of an analysis, as positions in a short list of codes.
public struct ItemCodes: Hashable, Sendable {
  /// The codes that can occur, ascending and distinct; at most 255.
  public let codes: [Int]
  /// For each row the position of its code in `codes`, or `missing`.
  public let indexes: [UInt8]

  /// The index of a row without an answer.
  public static let missing: UInt8 = 255
  /// The largest size of a code, so that sums of products are exact in 128 bits.
  public static let largestCode = 1_000_000

  /// Takes codes and one index for each row.
  ///
  /// - Throws: `tooManyCodes` above 255 codes; `codesNotAscending`; `codeOutOfRange` beyond
  ///   ± 1,000,000; `indexOutsideCodes` when an index is neither a position nor `missing`.
  public init(codes: [Int], indexes: [UInt8]) throws(NumericError) {
    try ItemCodes.check(codes)
    for index in indexes where index != ItemCodes.missing && Int(index) >= codes.count {
      throw .indexOutsideCodes(index: Int(index), codeCount: codes.count)
    }
    self.codes = codes
    self.indexes = indexes
  }

  /// Takes one answer for each row, `nil` where it is missing.
  ///
  /// - Throws: `tooManyCodes` above 255 different answers; `codeOutOfRange` beyond ± 1,000,000.
  public init(answers: [Int?]) throws(NumericError) {
    let distinct = Set(answers.compactMap { $0 }).sorted()
    try ItemCodes.check(distinct)
    var positions: [Int: UInt8] = [:]
    for (position, code) in distinct.enumerated() { positions[code] = UInt8(position) }
    codes = distinct
    indexes = answers.map { answer in
      answer.flatMap { positions[$0] } ?? ItemCodes.missing
    }
  }

  private init(unchecked codes: [Int], _ indexes: [UInt8]) {
    self.codes = codes
    self.indexes = indexes
  }

  /// The item over some of its rows, in their order.
  func rows(_ rows: [Int]) -> ItemCodes { ItemCodes(unchecked: codes, rows.map { indexes[$0] }) }

  /// The number of rows, with and without an answer.
  public var rowCount: Int { indexes.count }

  /// The answer in a row, `nil` where it is missing.
  public subscript(row: Int) -> Int? {
    let index = indexes[row]
    return index == ItemCodes.missing ? nil : codes[Int(index)]
  }

  /// The item keyed the other way: each code becomes lowest limit + highest limit − code.
  ///
  /// - Parameter limits: the lowest and highest code that the item offers, not those observed.
  public func reversed(within limits: ClosedRange<Int>) -> ItemCodes {
    let last = UInt8(max(codes.count, 1) - 1)
    return ItemCodes(
      unchecked: reversedCodes(codes, within: limits),
      indexes.map { $0 == ItemCodes.missing ? $0 : last - $0 })
  }

  static func check(_ codes: [Int]) throws(NumericError) {
    guard codes.count <= Int(missing) else {
      throw .tooManyCodes(count: codes.count, allowed: Int(missing))
    }
    for code in codes where code < -largestCode || code > largestCode {
      throw .codeOutOfRange(code)
    }
    for (code, next) in zip(codes, codes.dropFirst()) where code >= next {
      throw .codesNotAscending
    }
  }
}

/// Codes keyed the other way, ascending again.
func reversedCodes(_ codes: [Int], within limits: ClosedRange<Int>) -> [Int] {
  codes.reversed().map { limits.lowerBound + limits.upperBound - $0 }
}
