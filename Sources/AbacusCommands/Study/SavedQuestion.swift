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
  /// - Throws: `CommandFailure` where the folder can't be looked through, or where it or a file leads
  ///   out of the study's bounds.
  static func paths(
    besideStudy path: String, roots: StudyRoots = StudyRoots()
  ) throws -> [String] {
    let folder = folder(ofStudy: path)
    let bounds = StudyBounds(study: path, roots: roots)
    do {
      guard try SystemCalls.kind(of: folder) != nil else { return [] }
      try check(folder, bounds)
      return try SystemCalls.names(in: folder)
        .filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }
        .map { name in
          let file = FilePath.joined(folder, name)
          try check(file, bounds)
          return file
        }
    } catch let error as SystemError {
      throw failure(folder, error.reason)
    }
  }

  private static func check(_ path: String, _ bounds: StudyBounds) throws {
    guard !bounds.contains(path) else { return }
    throw CommandFailure(bounds.outside(path, written: path, at: SourceLocation(file: path)))
  }

  /// The questions, by name; none without the folder.
  ///
  /// - Throws: `CommandFailure` where a file can't be read.
  static func read(
    besideStudy path: String, roots: StudyRoots = StudyRoots()
  ) throws -> [SavedQuestion] {
    let bounds = StudyBounds(study: path, roots: roots)
    return try paths(besideStudy: path, roots: roots).map { file in
      InputFiles.note(file)
      return SavedQuestion(
        name: String(FilePath.name(of: file).dropLast(4)), path: file,
        text: try text(of: file, within: bounds))
    }
  }

  private static func text(
    of file: String, within bounds: StudyBounds
  ) throws(CommandFailure) -> String {
    do throws(PlainFileError) {
      return try PlainFile.text(at: file, within: bounds, limit: largest)
    } catch {
      throw failure(file, error.reason, error.code)
    }
  }

  private static func failure(
    _ path: String, _ reason: String, _ code: FindingCode = .unreadableFile
  ) -> CommandFailure {
    CommandFailure(
      Finding(
        code, at: SourceLocation(file: path),
        "the saved questions can't be read (\(reason)); correct or remove it"))
  }
}
