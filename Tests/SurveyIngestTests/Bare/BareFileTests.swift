import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct BareFileTests {
  static let csv = "who,A1,A2,A3,B\nx,1,2,3,10\ny,NA,2.5,.,11\nz,9,,4,12\n"

  func file() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    folder.write(Self.csv, to: "a.csv")
    return folder
  }

  func read(
    _ items: [String]?, limits: ClosedRange<Double>? = nil
  ) throws -> BareFile {
    let folder = try file()
    return try BareFile.read(
      path: folder.path("a.csv"), items: items?.map { .text($0) }, limits: limits)
  }

  func mistakes(_ items: [String]) throws -> [String] {
    do {
      _ = try read(items)
      return []
    } catch let error as StudyLoadError {
      return error.findings.map { "\($0.message) [\($0.code.rawValue)]" }
    }
  }

  @Test func columnsAreReadInTheOrderAskedFor() throws {
    let file = try read(["B", "A1"])
    #expect(file.columns.map(\.name) == ["B", "A1"])
    #expect(file.columns.map(\.values) == [[10, 11, 12], [1, nil, 9]])
    #expect(file.rowCount == 3)
  }

  @Test func twoDotsStandForTheColumnsBetween() throws {
    #expect(try read(["A1..A3"]).columns.map(\.name) == ["A1", "A2", "A3"])
    #expect(try read(["A2..A2"]).columns.map(\.values) == [[2, 2.5, nil]])
  }

  @Test func withoutNamesEveryColumnOfNumbersIsRead() throws {
    #expect(try read(nil).columns.map(\.name) == ["A1", "A2", "A3", "B"])
  }

  @Test func recordsOfAnotherLengthAreAFinding() throws {
    let folder = try ScratchFolder()
    folder.write("A,B\n1,2\n3\n4,5,6\n", to: "a.csv")
    let file = try BareFile.read(path: folder.path("a.csv"), items: ["A", "B"])
    #expect(file.columns.map(\.values) == [[1, 3, 4], [2, nil, 5]])
    #expect(file.findings.map(\.code) == [.raggedRow])
    #expect(file.findings[0].location?.line == 3)
    #expect(file.findings[0].count == 2)
    #expect(
      file.findings[0].message
        == "2 records have another number of cells than the header's 2, and cells they lack are missing; check the quotes in these lines"
    )
  }

  @Test func aNumberOutsideTheLimitsIsAFindingAndMissing() throws {
    let file = try read(["A1"], limits: 1...6)
    #expect(file.columns[0].values == [1, nil, nil])
    #expect(file.findings.map(\.code) == [.outOfRange])
    #expect(file.findings[0].location?.line == 4)
    #expect(
      file.findings[0].message
        == "column `A1` has 1 value outside 1 to 6, which is not counted; correct it or the limits")
  }

  /// Without names, too, nothing is counted or left out in silence.
  @Test func everyColumnIsHeldAgainstTheLimits() throws {
    let file = try read(nil, limits: 1...9)
    #expect(
      file.columns.map(\.values) == [[1, nil, 9], [2, 2.5, nil], [3, nil, 4], [nil, nil, nil]])
    #expect(file.findings.map(\.subject) == ["B"])
    #expect(file.findings.map(\.code) == [.outOfRange])
  }

  @Test func aColumnOfNumbersThatTextsSpoilIsNamed() throws {
    let folder = try ScratchFolder()
    folder.write("A,B,C\n1,x,x\n2,2,y\n3,3,3\n4,four,4\n5,5,z\n", to: "a.csv")
    let file = try BareFile.read(path: folder.path("a.csv"), items: nil)
    #expect(file.columns.map(\.name) == ["A"])
    #expect(
      file.findings == [
        Finding(
          .textsAmongNumbers,
          at: SourceLocation(file: folder.path("a.csv"), line: 2, column: 2), subject: "B",
          count: 2,
          "column `B` has 2 texts among 3 numbers and is left out; correct them, or write a codebook that says what they mean"
        )
      ])
  }

  @Test(
    arguments: [
      (["A4"], "there is no column `A4`; did you mean `A1`? [missing-column]"),
      (
        ["Score"],
        "there is no column `Score`; none of the 5 columns has a name like it, so look at the first line [missing-column]"
      ),
      (
        ["A1", "A1..A2"],
        "column `A1` is asked for twice; name each column once [duplicate-column]"
      ),
      (
        ["A3..A1"],
        "`A3..A1` names no columns, because `A3` comes after `A1`; write `A1..A3` [missing-column]"
      ),
      (["A1..C"], "there is no column `C`; did you mean `B`? [missing-column]"),
      (
        ["who"],
        "column `who` holds texts; abacus reads labels through a codebook and a study, so write one or export the answers as numbers [wrong-type]"
      ),
    ])
  func refuses(items: [String], message: String) throws {
    #expect(try mistakes(items) == [message])
  }

  @Test func aNameMayHoldACommaAndDifferInSpelling() throws {
    let folder = try ScratchFolder()
    folder.write(
      "\"I plan, and I do\",I rest ,\"I ask, then\nlisten\"\n1,1,1\n2,3,4\n", to: "a.csv")
    func names(_ list: String) throws -> [String] {
      try BareFile.read(path: folder.path("a.csv"), items: #require(NameList(list)).entries)
        .columns.map { ColumnName.folded($0.name) }
    }
    let all = ["i plan, and i do", "i rest", "i ask, then listen"]
    #expect(try names("\"I plan, and I do\"") == [all[0]])
    #expect(try names("\"I plan, and I do\"..\"I ask, then listen\"") == all)
    #expect(try names("i rest,\"I ask, then listen\"") == [all[1], all[2]])
    let error = try #require(throws: StudyLoadError.self) { try names("I plan, and I do") }
    #expect(
      error.findings.map(\.message)
        == ["I plan", "and I do"].map {
          "there is no column `\($0)`; a name with a comma goes in quotes, as in --items '\"I plan, and I do\"'"
        })
  }

  @Test func similarNamesOfSeveralColumnsAreNotGuessed() throws {
    let folder = try ScratchFolder()
    folder.write("A 1,a  1,B\n1,2,3\n2,3,4\n", to: "a.csv")
    let error = try #require(throws: StudyLoadError.self) {
      try BareFile.read(path: folder.path("a.csv"), items: ["A  1"])
    }
    #expect(
      error.findings.map(\.message) == [
        "2 columns have a name like `A  1` (columns 1, 2); write one of them as it stands in the file"
      ])
    #expect(
      try BareFile.read(path: folder.path("a.csv"), items: ["A 1"]).columns.map(\.values) == [
        [1, 2]
      ])
  }

  @Test func namesBelowATitleAreSaid() throws {
    let folder = try ScratchFolder()
    folder.write("Feedback,,\nA,B,C\n1,2,3\n", to: "a.csv")
    let error = try #require(throws: StudyLoadError.self) {
      try BareFile.read(path: folder.path("a.csv"), items: ["B"])
    }
    #expect(
      error.findings.map(\.message) == [
        "there is no column `B`; record 2 holds it, so remove what stands above the names"
      ])
  }

  /// Reads a file of one column `x` beside a number.
  private func column(_ cells: [String]) throws -> BareFile {
    let folder = try ScratchFolder()
    folder.write("n,x\n" + cells.map { "1,\($0)\n" }.joined(), to: "a.csv")
    return try BareFile.read(path: folder.path("a.csv"), items: ["x"])
  }

  @Test func decimalCommasAreReadAndSaid() throws {
    let file = try column(["\"1,54\"", "2", "\"1,234\""])
    #expect(file.columns[0].values == [1.54, 2, 1.234])
    #expect(
      file.findings.map(\.message) == [
        "column `x` has numbers such as 1,5, read with a decimal comma; if its cells list several answers, leave the column out with --items"
      ])
    #expect(file.findings[0].location?.column == 2)
    #expect(try column(["\"1,5\"", "1.5"]).findings.map(\.code) == [.mixedDecimals])
  }

  @Test func aNumberThatMayBeAThousandTimesAsMuchIsMissing() throws {
    let file = try column(["2", "\"1,234\""])
    #expect(file.columns[0].values == [2, nil])
    #expect(file.findings.map(\.code) == [.ambiguousNumber])
    #expect(file.findings[0].location?.line == 3)
  }

  @Test func aSpreadsheetsErrorIsMissing() throws {
    let file = try column(["2", "#REF!", "3"])
    #expect(file.columns[0].values == [2, nil, 3])
    #expect(file.findings.map(\.code) == [.spreadsheetDamage])
    #expect(file.findings[0].location?.line == 3)
  }

  @Test func everyMissingColumnIsReported() throws {
    #expect(try mistakes(["C1", "C2"]).count == 2)
  }
}
