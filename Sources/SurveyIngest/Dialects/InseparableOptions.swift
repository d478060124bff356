package import SurveyModel

/// Looks for options of a question that can't be told apart where a cell holds all ticked ones.
///
/// The texts of a question, cut at the sign between two options, are a code in the sense of Sardinas and
/// Patterson: a cell can be cut in two ways if and only if what one text lacks at the end of another,
/// taken again and again, is itself a text.
package struct InseparableOptions {
  let codebook: Codebook

  /// A check of a codebook.
  package init(codebook: Codebook) { self.codebook = codebook }

  /// One text of an option, cut into parts.
  private struct Word: Hashable {
    let option: Int
    let parts: [String]
  }

  private static let names: [Character: String] = [
    ",": "commas", ";": "semicolons", "|": "bars", "\n": "line ends",
  ]

  /// One finding for each question and sign.
  package var findings: [Finding] {
    codebook.forms.flatMap(\.multiSelects).flatMap { question in
      JoinedAnswers.separators.compactMap { finding(of: question, at: $0) }
        + [exchangedNumbers(of: question)].compactMap(\.self)
    }
  }

  /// The options whose label or alias is a number and another option's code.
  private func exchangedNumbers(of question: MultiSelectQuestion) -> Finding? {
    let codes = Set(question.options.map(\.code))
    let options = question.options.filter { option in
      ([option.label] + option.aliases).contains {
        $0 != option.code && Int($0) != nil && codes.contains($0)
      }
    }.map { "`\($0.code)`" }
    guard !options.isEmpty else { return nil }
    let several = options.count > 1
    return Finding(
      .inseparableOptions, at: question.location, subject: question.id, count: options.count,
      "the option\(several ? "s" : "") \(options.joined(separator: ", ")) of `\(question.id)` \(several ? "have labels or aliases that are" : "has a label or alias that is") another option's code; give the options the same numbers in both, or codes that are words"
    )
  }

  private func finding(of question: MultiSelectQuestion, at separator: Character) -> Finding? {
    let labels = question.options.map { [$0.label] + $0.aliases }
    let codes = question.options.map { [$0.code] }
    let doubtful = [labels, codes].flatMap { texts in
      Self.doubtful(
        texts.enumerated().flatMap { option, texts in
          texts.map { Word(option: option, parts: Self.parts(of: $0, at: separator)) }
        })
    }
    // Equal texts are one matter, whatever the sign.
    guard !doubtful.isEmpty, let name = Self.names[separator],
      separator == "," || doubtful.contains(where: { $0.parts.count > 1 })
    else { return nil }
    let options = Set(doubtful.map(\.option)).sorted().map { "`\(question.options[$0].code)`" }
    let several = options.count > 1
    return Finding(
      .inseparableOptions, at: question.location, subject: question.id, count: options.count,
      "the option\(several ? "s" : "") \(options.joined(separator: ", ")) of `\(question.id)` \(several ? "read" : "reads") like other options where a cell holds all ticked ones with \(name) between them; export one column for each option, or change a label"
    )
  }

  private static func parts(of text: String, at separator: Character) -> [String] {
    text.split(separator: separator).map { AnswerText.normalized(HTMLText.plain(String($0))) }
      .filter { !$0.isEmpty }
  }

  /// The words that begin a text which other words make up, too.
  private static func doubtful(_ words: [Word]) -> Set<Word> {
    let known = Set(words.map(\.parts))
    return Set(
      words.filter { word in
        words.contains { $0.option != word.option && $0.parts == word.parts }
          || isDoubtful(word, words, known)
      })
  }

  private static func isDoubtful(_ word: Word, _ words: [Word], _ known: Set<[String]>) -> Bool {
    var open = words.compactMap {
      $0.option == word.option ? nil : rest(of: word.parts, after: $0.parts)
    }
    var seen = Set(open)
    while let rest = open.popLast() {
      if known.contains(rest) { return true }
      for other in words {
        for next in [
          self.rest(of: rest, after: other.parts), self.rest(of: other.parts, after: rest),
        ] {
          if let next, seen.insert(next).inserted { open.append(next) }
        }
      }
    }
    return false
  }

  /// What `text` has beyond `start`; nil where it does not begin so, or has nothing more.
  private static func rest(of text: [String], after start: [String]) -> [String]? {
    guard text.count > start.count, !start.isEmpty, text.starts(with: start) else { return nil }
    return Array(text.dropFirst(start.count))
  }
}
