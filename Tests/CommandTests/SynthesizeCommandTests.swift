import Foundation
import Testing
import TestSupport

@Suite struct SynthesizeCommandTests {
  static let usual = [
    "synthesize", "--codebook", Checkout.path("data/codebooks/abc.yaml"), "--seed", "7",
    "--mentors", "6", "--mentees", "12",
  ]

  @Test func writesAFileForEachFormAndWave() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(
      Self.usual + ["--waves", "early,late", "--out", "made"], in: folder.path(""))
    #expect(run.status == 0)
    #expect(run.stderr == "")
    let names = ["mentee-early.csv", "mentee-late.csv", "mentor-early.csv", "mentor-late.csv"]
    #expect(folder.names(in: "made") == names)
    #expect(run.stdout.split(separator: "\n").count == 4)
    #expect(run.stdout.hasPrefix("made/mentor-early.csv: "))
  }

  @Test func theSameSeedWritesTheSameBytes() throws {
    let folder = try ScratchFolder()
    for out in ["one", "two"] {
      #expect(
        try CommandRun.abacus(Self.usual + ["--out", out], in: folder.path("")).status == 0)
    }
    #expect(folder.text(of: "one/mentor.csv") == folder.text(of: "two/mentor.csv"))
    #expect(folder.text(of: "one/mentee.csv") != nil)
    let other = Self.usual.map { $0 == "7" ? "8" : $0 } + ["--out", "three"]
    #expect(try CommandRun.abacus(other, in: folder.path("")).status == 0)
    #expect(folder.text(of: "one/mentor.csv") != folder.text(of: "three/mentor.csv"))
  }

  @Test func theExampleIsWhatItsREADMESays() throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(
      [
        "synthesize", "--codebook", Checkout.path("data/codebooks/abc.yaml"), "--seed", "2025",
        "--mentors", "74", "--mentees", "203", "--waves", "early,late", "--out", "made",
      ], in: folder.path(""))
    #expect(run.status == 0)
    for name in folder.names(in: "made") ?? [] {
      let kept = try String(
        contentsOfFile: Checkout.path("data/examples/abc-2025/\(name)"), encoding: .utf8)
      #expect(folder.text(of: "made/\(name)") == kept, "\(name)")
    }
  }

  @Test func aFileThatExistsIsKeptUnlessForced() throws {
    let folder = try ScratchFolder()
    folder.write("mine", to: "mentor.csv")
    let refused = try CommandRun.abacus(Self.usual, in: folder.path(""))
    #expect(refused.status == 73)
    #expect(refused.stdout == "")
    #expect(
      refused.errorLines == [
        "./mentor.csv: error: `./mentor.csv` exists; write elsewhere with --out, or replace it with --force [output-exists]"
      ])
    #expect(folder.names() == ["mentor.csv"])
    #expect(folder.text(of: "mentor.csv") == "mine")
    #expect(try CommandRun.abacus(Self.usual + ["--force"], in: folder.path("")).status == 0)
    #expect(folder.text(of: "mentor.csv") != "mine")
  }

  @Test(
    arguments: [
      (["--mentors", "0"], "--mentors is 0; write a number from 1 to 1000000"),
      (["--waves", "erly"], "the codebook has no wave `erly`; write some of `early`, `late`"),
      (["--waves", "late,late"], "the wave `late` is named twice; name each once"),
      (["--answers", "words"], "'words'"),
    ])
  func refusesOtherArguments(arguments: [String], message: String) throws {
    let folder = try ScratchFolder()
    let run = try CommandRun.abacus(Self.usual + arguments, in: folder.path(""))
    #expect(run.status == 64)
    #expect(run.stdout == "")
    #expect(run.stderr.contains(message))
    #expect(folder.names() == [])
  }

  @Test func aCodebookThatCanNotBeUsedLeavesNothing() throws {
    let folder = try ScratchFolder()
    folder.write("a: 1", to: "bad.yaml")
    let bad = try CommandRun.abacus(
      ["synthesize", "--codebook", "bad.yaml", "--seed", "1"], in: folder.path(""))
    #expect(bad.status == 65)
    #expect(bad.errorLines.count == 5)
    let gone = try CommandRun.abacus(
      ["synthesize", "--codebook", "gone.yaml", "--seed", "1"], in: folder.path(""))
    #expect(gone.status == 66)
    #expect(folder.names() == ["bad.yaml"])
  }
}
