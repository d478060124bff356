/// Text that grows by many small pieces; several times as fast as appending to a string.
struct TextBuffer: ~Copyable {
  private var bytes: UnsafeMutableRawBufferPointer
  private var count = 0

  /// An empty buffer.
  ///
  /// - Parameter capacity: bytes to make room for at once.
  init(capacity: Int = 0) {
    bytes = .allocate(byteCount: max(capacity, 64), alignment: 1)
  }

  deinit { bytes.deallocate() }

  /// Everything appended so far.
  var text: String {
    // Each piece was text, so that the whole need not be looked at again.
    let span = Span<UInt8>(
      _unsafeElements: UnsafeRawBufferPointer(rebasing: bytes[..<count]).bindMemory(
        to: UInt8.self))
    return String(copying: UTF8Span(unchecked: span))
  }

  /// True where nothing has been appended.
  var isEmpty: Bool { count == 0 }

  /// Appends a text.
  static func += (buffer: inout TextBuffer, text: String) {
    var text = text
    text.withUTF8 { buffer.append($0) }
  }

  /// Appends a part of a text.
  static func += (buffer: inout TextBuffer, text: Substring) {
    var text = text
    text.withUTF8 { buffer.append($0) }
  }

  /// Appends a text known at compile time, which is faster than one that is not.
  mutating func append(fixed text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes of a text; together the bytes appended must be UTF-8.
  mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
    guard let start = part.baseAddress, part.count > 0 else { return }
    reserve(part.count)
    (bytes.baseAddress.unsafelyUnwrapped + count).copyMemory(from: start, byteCount: part.count)
    count += part.count
  }

  /// Appends bytes of a text; together the bytes appended must be UTF-8.
  mutating func append(_ part: UnsafeBufferPointer<UInt8>.SubSequence) {
    append(UnsafeBufferPointer(rebasing: part))
  }

  /// Appends one character of ASCII.
  mutating func append(ascii byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  /// Appends the digits of a whole number, with a hyphen-minus before them where it is negative.
  mutating func append(_ number: Int) {
    if number < 0 { append(ascii: UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(ascii: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start..<count].reverse()
  }

  /// Appends the same character of ASCII several times; not at all where the count is negative.
  mutating func append(ascii byte: UInt8, count repeats: Int) {
    guard repeats > 0 else { return }
    reserve(repeats)
    for place in count..<count + repeats { bytes[place] = byte }
    count += repeats
  }

  /// Appends spaces; none where the count is negative.
  mutating func appendSpaces(_ count: Int) { append(ascii: UInt8(ascii: " "), count: count) }

  /// Appends a character.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(ascii: byte) }
  }

  private mutating func reserve(_ added: Int) {
    if added > bytes.count - count { grow(added) }
  }

  private mutating func grow(_ added: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(2 * bytes.count, count + added), alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
    bytes.deallocate()
    bytes = larger
  }
}
