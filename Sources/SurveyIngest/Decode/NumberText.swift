/// A number as people and programs write it: `12`, `-1.5`, `1,5`, `2.5E+03`.
struct NumberText: Hashable {
  /// What stands before the fraction.
  enum Separator: Hashable { case none, point, comma }

  let value: Double
  let separator: Separator
  /// True for `1,234` and `1.234`, where the sign may also part thousands.
  let mayPartThousands: Bool

  /// Reads a text without spaces around it; `nil` where it is no number. Words such as `inf` and
  /// numbers with two separators are none.
  init?(_ text: some StringProtocol) {
    // Word processors write a minus as one of several dashes.
    guard text.utf8.first == 0xE2, let sign = text.first, Self.dashes.contains(sign) else {
      self.init(plain: text)
      return
    }
    self.init(plain: "-" + String(text.dropFirst()))
  }

  private static let dashes: Set<Character> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
  ]

  private init?(plain text: some StringProtocol) {
    var digits = (whole: 0, fraction: 0)
    var separator = Separator.none
    var hasExponent = false
    var isFirst = true
    var firstDigit: UInt8?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        firstDigit = firstDigit ?? byte
        if !hasExponent, separator == .none { digits.whole += 1 }
        if !hasExponent, separator != .none { digits.fraction += 1 }
      case UInt8(ascii: "+") where isFirst, UInt8(ascii: "-") where isFirst: break
      case UInt8(ascii: ".") where separator == .none && !hasExponent: separator = .point
      case UInt8(ascii: ",") where separator == .none && !hasExponent: separator = .comma
      case UInt8(ascii: "e") where !hasExponent, UInt8(ascii: "E") where !hasExponent:
        guard firstDigit != nil else { return nil }
        hasExponent = true
        isFirst = true
        continue
      default: return nil
      }
      isFirst = false
    }
    guard firstDigit != nil, separator != .comma || digits.fraction > 0,
      let value = Double(separator == .comma ? Self.withPoint(text) : String(text)),
      value.isFinite
    else { return nil }
    self.value = value
    self.separator = separator
    mayPartThousands =
      separator != .none && !hasExponent && digits.fraction == 3 && (1...3).contains(digits.whole)
      && firstDigit != UInt8(ascii: "0")
  }

  private static func withPoint(_ text: some StringProtocol) -> String {
    String(text.map { $0 == "," ? "." : $0 })
  }
}

/// The numbers of one column, read from its distinct texts: the column tells what a comma means.
struct NumberTexts {
  /// What a text of the column is.
  enum Reading: Hashable {
    case number(Double)
    /// A number that may be one or a thousand times as much.
    case ambiguous
    case noNumber
  }

  /// One for each text, in the same order.
  let readings: [Reading]
  /// True where some text is read with a decimal comma.
  let hasDecimalComma: Bool
  /// True where some texts have a decimal comma and others a decimal point.
  let mixesDecimals: Bool

  /// Reads texts without spaces around them.
  ///
  /// `1,5` proves a decimal comma. Where no text does, `1,234` is left open; where some text has a
  /// comma, so is `1.234`.
  init(_ texts: [String]) {
    let numbers = texts.map { NumberText($0) }
    let commas = numbers.contains { $0?.separator == .comma }
    let points = numbers.contains { $0?.separator == .point }
    let provesComma = commas && numbers.contains { $0?.proves(.comma) ?? false }
    hasDecimalComma = provesComma
    mixesDecimals =
      provesComma && points && numbers.contains { $0?.proves(.point) ?? false }
    readings = numbers.map { number in
      guard let number else { return .noNumber }
      guard number.mayPartThousands, commas else { return .number(number.value) }
      return number.separator == .comma && provesComma && !points
        ? .number(number.value) : .ambiguous
    }
  }
}

extension NumberText {
  /// True for `1,234`: whether the comma parts thousands or a fraction, only the column can tell.
  var isOpenComma: Bool { separator == .comma && mayPartThousands }

  /// True where the separator can only stand before a fraction.
  func proves(_ separator: Separator) -> Bool {
    self.separator == separator && !mayPartThousands
  }
}
