/// Small files of text, read whole.
package enum TextFile {
  /// The text of a file that holds Unicode: UTF-8, or UTF-16 as some editors save it. Other
  /// encodings are not guessed at here, where a wrong letter is a wrong key.
  ///
  /// - Parameter bounds: where the file may lie; nil for anywhere.
  /// - Throws: `IngestError` where it can't be read or is not Unicode.
  package static func read(_ path: String, bounds: StudyBounds? = nil) throws -> String {
    let limits = InputLimits.handwritten
    let source = try SourceText(
      InputReader(name: path, limits: limits, bounds: bounds).read(path: path), name: path,
      mayGuess: false,
      limits: limits)
    return source.withBytes { String(decoding: $0[source.start...], as: UTF8.self) }
  }
}
