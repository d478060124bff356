import SurveyIngest
import SurveyModel

/// A question kept in a file, `queries/NAME.sql` beside a study.
///
/// Comments in front say what it is: `-- title: Growth by site`, `-- chart: bar`. Other comments
/// describe it. What follows is SQL or a question by groups.
struct SavedQuestion: Hashable {
  /// The file's name without its ending, by which it is asked.
  let name: String
  /// Its path.
  let path: String
  /// Its heading; the name where the file has none.
  let title: String
  /// What its comments say besides.
  let description: String?
  /// True where bars are drawn.
  let hasChart: Bool
  /// The question itself.
  let text: String
  /// Lines in front of the question.
  let lineOffset: Int

  /// Reads the text of a file.
  init(name: String, path: String, text: String) {
    var title: String?
    var chart: String?
    var words: [String] = []
    var offset = 0
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for line in lines {
      let line = line.trimmed
      guard line.isEmpty || line.hasPrefix("--") else { break }
      offset += 1
      let comment = String(line.drop { $0 == "-" }).trimmed
      if let value = Self.value("title", in: comment) {
        title = value
      } else if let value = Self.value("chart", in: comment) {
        chart = value
      } else if !comment.isEmpty {
        words.append(comment)
      }
    }
    self.name = name
    self.path = path
    self.title = title ?? name
    description = words.isEmpty ? nil : words.joined(separator: " ")
    hasChart = chart.map { !["none", "no"].contains($0.lowercased()) } ?? false
    var body = lines.dropFirst(offset).joined(separator: "\n").trimmed
    if !QuestionText.isSQL(body) { body = Self.withoutEnd(body) }
    self.text = body
    lineOffset = offset
  }

  private static func value(_ key: String, in comment: String) -> String? {
    guard comment.lowercased().hasPrefix(key + ":") else { return nil }
    return String(comment.dropFirst(key.count + 1)).trimmed
  }

  private static func withoutEnd(_ text: String) -> String {
    var text = text
    while text.hasSuffix(";") { text = String(text.dropLast()).trimmed }
    return text
  }
}

/// The questions kept beside a study.
enum SavedQuestions {
  /// How large a file may be, in bytes.
  static let largest = 1 << 20

  /// The folder beside a study file.
  static func folder(ofStudy path: String) -> String {
    FilePath.joined(FilePath.folder(of: path), "queries")
  }

  /// Their files, by name; none without the folder.
  ///
  /// - Throws: `CommandFailure` where the folder can't be looked through.
  static func paths(besideStudy path: String) throws -> [String] {
    let folder = folder(ofStudy: path)
    do {
      guard try SystemCalls.kind(of: folder) != nil else { return [] }
      return try SystemCalls.names(in: folder)
        .filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }
        .map { FilePath.joined(folder, $0) }
    } catch {
      throw failure(folder, error.reason)
    }
  }

  /// The questions, by name; none without the folder.
  ///
  /// - Throws: `CommandFailure` where a file can't be read.
  static func read(besideStudy path: String) throws -> [SavedQuestion] {
    try paths(besideStudy: path).map { file in
      SavedQuestion(
        name: String(FilePath.name(of: file).dropLast(4)), path: file, text: try text(of: file))
    }
  }

  private static func text(of file: String) throws(CommandFailure) -> String {
    do throws(PlainFileError) {
      return try PlainFile.text(at: file, limit: largest)
    } catch {
      throw failure(file, error.reason)
    }
  }

  private static func failure(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(
      Finding(
        .unreadableFile, at: SourceLocation(file: path),
        "the saved questions can't be read (\(reason)); correct or remove it"))
  }
}
