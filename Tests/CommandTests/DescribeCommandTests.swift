import Foundation
import NumericTestSupport
import TestSupport
import Testing

@Suite struct DescribeCommandTests {
  private static let table = "id,a,b,name\n1,1,2.5,x\n2,2,NA,y\n3,4,.,z\n"

  @Test func aBareFileDescribesEveryColumnOfNumbers() throws {
    let run = try run("--format", "json")
    #expect(run.status == 0)
    #expect(run.stderr == "")
    let columns = try PrintedJSON(run.stdout).list("columns")
    #expect(columns.map { $0["column"] as? String } == ["id", "a", "b"])
    let second = columns[1][object: "description"]
    expectClose(second[number: "mean"], .derived(7.0 / 3))
    expectClose(second[number: "variance"], .derived(7.0 / 3))
    #expect(columns[2]["missing_count"] as? Int == 2)
  }

  @Test func itemsChooseColumnsInTheirOrder() throws {
    let run = try run("--items", "b,a", "--format", "json")
    let columns = try PrintedJSON(run.stdout).list("columns")
    #expect(columns.map { $0["column"] as? String } == ["b", "a"])
  }

  @Test func rowsOfABareFileAreChosenAndGrouped() throws {
    let folder = try ScratchFolder()
    folder.write("id,a,role,wave\n1,1,x,2\n2,2,y,2\n3,4,x,1\n4,9,,1\n", to: "t.csv")
    func columns(_ arguments: String...) throws -> [[String: Any]] {
      let run = try CommandRun.abacus(
        ["describe", "t.csv", "--items", "a", "--format", "json"] + arguments, in: folder.path(""))
      #expect(run.status == 0)
      return try PrintedJSON(run.stdout).list("columns")
    }
    func means(_ columns: [[String: Any]]) -> [Double?] {
      columns.map { $0[object: "description"][number: "mean"] }
    }
    let byRole = try columns("--by", "ROLE")
    #expect(means(byRole) == [2.5, 2, 9])
    #expect(byRole.map { $0[object: "group"]["role"] as? String } == ["x", "y", nil])
    #expect(means(try columns("--where", "role = x and wave < 2")) == [4])
    #expect(means(try columns("--where", "role is missing or a between 1 and 2")) == [4])
    let wrong = try CommandRun.abacus(
      ["describe", "t.csv", "--items", "a", "--by", "roles"], in: folder.path(""))
    #expect(wrong.status == 64)
    #expect(wrong.errorLines.first == "Error: there is no field `roles`; did you mean `role`?")
  }

  @Test func theLevelIsThatOfTheInterval() throws {
    let run = try run("--items", "a", "--level", "0.9", "--format", "json")
    let interval = try PrintedJSON(run.stdout).list("columns")[0][object: "mean_interval"]
    #expect(interval[number: "level"] == 0.9)
    // t(2) at 95 % is 2.919985580353726; the standard error is √(7/9).
    expectClose(
      interval[number: "upper"], .software(7.0 / 3 + 2.919985580353726 * (7.0 / 9).squareRoot()))
  }

  @Test func markdownIsATable() throws {
    let lines = try run("--format", "markdown").stdout.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("| Column") })
    #expect(lines.contains { $0.hasPrefix("| a ") })
  }

  @Test func csvHasARecordForEachColumn() throws {
    let run = try run("--format", "csv")
    #expect(run.stdout.contains("2.3333333333333335"))
    #expect(run.stdout.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("a,") })
  }

  @Test func colourIsForTerminalsOnly() throws {
    let folder = try ScratchFolder()
    folder.write(Self.table, to: "t.csv")
    let run = try CommandRun.abacus(
      ["describe", "t.csv"], environment: ["NO_COLOR": "", "TERM": "xterm"], in: folder.path(""))
    #expect(!run.stdout.contains("\u{1B}"))
  }

  @Test func aStudysItemsAreDescribedUnderItsDisclosureRule() throws {
    let run = try CommandRun.abacus([
      "describe", Places.example, "--items", "MA1,EA1", "--format", "json",
    ])
    let items = try PrintedJSON(run.stdout).list("items")
    #expect(items.map { $0["item"] as? String } == ["MA1", "MA1", "EA1", "EA1"])
    #expect(try PrintedJSON(run.stdout).list("scales").isEmpty)
  }

  @Test func anUnknownItemIsRefusedWithTheNearest() throws {
    let run = try CommandRun.abacus(["describe", Places.example, "--items", "MA1,MA9"])
    #expect(run.status == 64)
    #expect(run.stdout == "")
    #expect(run.stderr.contains("there is no item `MA9`; did you mean `MA"))
  }

  @Test(arguments: [
    ("", Int32(65)), ("name\nx\ny\n", 65), ("a,a\n1,2\n", 0),
  ])
  func dataWithoutNumbersAreUnusable(text: String, status: Int32) throws {
    let folder = try ScratchFolder()
    folder.write(text, to: "t.csv")
    let run = try CommandRun.abacus(["describe", "t.csv"], in: folder.path(""))
    #expect(run.status == status, "\(run.stderr)")
    if status != 0 { #expect(run.stdout == "") }
  }

  @Test func noFileIsNoInput() throws {
    let run = try CommandRun.abacus(["describe", "none.csv"])
    #expect(run.status == 66)
    #expect(run.stdout == "")
    #expect(!run.stderr.isEmpty)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    let folder = try ScratchFolder()
    folder.write(Self.table, to: "t.csv")
    return try CommandRun.abacus(["describe", "t.csv"] + arguments, in: folder.path(""))
  }
}
