/// A text that is no JSON.
package struct MalformedJSON: Error, Sendable, Hashable, CustomStringConvertible {
  /// Bytes in front of what can't be read.
  package let offset: Int

  /// Says what is wrong.
  package var description: String {
    "what stands after byte \(offset) is no JSON; restore the file, or make it again"
  }
}

extension JSONValue {
  /// How deep lists and objects may stand in each other; ours are far flatter.
  static let deepest = 100

  /// Reads a text of JSON (RFC 8259), strictly; of equal keys the last one counts.
  ///
  /// A whole number is an integer, even where it is written as `1e3`, unless it does not fit; every
  /// other number is the nearest double.
  ///
  /// - Throws: `MalformedJSON`, also for a number beyond the largest double and for lists in lists
  ///   beyond `deepest`.
  package init(parsing text: String) throws(MalformedJSON) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(MalformedJSON) in
        var reader = JSONReader(bytes)
        return try reader.document()
      }
    }
    self = try result.get()
  }
}

/// Reads JSON from the bytes of a text.
struct JSONReader {
  /// All of it.
  let bytes: UnsafeBufferPointer<UInt8>
  /// How many bytes have been read.
  var place = 0

  /// A reader of bytes that are UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The one value that the text holds.
  mutating func document() throws(MalformedJSON) -> JSONValue {
    let value = try value(depth: 0)
    guard place == bytes.count else { throw malformed }
    return value
  }

  /// That the text is damaged where it is being read.
  var malformed: MalformedJSON { MalformedJSON(offset: min(place, bytes.count)) }

  /// The byte to be read next; 0, which no JSON has, at the end.
  var next: UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// A value with the white space around it.
  private mutating func value(depth: Int) throws(MalformedJSON) -> JSONValue {
    skipSpace()
    defer { skipSpace() }
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    default: return try number()
    }
  }

  private mutating func skipSpace() {
    while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { place += 1 }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(MalformedJSON) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      try expect(word.utf8Start[offset])
    }
    return value
  }

  /// Reads a byte that has to come next.
  mutating func expect(_ byte: UInt8) throws(MalformedJSON) {
    guard next == byte else { throw malformed }
    place += 1
  }

  /// True where the byte comes next, which is then read.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  // MARK: Lists

  private mutating func array(_ depth: Int) throws(MalformedJSON) -> JSONValue {
    try open(depth)
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    repeat {
      values.append(try value(depth: depth + 1))
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return .array(values)
  }

  private mutating func object(_ depth: Int) throws(MalformedJSON) -> JSONValue {
    try open(depth)
    var pairs: [(String, JSONValue)] = []
    if take(UInt8(ascii: "}")) { return .object(JSONObject(pairs)) }
    repeat {
      skipSpace()
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      pairs.append((key, try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return .object(JSONObject(pairs))
  }

  private mutating func open(_ depth: Int) throws(MalformedJSON) {
    guard depth < JSONValue.deepest else { throw malformed }
    place += 1
    skipSpace()
  }

  // MARK: Numbers

  private mutating func number() throws(MalformedJSON) -> JSONValue {
    let start = place
    let isNegative = take(UInt8(ascii: "-"))
    let first = place
    var whole = 0
    var fits = true
    while let digit = digit {
      let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
      let (sum, more) = product.addingReportingOverflow(digit)
      (whole, fits) = (sum, fits && !overflow && !more)
      place += 1
    }
    guard place > first, bytes[first] != UInt8(ascii: "0") || place == first + 1 else {
      place = start
      throw malformed
    }
    let isWhole = try !fraction()
    if isWhole, fits { return .integer(isNegative ? -whole : whole) }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
    guard let number = Double(text).flatMap(FiniteNumber.init) else {
      place = start
      throw malformed
    }
    // As the writer has it, so that what is read and written again reads the same.
    if let whole = Int(exactly: number.value), whole.magnitude < 1 << 53 { return .integer(whole) }
    return .number(number)
  }

  /// Reads what follows the whole digits; true where there is something.
  private mutating func fraction() throws(MalformedJSON) -> Bool {
    let start = place
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return place > start
  }

  private var digit: Int? {
    let byte = next
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private mutating func digits() throws(MalformedJSON) {
    guard digit != nil else { throw malformed }
    while digit != nil { place += 1 }
  }
}
