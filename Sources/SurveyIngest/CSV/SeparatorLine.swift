/// The first line `sep=;`, by which programs tell Excel the delimiter. It is no record.
struct SeparatorLine: Hashable {
  /// The delimiter that it names.
  let delimiter: UInt8
  /// The offset behind its line end.
  let end: Int

  /// The line at an offset; nil where the text begins with something else.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let top = bytes[start...].prefix(10)
    let line = top.prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    let content = line.filter { $0 != ASCII.quote }
    guard line.count < top.count, content.count == 5, let delimiter = content.last,
      String(decoding: content.dropLast(), as: UTF8.self).lowercased() == "sep=",
      DelimiterDetection.candidates.contains(delimiter)
    else { return nil }
    self.delimiter = delimiter
    let isPair = top[line.endIndex...].starts(with: [ASCII.carriageReturn, ASCII.lineFeed])
    end = line.endIndex + (isPair ? 2 : 1)
  }
}
