import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

/// The shell at a real terminal: keys in, characters out.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "the system hands out no pseudo-terminals"))
struct ShellTerminalTests {
  static let prompt = "abacus> "
  static let up = "\u{1B}[A"
  static let tab = "\t"
  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let controlR = "\u{12}"

  private let scratch: ScratchFolder
  private let terminal: PseudoTerminal
  private var history: String { scratch.path("state/history") }

  init() throws {
    scratch = try ScratchFolder()
    terminal = try Self.start(scratch)
    try terminal.expect("A shell on trial.")
  }

  private static func start(_ scratch: ScratchFolder) throws -> PseudoTerminal {
    try PseudoTerminal(
      "shell-trial", [scratch.path("state/history")], environment: ["HOME": scratch.path("")])
  }

  @Test func aQuestionIsAnsweredAndControlDEnds() throws {
    try terminal.answer(Self.prompt, "SELECT 1;\r")
    try terminal.expect("<SELECT 1;>")
    try terminal.answer(Self.prompt, Self.controlD)
    #expect(terminal.end() == 0)
  }

  @Test func aQuestionMayHaveSeveralLines() throws {
    try terminal.answer(Self.prompt, "SELECT 'a;\r")
    try terminal.answer("   ...> ", "b',\r")
    try terminal.answer("   ...> ", "2;\r")
    try terminal.expect("<SELECT 'a;|b',|2;>")
    try terminal.expect(Self.prompt)
  }

  @Test func tabCompletesTheOnlyCandidate() throws {
    try terminal.answer(Self.prompt, "SELECT cron\(Self.tab)MA1);\r")
    try terminal.expect("<SELECT cronbach_alpha(MA1);>")
  }

  @Test func tabListsSeveralCandidatesAndWritesWhatTheyShare() throws {
    try terminal.answer(Self.prompt, "SELECT * FROM resp\(Self.tab)")
    try terminal.expect("respondents  responses\n")
    try terminal.answer("FROM respon", "s\(Self.tab);\r")
    try terminal.expect("<SELECT * FROM responses;>")
  }

  @Test func tabBehindATableOffersItsColumns() throws {
    try terminal.answer(Self.prompt, "SELECT responses.we\(Self.tab), respondents.\(Self.tab);\r")
    try terminal.expect("<SELECT responses.Weight, respondents.person;>")
  }

  @Test func upBringsTheWholeQuestionBack() throws {
    try terminal.answer(Self.prompt, "SELECT 1,\r")
    try terminal.answer("   ...> ", "2;\r")
    try terminal.expect("<SELECT 1,|2;>")
    try terminal.answer(Self.prompt, "\(Self.up)\u{1B}[D, 3\r")
    try terminal.expect("<SELECT 1,|2, 3;>")
  }

  @Test func theHistoryOutlivesTheShellAndIsItsOwnersAlone() throws {
    try terminal.answer(Self.prompt, "SELECT 'größer';\r")
    try terminal.expect("<SELECT 'größer';>")
    try terminal.answer(Self.prompt, ".quit\r")
    #expect(terminal.end() == 0)
    let kept = HistoryFile.header + "\nSELECT 'größer';\n.quit\n"
    #expect(scratch.text(of: "state/history") == kept)
    #expect(scratch.mode(of: "state/history") == 0o600)
    let next = try Self.start(scratch)
    try next.answer(Self.prompt, "\(Self.up)\(Self.up)\r")
    try next.expect("<SELECT 'größer';>")
  }

  @Test func controlRSearchesTheHistory() throws {
    for number in 1...3 {
      try terminal.answer(Self.prompt, "SELECT \(number) AS n\(number);\r")
      try terminal.expect("AS n\(number);>")
    }
    try terminal.answer(Self.prompt, "\(Self.controlR)n2")
    try terminal.expect("2 AS n2;")
    terminal.type("\u{1B}")
    terminal.type("\r")
    try terminal.expect("<SELECT 2 AS n2;>")
  }

  @Test func controlCGivesUpWhatIsTyped() throws {
    try terminal.answer(Self.prompt, "SELECT 'oh\r")
    try terminal.answer("   ...> ", "no\(Self.controlC)")
    try terminal.expect("^C")
    try terminal.answer(Self.prompt, "SELECT 2;\r")
    try terminal.expect("<SELECT 2;>")
  }

  @Test func controlCStopsTheQuestionAndNotTheShell() throws {
    for _ in 1...2 {
      try terminal.answer(Self.prompt, "SELECT wait;\r")
      try terminal.answer("waiting", Self.controlC)
      try terminal.expect("error: the question was stopped")
    }
    try terminal.answer(Self.prompt, "SELECT 3;\r")
    try terminal.expect("<SELECT 3;>")
    try terminal.answer(Self.prompt, Self.controlD)
    #expect(terminal.end() == 0)
  }

  @Test func charactersBeyondASCIIAreEditedAsOne() throws {
    try terminal.answer(Self.prompt, "SELECT 'größe 漢字✓x';\u{1B}[D\u{1B}[D\u{7F}\u{7F}é\r")
    try terminal.expect("<SELECT 'größe 漢字é';>")
  }

  @Test func anErrorIsShownWithItsPlaceAndTheShellGoesOn() throws {
    try terminal.answer(Self.prompt, "SELECT wrong;\r")
    try terminal.expect("error: that is wrong; ask again\n  SELECT wrong;\n         ^\n")
    try terminal.answer(Self.prompt, ".tabels\r")
    try terminal.expect("error: there is no command `.tabels`; did you mean `.tables`?")
    try terminal.expect(Self.prompt)
  }
}

/// The shell as it is installed, over the example, at a real terminal.
@Suite(.enabled(if: PseudoTerminal.isAvailable, "the system hands out no pseudo-terminals"))
struct ProductShellTests {
  private static let prompt = ShellTerminalTests.prompt
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    for file in ["study", "mentor-early", "mentor-late", "mentee-early", "mentee-late"] {
      let name = file + (file == "study" ? ".yaml" : ".csv")
      let text = try Places.text(Places.path("data/examples/abc-2025/\(name)"))
      scratch.write(
        text.replacing("../../codebooks", with: Places.path("data/codebooks")), to: name)
    }
  }

  private func start(_ options: String...) throws -> PseudoTerminal {
    try PseudoTerminal(
      "abacus", ["shell", scratch.path("study.yaml"), "--history", "none"] + options,
      environment: ["HOME": scratch.path("")])
  }

  @Test func theProductGreetsWithTheStudyAndItsMode() throws {
    let product = try start("--unrestricted")
    try product.expect("ABC Mentorship 2025: 306 responses of mentors, 321 responses of mentees.")
    try product.expect("unrestricted")
    try product.answer(Self.prompt, ".codebook ma1\r")
    try product.expect("Strongly disagree")
    try product.answer(Self.prompt, ShellTerminalTests.controlD)
    #expect(product.end() == 0)
  }

  @Test func namesOfTheStudyAreCompleted() throws {
    let product = try start("--unrestricted")
    try product.answer(
      Self.prompt, "SELECT mcdon\tresponses, 'EB_GR\t') > 0.5 AS ok FROM resp")
    product.type("onses WHERE role = 'mentee';\r")
    try product.expect("ok")
    try product.expect("1\n")
  }

  @Test func controlCStopsAQuestionThatWouldTakeHours() throws {
    let product = try start("--unrestricted")
    for _ in 1...2 {
      try product.answer(
        Self.prompt,
        "SELECT count(*) FROM answers a, answers b, answers c WHERE a.code + b.code = c.code;\r")
      // Nothing shows that a question has begun; a key that comes before it is lost.
      try product.press(ShellTerminalTests.controlC, until: "stopped")
    }
    try product.answer(Self.prompt, "SELECT 40 + 2 AS sum;\r")
    try product.expect("42")
  }

  @Test func aSharedStudyAnswersByGroupsAndLogsThem() throws {
    let product = try start()
    try product.expect("protected")
    try product.answer(Self.prompt, "mean(EB_GR\t) where role = mentee by site\r")
    try product.expect("Island")
    try product.answer(Self.prompt, "mean(EB_GROW) by sitte\r")
    try product.expect("error: there is no field `sitte`; did you mean `site`?")
    try product.answer(Self.prompt, "SELECT 1;\r")
    try product.expect("SQL is not answered about a study that is shared")
    try product.answer(Self.prompt, ShellTerminalTests.controlD)
    #expect(product.end() == 0)
    #expect(scratch.names()?.contains("study.query-log") == true)
  }
}
