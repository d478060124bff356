import TestSupport
import Testing

@Suite struct HugeInputTests {
  @Test func aCellOfAHundredMegabytesIsACell() throws {
    let folder = try ScratchFolder()
    let cell = [UInt8](repeating: 0x78, count: 100_000_000)
    folder.write(Array("A,B\n1,\"".utf8) + cell + Array("\"\n2,y\n".utf8), to: "a.csv")
    let run = try CommandRun.abacus(
      ["describe", "a.csv", "--items", "A", "--format", "csv"], in: folder.path(""))
    #expect(run.status == 0)
    #expect(run.stdout.contains("\nA,2,0,1.5,"))
    // Asked for, it is no number, and is not printed.
    let texts = try CommandRun.abacus(["describe", "a.csv", "--items", "B"], in: folder.path(""))
    #expect(texts.status == 65)
    #expect(texts.stderr.utf8.count < 1000)
  }

  @Test func aQuoteThatNeverClosesIsNamedWhereItOpens() throws {
    let folder = try ScratchFolder()
    let lines = String(repeating: "1,2\n", count: 1_000_000)
    folder.write("A,B\n1,2\n1,\"2\n" + lines, to: "a.csv")
    let run = try CommandRun.abacus(["describe", "a.csv"], in: folder.path(""))
    #expect(run.status == 65)
    #expect(run.stderr.hasPrefix("a.csv:3: error: the file opens a quote on line 3"))
  }

  @Test func aHundredThousandColumnsAreColumns() throws {
    let folder = try ScratchFolder()
    let header = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<100_000).map { String($0 % 5) }.joined(separator: ",")
    folder.write(header + "\n" + row + "\n" + row + "\n", to: "a.csv")
    let run = try CommandRun.abacus(
      ["describe", "a.csv", "--items", "c99999", "--format", "csv"], in: folder.path(""))
    #expect(run.status == 0)
    #expect(run.stdout.contains("\nc99999,2,0,4,"))
    let wrong = try CommandRun.abacus(
      ["describe", "a.csv", "--items", "d"], in: folder.path(""))
    #expect(wrong.status == 65)
    #expect(wrong.stderr.utf8.count < 1000)
  }

  @Test func aNameWithoutEndIsALostQuote() throws {
    let folder = try ScratchFolder()
    folder.write(
      "A,\"B\n" + String(repeating: "1,2\n", count: 100_000) + "3,4\",C\n1,2,3\n", to: "a.csv")
    let run = try CommandRun.abacus(["describe", "a.csv"], in: folder.path(""))
    #expect(run.status == 65)
    #expect(
      run.stderr
        == "a.csv:1:2: error: the file has more than 32767 bytes in the name of column 2; check the quotes in the header [unlikely-table]\n"
    )
  }
}
