package import Glibc

/// Small files of text, read whole.
package enum TextFile {
  /// The text of a file that holds Unicode: UTF-8, or UTF-16 as some editors save it. Other
  /// encodings are not guessed at here, where a wrong letter is a wrong key.
  ///
  /// - Parameters:
  ///   - bounds: where the file may lie; nil for anywhere.
  ///   - opened: is called with what is known of the very file that is read.
  /// - Throws: `IngestError` where it can't be read, is not Unicode, or is a pipe or device.
  package static func read(
    _ path: String, bounds: StudyBounds? = nil, opened: (stat) -> Void = { _ in }
  ) throws -> String {
    let limits = InputLimits.handwritten
    let input = try withoutActuallyEscaping(opened) { opened in
      try InputReader(
        name: path, limits: limits, isPlainOnly: true, bounds: bounds, opened: opened
      ).read(path: path)
    }
    let source = try SourceText(input, name: path, mayGuess: false, limits: limits)
    return source.withBytes { String(decoding: $0[source.start...], as: UTF8.self) }
  }
}
