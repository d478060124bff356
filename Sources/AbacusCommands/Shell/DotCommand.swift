import NumericCore
import SurveyModel

/// What the shell does besides answering questions; each begins with a point.
enum DotCommand: String, CaseIterable {
  case tables, schema, items, codebook, functions, explain, mode, output, timer, read, help, quit

  /// How it is typed.
  var usage: String {
    switch self {
    case .tables: ".tables"
    case .schema: ".schema [TABLE]"
    case .items: ".items [TEXT]"
    case .codebook: ".codebook [ITEM]"
    case .functions: ".functions"
    case .explain: ".explain STATISTIC"
    case .mode: ".mode [FORMAT]"
    case .output: ".output [--force] [FILE]"
    case .timer: ".timer on|off"
    case .read: ".read FILE"
    case .help: ".help"
    case .quit: ".quit"
    }
  }

  /// What it does, in a few words.
  var summary: String {
    switch self {
    case .tables: "lists the tables"
    case .schema: "lists the columns of a table, or of all"
    case .items: "lists the items whose id, wording or label holds a text"
    case .codebook: "shows the questionnaire, or one item"
    case .functions: "lists the functions of statistics"
    case .explain: "explains a statistic"
    case .mode: "says or sets how answers are shown: " + QueryFormat.names
    case .output:
      "writes the next answers to a file (.csv, .json, .md, .html); alone: to the screen"
    case .timer: "says how long each answer took"
    case .read: "asks the questions in a file"
    case .help: "lists these commands"
    case .quit: "ends the shell, as Ctrl-D does"
    }
  }

  /// The command of a line that begins with a point, and what follows it.
  ///
  /// - Throws: `ShellError.unknownCommand`.
  static func parse(_ line: String) throws(ShellError) -> (command: DotCommand, argument: String) {
    let words = line.split(separator: " ", maxSplits: 1)
    let name = String(words.first?.dropFirst() ?? "").lowercased()
    var argument = words.count > 1 ? words[1].trimmed : ""
    // A file whose name has spaces may be quoted, and need not be.
    for quote in ["'", "\""] where argument.count > 1 {
      if argument.hasPrefix(quote), argument.hasSuffix(quote) {
        argument = String(argument.dropFirst().dropLast())
      }
    }
    if name == "exit" { return (.quit, argument) }
    guard let command = DotCommand(rawValue: name) else { throw .unknownCommand(name) }
    return (command, argument)
  }
}

extension QueryFormat {
  /// The names of all formats, with commas.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// Why the shell can't do what a command asks.
enum ShellError: Error, Hashable, CustomStringConvertible {
  /// No command has that name.
  case unknownCommand(String)
  /// No table, item, statistic or format has that name.
  case unknownName(String, kind: String, known: [String])
  /// The name of a statistic means several.
  case ambiguousStatistic(AmbiguousName)
  /// A command needs something behind it.
  case missingArgument(DotCommand)
  /// A file can't be read; `reason` is the system's own words.
  case unreadable(path: String, reason: String)
  /// Files that read files go too deep.
  case tooDeep(limit: Int)
  /// A question does not end.
  case tooLong(limit: Int)

  var description: String {
    switch self {
    case .unknownCommand(let name):
      "there is no command `.\(name)`; "
        + Self.advice(
          name, DotCommand.allCases.map(\.rawValue), mark: ".", other: "`.help` lists all")
    case .unknownName(let name, let kind, let known):
      "there is no \(kind) `\(name)`; "
        + Self.advice(
          name, known, mark: "",
          other: known.isEmpty
            ? "there is none at all" : "choose among \(known.prefix(20).joined(separator: ", "))")
    case .ambiguousStatistic(let name): "`\(name.name)`: \(name.advice)"
    case .missingArgument(let command):
      "`.\(command.rawValue)` says too little; write `\(command.usage)`"
    case .unreadable(let path, let reason):
      "`\(path)` can't be read (\(reason)); check the path"
    case .tooDeep(let limit):
      "files read files more than \(limit) deep; let none read itself"
    case .tooLong(let limit):
      "a question has more than \(limit >> 20) MiB; end it with a semicolon, or shorten it"
    }
  }

  private static func advice(
    _ name: String, _ known: [String], mark: String, other: String
  ) -> String {
    NearestName.of(name, among: known).map { "did you mean `\(mark)\($0)`?" } ?? other
  }
}
