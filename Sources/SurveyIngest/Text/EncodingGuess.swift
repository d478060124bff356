import SurveyModel

/// An encoding that nothing in a file proves.
struct EncodingGuess {
  let encoding: TextEncoding
  /// The file as messages name it.
  let path: String
  /// The first line with a character that rests on the guess.
  let line: Int

  /// What is to be said of the guess.
  func finding(doubt: EncodingDoubt?) -> Finding {
    let place = SourceLocation(file: path, line: line)
    guard let doubt else {
      return Finding(
        .assumedEncoding, at: place,
        "the file is not UTF-8 and is read as \(encoding.label); confirm it with `encoding: \(encoding.rawValue)` at its source (of a bare file `--encoding`), or state another"
      )
    }
    let start =
      "the file is not UTF-8 and is read as \(encoding.label), but its letters hardly fit that"
    return Finding(
      .doubtfulEncoding, at: place,
      doubt.better.map {
        "\(start), and fit \($0.label) better; state `encoding: \($0.rawValue)` at its source (of a bare file `--encoding`), or the right one, or save the file as UTF-8"
      }
        ?? "\(start); state its `encoding` at its source (of a bare file `--encoding`), or save the file as UTF-8"
    )
  }
}
