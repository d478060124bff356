import Foundation
import TestSupport
import Testing

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
    #expect(scratch.text(of: "state/history") == "SELECT 'größer';\n.quit\n")
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

  @Test func theProductGreetsWithTheStudyAndItsMode() throws {
    let product = try PseudoTerminal(
      "abacus", ["shell", Places.example, "--unrestricted", "--history", "none"],
      environment: ["HOME": scratch.path("")])
    try product.expect("ABC Mentorship 2025: 306 responses of mentors, 321 responses of mentees.")
    try product.expect("unrestricted")
    try product.answer(Self.prompt, ".codebook ma1\r")
    try product.expect("Strongly disagree")
    try product.answer(Self.prompt, Self.controlD)
    #expect(product.end() == 0)
    #expect(scratch.names() == [])
  }
}
