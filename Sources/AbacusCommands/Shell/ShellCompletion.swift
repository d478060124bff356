import NumericCore
import SurveyQuery

/// What TAB makes of the word before the cursor.
struct ShellCompletion {
  /// What may be named.
  let tables: [QueryTableSchema]
  let functions: [QueryFunction]
  let keywords: [String]
  let items: [String]
  let scales: [String]

  /// What TAB does.
  struct Result: Hashable {
    /// The part of the line in front of the cursor that is completed.
    let typed: String
    /// What takes its place.
    let insertion: String
    /// What it may become, sorted.
    let candidates: [String]
  }

  /// Completes the end of `line`.
  ///
  /// - Parameters:
  ///   - line: the line up to the cursor.
  ///   - pending: the lines of the question in front of it.
  func result(for line: String, after pending: String = "") -> Result {
    if pending.isEmpty, line.hasPrefix(".") { return command(line) }
    let text = pending.isEmpty ? line : pending + "\n" + line
    let word = Self.word(atEndOf: line)
    switch SQLText.context(atEndOf: text) {
    case .plain: break
    // A quoted name may be completed, and a literal that a function takes for a name; other
    // literals and comments are the user's own.
    case .quote(UInt8(ascii: "\"")): return Self.result(word, among: columns(in: text) + items)
    case .quote(UInt8(ascii: "'")):
      return Self.result(word, among: literals(before: word, in: line))
    default: return Result(typed: word, insertion: word, candidates: [])
    }
    if let table = table(before: word, in: line, text) {
      return Self.result(word, among: table.columns.map { Self.quoted($0.name) })
    }
    return Self.result(word, among: names(in: text) + words(like: word))
  }

  // MARK: Questions

  private func names(in text: String) -> [String] {
    tables.map(\.name) + (columns(in: text) + items + scales).map(Self.quoted)
      + functions.map { $0.name + "(" }
  }

  /// What a literal may say where a function takes it for a name: scales and items behind the column
  /// `responses`, statistics at the beginning of the arguments.
  private func literals(before word: String, in line: String) -> [String] {
    var front = line.dropLast(word.count)
    guard front.last == "'" else { return [] }
    front.removeLast()
    while front.last == " " { front.removeLast() }
    switch front.last {
    case ",":
      front.removeLast()
      return front.hasSuffix("responses") ? scales + items : []
    case "(": return StatisticRegistry.all.map(\.id.rawValue)
    default: return []
    }
  }

  /// The columns of the tables that the question names; of all where it names none.
  private func columns(in text: String) -> [String] {
    let words = Self.words(of: text).map { $0.lowercased() }
    let named = tables.filter { words.contains($0.name.lowercased()) }
    return (named.isEmpty ? tables : named).flatMap { $0.columns.map(\.name) }
  }

  /// Keywords in the case that the word begins with.
  private func words(like word: String) -> [String] {
    let isLower = !word.isEmpty && word == word.lowercased()
    return isLower ? keywords.map { $0.lowercased() } : keywords
  }

  /// The table in front of the point before the word, by its name or by the name it got.
  private func table(before word: String, in line: String, _ text: String) -> QueryTableSchema? {
    let front = line.dropLast(word.count)
    guard front.last == "." else { return nil }
    let name = Self.word(atEndOf: String(front.dropLast())).lowercased()
    if let table = tables.first(where: { $0.name.lowercased() == name }) { return table }
    let words = Self.words(of: text).map { $0.lowercased() }
    for (place, candidate) in words.enumerated() where candidate == name && place > 0 {
      let before = words[place - 1] == "as" && place > 1 ? words[place - 2] : words[place - 1]
      if let table = tables.first(where: { $0.name.lowercased() == before }) { return table }
    }
    return nil
  }

  // MARK: Commands

  private func command(_ line: String) -> Result {
    guard let space = line.firstIndex(of: " ") else {
      return Self.result(line, among: DotCommand.allCases.map { "." + $0.rawValue })
    }
    let argument = String(line[line.index(after: space)...].drop { $0 == " " })
    let name = line[line.index(after: line.startIndex)..<space]
    let candidates: [String] =
      switch DotCommand(rawValue: String(name)) {
      case .schema: tables.map(\.name)
      case .items, .codebook: items
      case .mode: QueryFormat.allCases.map(\.rawValue)
      case .timer: ["on", "off"]
      case .explain: StatisticRegistry.all.map(\.id.rawValue)
      case .read, .output: FileNames.beginning(with: argument)
      default: []
      }
    return Self.result(argument, among: candidates)
  }
}

extension ShellCompletion {
  /// The candidates that begin with the word in any case, and what they have in common.
  static func result(_ word: String, among names: [String]) -> Result {
    let sought = word.lowercased()
    let bare = sought.hasPrefix("\"") ? String(sought.dropFirst()) : sought
    let found = Set(
      names.filter { name in
        let own = name.lowercased()
        return own.hasPrefix(sought) || own.hasPrefix("\"" + bare)
      })
    let candidates = found.sorted()
    guard let first = candidates.first else {
      return Result(typed: word, insertion: word, candidates: [])
    }
    var common = first
    for candidate in candidates.dropFirst() { common = Self.common(common, candidate) }
    // What names of different case have in common may be less than what is typed; and names that differ
    // by case alone are not one another, so that what is typed stays.
    let isOneSpelling = candidates.allSatisfy { $0.hasPrefix(common) }
    let gains = common.count >= word.count && (isOneSpelling || common.count > word.count)
    return Result(typed: word, insertion: gains ? common : word, candidates: candidates)
  }

  /// What two names begin with, in any case; as the first one has it.
  private static func common(_ first: String, _ second: String) -> String {
    let count = zip(first, second).prefix { $0.lowercased() == $1.lowercased() }.count
    return String(first.prefix(count))
  }

  /// A name as SQL takes it.
  static func quoted(_ name: String) -> String {
    let isPlain =
      name.first.map { $0.isLetter || $0 == "_" } ?? false
      && name.allSatisfy { isWordPart($0) }
    let isPlainWord = isPlain && !SQLText.keywords.contains(name.uppercased())
    return isPlainWord ? name : "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  static func word(atEndOf line: String) -> String {
    String(line.reversed().prefix(while: isWordPart).reversed())
  }

  private static func words(of text: String) -> [String] {
    text.split { !isWordPart($0) }.map(String.init)
  }

  private static func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
