import SurveyAnalysis
import SurveyModel
import SurveyQuery

/// Asks the questions that its lines hold, and shows the answers.
final class Shell {
  /// Why reading lines ended.
  enum End: Hashable {
    /// There were no more.
    case ofLines
    /// The user asked for it.
    case quit
    /// Something failed, and nobody was there to go on.
    case failed
  }

  /// The most bytes of a question; SQLite takes no longer one.
  static let longestQuestion = 1 << 20
  /// Files that read files may go this deep.
  static let readLimit = 10

  let answers: any QuestionAnswering
  let codebook: Codebook
  let screen: ShellScreen
  private let interrupts: Interrupts?
  /// How answers are shown on the screen.
  var format: QueryFormat
  /// Whether times are shown.
  var showsTimes = false
  /// The file that answers go to, with those it holds already; nil for the screen.
  var file: (place: QueryFile, answers: [QueryTable])?
  private var depth = 0

  /// A shell on one study.
  ///
  /// - Parameter interrupts: what Ctrl-C does while a question is answered; nil leaves it alone.
  init(
    answers: any QuestionAnswering, codebook: Codebook, screen: ShellScreen = .standard,
    format: QueryFormat = .table, interrupts: Interrupts? = nil
  ) {
    self.answers = answers
    self.codebook = codebook
    self.screen = screen
    self.format = format
    self.interrupts = interrupts
  }

  /// Reads lines to their end. A person's mistakes are shown, and the shell goes on; a pipe or file
  /// ends with the first.
  ///
  /// - Throws: what stands in the way of showing anything, such as a full disk.
  func run(_ lines: any LineSource) throws -> End {
    depth += 1
    defer { depth -= 1 }
    var pending = ""
    var count = 0
    while true {
      switch lines.next(after: pending) {
      case .cancelled: pending = ""
      case .end:
        guard let name = lines.name else { return .ofLines }
        let start = count - pending.lineCount
        return try ask(pending, Place(name: name, line: start)) ? .ofLines : .failed
      case .line(let line):
        count += 1
        if let end = try take(line, number: count, of: lines, &pending) { return end }
      }
    }
  }

  /// Takes one line; tells the end that it makes, or nil.
  private func take(
    _ line: String, number: Int, of lines: any LineSource, _ pending: inout String
  ) throws -> End? {
    if pending.isEmpty, line.trimmed.hasPrefix(".") {
      lines.remember(line.trimmed)
      let place = Place(name: lines.name, line: number - 1)
      guard let end = try doing(line.trimmed, place) else { return nil }
      return end == .failed && lines.name == nil ? nil : end
    }
    let isFirst = pending.isEmpty
    pending += (isFirst ? "" : "\n") + line
    guard pending.utf8.count <= Self.longestQuestion else {
      pending = ""
      let place = Place(name: lines.name, line: number - 1)
      _ = try reporting(place, "") { throw ShellError.tooLong(limit: Self.longestQuestion) }
      return lines.name == nil ? nil : .failed
    }
    // Nothing else ends a question that goes on; each look takes longer than the one before.
    let mayEnd = isFirst || line.contains(";") || line.contains("*/")
    guard mayEnd, answers.isComplete(pending) else { return nil }
    let whole = pending
    pending = ""
    if !whole.trimmed.isEmpty { lines.remember(whole.trimmed) }
    let place = Place(name: lines.name, line: number - whole.lineCount)
    return try ask(whole, place) || lines.name == nil ? nil : .failed
  }

  /// Where questions were taken from.
  private struct Place {
    /// The file or pipe; nil where a person types.
    let name: String?
    /// Lines in front.
    let line: Int
  }

  /// Asks all questions of a text up to the first that fails; false where one did.
  private func ask(_ text: String, _ place: Place) throws -> Bool {
    for question in answers.questions(in: text) {
      let start = Place(name: place.name, line: place.line + question.lineOffset)
      let isAnswered = try reporting(start, question.text) { try answer(question.text) }
      guard isAnswered else { return false }
    }
    return true
  }

  private func answer(_ question: String) throws {
    let clock = ShellClock()
    let work = { try self.answers.answer(question) }
    let table = try interrupts.map { try $0.watching(answers, work) } ?? work()
    if let file {
      try file.place.write(file.answers + [table])
      self.file = (file.place, file.answers + [table])
    } else {
      let text = try format.text(
        of: [table], width: screen.width(), usesStyles: screen.usesStyles)
      try screen.write(text)
    }
    if showsTimes { screen.complain(clock.words) }
  }

  /// Does what a line that begins with a point asks; nil where the shell goes on.
  private func doing(_ line: String, _ place: Place) throws -> End? {
    var end: End?
    let isDone = try reporting(place, line) {
      let (command, argument) = try DotCommand.parse(line)
      end = try perform(command, argument)
    }
    return isDone ? end : .failed
  }

  /// Does some work; an error of the user is shown, and false.
  private func reporting(
    _ place: Place, _ words: String, _ work: () throws -> Void
  ) throws -> Bool {
    do {
      try work()
      return true
    } catch let error as CommandFailure {
      throw error
    } catch {
      show(error, place, words)
      return false
    }
  }

  private func show(_ error: any Error, _ place: Place, _ words: String) {
    let offset = (error as? QueryError)?.offset
    let spot = offset.map { QuestionPlace($0, in: words) }
    var front = ""
    if let name = place.name {
      front =
        "\(name):\(place.line + (spot?.line ?? 1)):" + (spot.map { "\($0.column):" } ?? "") + " "
    }
    screen.complain("\(front)error: \(error)")
    for line in spot?.excerpt ?? [] { screen.complain(line) }
  }

  /// Asks the questions in a file.
  func read(_ path: String) throws -> End? {
    guard depth <= Self.readLimit else { throw ShellError.tooDeep(limit: Self.readLimit) }
    let lines = try OpenedFile(path)
    let end = try run(FileLines(lines.file, name: path))
    return end == .ofLines ? nil : end
  }
}

extension String {
  /// How many lines it has; none where it is empty.
  fileprivate var lineCount: Int { isEmpty ? 0 : utf8.count { $0 == UInt8(ascii: "\n") } + 1 }
}
