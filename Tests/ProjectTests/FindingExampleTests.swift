import Foundation
import SurveyModel
import TestSupport
import Testing

/// Provokes findings in the small example and holds the catalogue's examples against them.
@Suite struct FindingExampleTests {
  /// A change to one file of the example.
  struct Change {
    let file: String
    let old: String
    let new: String

    /// The whole file.
    static func all(of file: String, _ new: String) -> Change {
      Change(file: file, old: "", new: new)
    }
    static func codebook(_ old: String, _ new: String) -> Change {
      Change(file: "codebook.yaml", old: old, new: new)
    }
    static func study(_ old: String, _ new: String) -> Change {
      Change(file: "study.yaml", old: old, new: new)
    }
    static func answers(_ old: String, _ new: String) -> Change {
      Change(file: "answers.csv", old: old, new: new)
    }
  }

  private static let items = "items: [F1, F2, F3, F4]"
  private static let header =
    "person,submitted,year,F1,F2,F3,F4,topics_1,topics_2,topics_3,topics_4,change"
  private static let source = "form: mentee}"
  private static let year = "label: \"Year of training\", options: [\"1\", \"2\", \"3\"]}"

  /// Thirty persons whose answers are those of nobody in another file.
  private static func strangers(_ file: Int) -> String {
    let answers = ["Disagree", "Agree", "Strongly agree"]
    let rows = (1...30).map { id in
      let person = file == 1 ? id : id * id % 31 + 100
      let cells = [7, 11, 13, 17].map { answers[person * $0 / 5 % 3] }.joined(separator: ",")
      return "\na\(id),2025-0\(file)-03,\(person * 11 % 3 + 1),\(cells),,,,,"
    }
    return header + rows.joined() + "\n"
  }

  /// Persons of one year who agree to everything.
  private static func answers(year: String) -> String {
    header + (1...25).map { "\na\($0),2025-03-03,\(year),Agree,Agree,Agree,Agree,,,,," }.joined()
      + "\n"
  }

  static let provocations: [(code: FindingCode, changes: [Change])] = [
    (.invalidYAML, [.study("title: \"M", "title: M: \"M")]),
    (.wrongKind, [.study("abacus.study/1", "abacus.codebook/1")]),
    (.unknownKey, [.study("title:", "titel:")]),
    (.duplicateKey, [.codebook("label: \"Waste", "stem: \"x\"\n        label: \"Waste")]),
    (.missingKey, [.study("sources:\n  - {file: answers.csv, form: mentee}\n", "")]),
    (.wrongType, [.study("sources:", "disclosure: {minimum: five}\nsources:")]),
    (.wrongValue, [.study("sources:", "report: {confidence_level: 95}\nsources:")]),
    (.emptyList, [.codebook(items, "items: []")]),
    (.duplicateID, [.codebook("id: F2", "id: F1")]),
    (.unknownReference, [.study(source, "form: mentee, columns: {F9: Q1}}")]),
    (
      .cyclicReference,
      [
        .codebook(
          items,
          items + "\n      - {id: a, subscales: [meetings]}\n      - {id: b, subscales: [a]}")
      ]
    ),
    (.itemInTwoScales, [.codebook(items, items + "\n      - {id: a, items: [F1]}")]),
    (.ambiguousOption, [.codebook("Does not apply", "Neutral")]),
    (.reverseWithoutLimits, [.codebook("  agree5:\n", "  agree5:\n    kind: nominal\n")]),
    (
      .mixedLevels,
      [.codebook("label: \"Keeps appointments\"", "level: person\n        label: \"Keeps\"")]
    ),
    (.missingFile, [.study("answers.csv", "mentees*.csv")]),
    (.outsideFolder, [.study("file: answers.csv", "file: ../exports/mentors.csv")]),
    (.notAFile, [.study("answers.csv", "\".\"")]),
    (.emptyFile, [.all(of: "answers.csv", "\n\n")]),
    (.noResponses, [.all(of: "answers.csv", "mentee,F1\n")]),
    (.binaryFile, [.answers("mentee-008,", "\0,")]),
    (.unterminatedQuote, [.all(of: "answers.csv", "mentee,F1\na,\"b\n")]),
    (.unknownDialect, [.study(source, "form: mentee, dialect: quatrics}")]),
    (.wrongDialect, [.study(source, "form: mentee, dialect: qualtrics}")]),
    (.missingColumn, [.answers(",F3,", ",Q3,")]),
    (.duplicateColumn, [.answers(",F3,", ",F2,")]),
    (.headerBelow, [.answers("person,", "Feedback\nperson,")]),
    (.missingHeader, [.answers(header + "\n", "")]),
    (
      .fractionalAnswer,
      [
        .codebook("  agree5:\n", "  r5: {kind: numeric, minimum: 1, maximum: 5}\n  agree5:\n"),
        .codebook(
          "id: F2",
          "id: F9\n        stem: x\n        response_scale: r5\n        columns: [year]\n      - id: F2"
        ),
        .answers("2,Disagree,", "4.5,Disagree,"),
      ]
    ),
    (.twoTextsForOneCode, [.answers("2,Disagree,", "2,2,")]),
    (
      .restartedIdentifiers,
      [
        .study(
          "  - {file: answers.csv, form: mentee}",
          "  - {file: a.csv, form: mentee}\n  - {file: b.csv, form: mentee}"),
        .all(of: "a.csv", strangers(1)), .all(of: "b.csv", strangers(2)),
      ]
    ),
    (
      .reusedIdentifiers,
      [
        .study(
          "sources:\n  - {file: answers.csv, form: mentee}",
          "waves: [x, y]\nsources:\n  - {file: a.csv, form: mentee, wave: x}\n  - {file: b.csv, form: mentee, wave: y}"
        ), .codebook("id: F1", "id: F1\n        level: person"),
        .all(of: "a.csv", strangers(1)), .all(of: "b.csv", strangers(2)),
      ]
    ),
    (
      .ambiguousCell,
      [
        .codebook("Jobs and applications", "Jobs"), .codebook("Life outside work", "Exams, Jobs"),
        .all(
          of: "answers.csv",
          "person,submitted,year,F1,F2,F3,F4,topics,change\na,2025-03-03,1,Agree,Agree,Agree,Agree,\"Exams, Jobs\",\n"
        ),
      ]
    ),
    (.similarIdentifiers, [.answers("mentee-008,", "Mentee-051,")]),
    (
      .assumedMissing,
      [.codebook(year, "label: \"Year\"}"), .answers("08:23:42,2,", "08:23:42,NA,")]
    ),
    (.raggedRow, [.answers("mentee-008,", "mentee-008,,")]),
    (.strayQuote, [.answers("mentee-008,", "\"mentee\"-008\",")]),
    (.bareQuote, [.answers("mentee-008,", "men\"tee-008,")]),
    (.unmatchedAnswer, [.answers("2,Disagree,", "2,Disagre,")]),
    (.outOfRange, [.answers("2,Disagree,", "2,9,")]),
    (.duplicateResponse, []),
    (
      .undecidedDuplicate,
      [.codebook("  - {id: submitted, label: \"Submitted\", use: submitted}\n", "")]
    ),
    (
      .unknownWave,
      [
        .codebook("use: respondent}", "use: respondent}\n  - {id: w, use: wave, columns: [year]}"),
        .study("sources:", "waves: [\"1\", \"2\"]\nsources:"),
      ]
    ),
    (
      .unknownCategory, [.codebook(year, "label: \"Year\", options: [\"1\", \"2\"]}")]
    ),
    (.unreadableDate, [.answers("2025-03-03 08:23:42", "31/2/2025 8:23")]),
    (
      .ambiguousDate,
      [.answers("2025-03-03 08:23:42", "3/4/2025"), .answers("2025-03-03 08:57:50", "5/4/2025")]
    ),
    (.implausibleDate, [.answers("2025-03-03 08:23:42", "1900-01-01")]),
    (
      .ambiguousNumber,
      [
        .codebook(year, "kind: number}"),
        .answers("08:23:42,2,", "08:23:42,\"1,234\","),
        .answers("08:57:50,1,", "08:57:50,\"2,345\","),
      ]
    ),
    (
      .damagedIdentifier,
      [.answers("mentee-051,", "1.14628E+11,"), .answers("mentee-008,", "1.14629E+11,")]
    ),
    (
      .lostLeadingZeros,
      [
        .codebook(
          "use: respondent}", "use: respondent}\n  - {id: p, use: pair, columns: [topics_3]}"),
        .answers(
          "mentee-051,2025-03-03 08:23:42,2,Disagree,Neither agree nor disagree,Disagree,Neither agree nor disagree,,,,",
          "mentee-051,2025-03-03 08:23:42,2,Disagree,Disagree,Disagree,Agree,,,007,"),
        .answers("Jobs and applications,,,", "Jobs and applications,7,,"),
      ]
    ),
    (.spreadsheetDamage, [.answers("2,Disagree,", "2,3-May,"), .answers("1,Agree,", "1,#NAME?,")]),
    (
      .mixedDecimals,
      [
        .codebook(year, "kind: number}"), .answers("08:23:42,2,", "08:23:42,\"1,5\","),
        .answers("08:57:50,1,", "08:57:50,1.5,"),
      ]
    ),
    (.missingRespondent, [.answers("mentee-051,", ",")]),
    (
      .missingConsent,
      [.codebook(year, "use: consent, granted_by: [\"2\"]}")]
    ),
    (
      .exclusiveOption,
      [.answers("Jobs and applications,,,", "Jobs and applications,,None of these,")]
    ),
    (.unexpectedAnswer, [.codebook("reverse: true", "ask_if: {attribute: year, is: [\"2\"]}")]),
    (.unreversedItem, [.codebook("        reverse: true\n", "")]),
    (.unusedColumn, [.answers("topics_4,change", "topics_4,change,topics_9")]),
    (.repeatedHeader, [.answers("mentee-008,", header + "\nmentee-008,")]),
    (
      .summaryRow,
      [
        .all(
          of: "answers.csv",
          header + "\na,2025-03-03,1,Agree,Agree,Agree,Agree,,,,,\nTotal,,3,,,,,1,2,,,\n")
      ]
    ),
    (
      .swallowedRecord,
      [
        .all(
          of: "answers.csv",
          header + "\na,2025-03-03,1,Agree,Agree,Agree,Agree,,,,,\"so\n"
            + "b,2025-03-03,1,Agree,Agree,Agree,Agree,,,,,and so\"\nc,2025-03-03,2,Agree,Agree,Agree,Agree,,,,,\n"
        )
      ]
    ),
    (.emptyRecord, [.answers("mentee-008,", ",,,,,,,,,,,\nmentee-008,")]),
    (
      .similarCategories,
      [
        .codebook(year, "label: \"Year\"}"), .answers("08:23:42,2,", "08:23:42,second,"),
        .answers("08:57:50,1,", "08:57:50,second,"), .answers("11:38:58,2,", "11:38:58,secund,"),
      ]
    ),
    (.tooFewInvited, [.study("mentee: 60", "mentee: 20")]),
    (.missingAttribute, [.answers(",year,", ",yr,")]),
    (.constantItem, [.all(of: "answers.csv", answers(year: "1"))]),
    (
      .itemNotShown,
      [
        .all(of: "answers.csv", answers(year: "1")),
        .codebook(
          "label: \"Waste", "ask_if: {attribute: year, is: [\"3\"]}\n        label: \"Waste"),
      ]
    ),
    (
      .changedPersonAnswer,
      [
        .codebook("label: \"Waste", "level: person\n        label: \"Waste"),
        .codebook(
          "use: respondent}", "use: respondent}\n  - {id: p, use: pair, columns: [submitted]}"),
        .answers("mentee-008,", "mentee-051,"),
      ]
    ),
  ]

  /// Kinds that the small example can't hold. The first two are in the large one, the second three
  /// of bare files, the third three of Qualtrics exports, `HeaderDamageTests`; `QueryCommandTests`
  /// holds that of reports. The others are about
  /// the disk, or need bytes that are no text: `InputStopTests`, `OutputStopTests`,
  /// `OutputErrorTests`, `IngestErrorFindingTests` and `DiffCommandTests` hold their words.
  static let elsewhere: Set<FindingCode> = [
    .unknownPair, .testResponse,
    .suspectedMissingCode, .textsAmongNumbers, .decimalComma,
    .anotherWording, .unknownStatus, .incompleteHeader, .unansweredQuestion,
    .wrongForm, .inseparableOptions, .assumedEncoding, .doubtfulEncoding, .columnOrder,
    .truncatedGzip,
    .damagedGzip, .tooLarge, .changedWhileRead,
    .unlikelyTable, .unreadableFile, .unparsableFile, .unsupportedEncoding, .invalidEncoding,
    .outputNotAFolder, .outputNotOurs, .outputExists, .outputIsInput, .outputNotWritable,
    .leftAlone, .outputLeftBehind,
    .diskFull, .impossibleDuration, .runInProgress, .timeLimit, .crashedRun, .damagedHistory,
    .lockedFile, .unsafeHooks,
    .notAReport, .interruptedRun, .clockBehind, .missedRuns, .failedHook, .schedulerUnreachable,
  ]

  @Test func everyKindIsProvoked() {
    let provoked = Set(Self.provocations.map(\.code))
    #expect(provoked.union(Self.elsewhere) == Set(FindingCode.allCases))
  }

  @Test(arguments: provocations.indices) func theExampleIsWhatIsPrinted(index: Int) throws {
    let (code, changes) = Self.provocations[index]
    let folder = try ScratchFolder()
    for name in ["codebook.yaml", "study.yaml", "answers.csv"] {
      var text = try #require(Repository.text("data/examples/feedback/\(name)"))
      for change in changes where change.file == name {
        if change.old.isEmpty {
          text = change.new
          continue
        }
        let place = try #require(text.range(of: change.old), "\(change.old)")
        text.replaceSubrange(place, with: change.new)
      }
      folder.write(text, to: name)
    }
    for change in changes where change.file.count == "a.csv".count {
      folder.write(change.new, to: change.file)
    }
    let run = try CommandRun.abacus(["describe", "study.yaml"], in: folder.path(""))
    let printed = run.errorLines.filter { $0.hasSuffix("[\(code.rawValue)]") }.map(Self.shape)
    let example = try #require(Self.example(of: code))
    #expect(printed.contains(Self.shape(example)), "\(code.rawValue): \(printed)")
    switch code.severity {
    case .fatal:
      #expect(
        [65, 66].contains(run.status) && run.stdout.isEmpty, "\(code.rawValue): \(run.status)")
    case .error: #expect(run.status == 1, "\(code.rawValue): \(run.status)")
    // The small example holds a repeated response, which is an error.
    case .warning, .note: #expect(run.status <= 1, "\(code.rawValue): \(run.status)")
    }
  }

  @Test(arguments: [FindingCode.unknownPair, .testResponse])
  func theLargeExampleHoldsTheRest(code: FindingCode) throws {
    let run = try CommandRun.abacus(
      ["describe", "data/examples/abc-2025/study.yaml"], in: Repository.top.path)
    let printed = run.errorLines.map(Self.shape)
    #expect(printed.contains(Self.shape(try #require(Self.example(of: code)))), "\(printed)")
  }

  @Test(arguments: [
    (FindingCode.suspectedMissingCode, "A,B\n1,2\n-99,3\n"),
    (.textsAmongNumbers, "A,B\n1,2\n2,3\n3,three\n"), (.decimalComma, "A,B\n1,\"2,5\"\n2,3\n"),
  ])
  func aBareFileHoldsItsOwn(code: FindingCode, text: String) throws {
    let folder = try ScratchFolder()
    folder.write(text, to: "a.csv")
    let run = try CommandRun.abacus(["describe", "a.csv"], in: folder.path(""))
    #expect(run.status == 0)
    let example = try #require(Self.example(of: code))
    #expect(run.errorLines.map(Self.shape) == [Self.shape(example)])
  }

  private static func example(of code: FindingCode) -> String? {
    FindingCatalogueTests.sections[code.rawValue]?
      .firstMatch(of: /- \*\*Example:\*\* `+ ?(.+?) ?`+\n/).map { String($0.1) }
  }

  /// What differs between two messages of one kind, with what is put in its place.
  private static let particulars = [
    ("^.*?(?=(error|warning|note): )", ""), (" \\(lines [^)]*\\)", ""), (" in wave `[^`]*`", ""),
    ("`[^`]*`", "`_`"), ("\"[^\"]*\"", "\"_\""), ("`_`(, `_`)+", "`_`"), ("\\bonce\\b", "1 times"),
    ("[0-9]+([.][0-9]+)?", "#"),
    ("(?<=of )(mentors|mentees)(?= name)|(?<=no )(mentor|mentee)(?= answered)", "_"),
    ("\\bhave\\b", "has"), ("\\bare\\b", "is"), ("(?<=[a-z])s\\b", ""),
  ]

  /// A message without its place, names, numbers, lines and plurals.
  private static func shape(_ line: String) -> String {
    particulars.reduce(line) { text, particular in
      text.replacingOccurrences(
        of: particular.0, with: particular.1, options: .regularExpression)
    }
  }
}
