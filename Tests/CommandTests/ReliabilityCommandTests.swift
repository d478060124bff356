import NumericTestSupport
import TestSupport
import Testing

@Suite struct ReliabilityCommandTests {
  /// Alpha 6/7; the fourth column is the first one turned round on 1 to 5.
  private static let table = "a,b,c,d,name\n1,1,2,5,x\n2,2,1,4,y\n3,3,3,3,z\n,,,,\n"

  @Test func aBareFileGivesAlpha() throws {
    let run = try run("--items", "a,b,c", "--format", "json")
    #expect(run.status == 0)
    #expect(
      run.stderr
        == "t.csv:5: warning: 1 record holds delimiters only and is left out; give such responses an identifier if they should count [empty-record]\n"
    )
    let scale = try #require(PrintedJSON(run.stdout).list("scales").first)
    expectClose(scale.estimate("cronbach_alpha")[number: "value"], .derived(6.0 / 7))
  }

  @Test func aRangeOfNamesStandsForColumnsInFileOrder() throws {
    #expect(
      try run("--items", "a..c", "--format", "json").stdout
        == run("--items", "a,b,c", "--format", "json").stdout)
  }

  @Test func standardInputIsADash() throws {
    let piped = try CommandRun.abacus(
      ["reliability", "-", "--items", "a..c", "--format", "json"], input: Self.table)
    #expect(piped.status == 0, "\(piped.stderr)")
    #expect(try piped.stdout == run("--items", "a..c", "--format", "json").stdout)
  }

  @Test func reversingNeedsAndUsesTheLimits() throws {
    let refused = try run("--items", "a,b,c,d", "--reverse", "d")
    #expect(refused.status == 64)
    #expect(refused.stdout == "")
    #expect(refused.stderr.contains("--reverse needs the limits of the answers"))
    let run = try run(
      "--items", "b,c,d", "--reverse", "d", "--min", "1", "--max", "5", "--format", "json")
    let scale = try #require(PrintedJSON(run.stdout).list("scales").first)
    let alpha = scale.estimate("cronbach_alpha")
    expectClose(alpha[number: "value"], .derived(6.0 / 7))
    #expect(alpha[object: "passport"]["reversed_items"] as? [String] == ["d"])
  }

  @Test func anUnreversedColumnIsAWarningAndNoFailure() throws {
    let folder = try ScratchFolder()
    let rows = String(repeating: "1,1,2,5\n2,2,1,4\n3,3,3,3\n", count: 10)
    folder.write("a,b,\"c, or so\",d\n" + rows, to: "t.csv")
    func run(_ arguments: String...) throws -> CommandRun {
      try CommandRun.abacus(["reliability", "t.csv"] + arguments, in: folder.path(""))
    }
    let plain = try run("--items", "a,b,\"c, or so\",d")
    #expect(plain.status == 0)
    #expect(
      plain.stderr.contains("warning: `d` runs against the other items and may need --reverse"))
    #expect(plain.stdout.contains("alpha"))
    let turned = try run(
      "--items", "a..d", "--reverse", "\"c, or so\", d", "--min", "1", "--max", "5")
    #expect(turned.status == 0)
    #expect(
      turned.stderr
        == "warning: `c, or so` runs against the other items although --reverse turns it round, and may be worded like them; nothing else was changed, so compare the wording [unreversed-item]\n"
    )
  }

  @Test(arguments: ["table", "markdown", "csv"]) func everyFormatHoldsTheCoefficient(
    format: String
  ) throws {
    let run = try run("--items", "a,b,c", "--format", format)
    #expect(run.status == 0)
    #expect(run.stdout.contains(format == "csv" ? "0.857142857142857" : ".86"))
    #expect(!run.stdout.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (["--items", "a,b,cc"], 65, "did you mean `c`?"),
      (["--items", "a,b,name"], 65, "column `name` holds texts"),
      (["--items", "a,b,a"], 64, "names `a` twice"), (["--items", ","], 64, "names no column"),
      (
        ["--items", "a,\"b"], 64,
        "--items has a quote that does not close at the end of a name; write a name with a comma as in '\"a, b\",c', and a quote within it twice"
      ),
      (
        ["--items", "a,b", "--reverse", "\"b", "--min", "1", "--max", "5"], 64,
        "--reverse has a quote that does not close"
      ),
      ([], 64, "name the items of the scale"),
      (["--items", "a,b", "--min", "1"], 64, "--min and --max go together"),
      (["--items", "a,b", "--min", "5", "--max", "1"], 64, "is not below"),
      (["--items", "a,b", "--level", "95"], 64, "write a share such as 0.95"),
      (["--items", "a,b", "--scales", "x"], 64, "--scales is for studies"),
      (["--items", "a,b", "--reverse", "e", "--min", "1", "--max", "5"], 64, "no item in --items"),
      (["--items", "a,b", "--format", "xml"], 64, "--format"),
      (["--items", "a,b", "--coefficient", "mcdonaldOmga"], 64, "did you mean `mcdonald_omega`?"),
      (["--items", "a,b", "--coefficient", "icc"], 64, "not computed from the items of a scale"),
    ] as [([String], Int32, String)])
  func refuses(arguments: [String], status: Int32, words: String) throws {
    let folder = try ScratchFolder()
    folder.write(Self.table, to: "t.csv")
    let run = try CommandRun.abacus(
      ["reliability", "t.csv"] + arguments, in: folder.path(""))
    #expect(run.status == status)
    #expect(run.stdout == "")
    #expect(run.stderr.contains(words), "\(run.stderr)")
  }

  @Test func valuesOutsideTheLimitsAreErrorsAndNotCounted() throws {
    let folder = try ScratchFolder()
    folder.write("a,b,c\n1,1,2\n2,2,1\n3,3,3\n9,1,1\n", to: "t.csv")
    let run = try CommandRun.abacus(
      [
        "reliability", "t.csv", "--items", "a,b,c", "--min", "1", "--max", "5", "--format", "json",
      ], in: folder.path(""))
    #expect(run.status == 1)
    #expect(run.stderr.contains("t.csv:5:1: error:"))
    #expect(run.stderr.contains("[out-of-range]"))
    let scale = try #require(PrintedJSON(run.stdout).list("scales").first)
    expectClose(scale.estimate("cronbach_alpha")[number: "value"], .derived(6.0 / 7))
  }

  @Test func coefficientsAreAskedForByNameAndCarryTheirWarnings() throws {
    let folder = try ScratchFolder()
    let rows = ["2,4,3", "2,4,5", "5,4,5", "4,4,6", "2,3,3", "6,6,5", "2,5,5", "4,3,1", "4,3,6"]
    folder.write("a,b,c\n" + rows.joined(separator: "\n") + "\n", to: "t.csv")
    let arguments = [
      "reliability", "t.csv", "--items", "a,b,c", "--coefficient", "lambda2,mcdonaldOmega,kr20",
    ]
    let json = try CommandRun.abacus(arguments + ["--format", "json"], in: folder.path(""))
    let asked = try #require(PrintedJSON(json.stdout).list("scales").first?["asked"])
    let list = try #require(asked as? [[String: Any]])
    #expect(
      list.map { $0["statistic"] as? String } == ["guttman_lambda2", "mcdonald_omega", "kr20"])
    let omega = try #require((list[1]["values"] as? [[String: Any]])?.first)
    let warnings = try #require(omega["warnings"] as? [String])
    #expect(warnings.contains { $0.hasPrefix("9 persons are fewer than the 50") })
    #expect((list[2]["reason"] as? String)?.contains("the same two codes") == true)
    let table = try CommandRun.abacus(arguments, in: folder.path(""))
    #expect(table.stdout.contains("9 persons are fewer than the 50"))
  }

  @Test func aStudysScalesTakeCoefficientsToo() throws {
    let run = try CommandRun.abacus([
      "reliability", Places.example, "--scales", "MA_ROLE", "--coefficient", "categorical_omega",
      "--format", "json",
    ])
    let scales = try PrintedJSON(run.stdout).list("scales")
    let asked = try #require(scales.first?["asked"] as? [[String: Any]])
    #expect(asked.first?["statistic"] as? String == "categorical_omega")
  }

  @Test func noFileIsNoInput() throws {
    #expect(try CommandRun.abacus(["reliability", "none.csv", "--items", "a,b"]).status == 66)
    #expect(try CommandRun.abacus(["reliability", "none.yaml"]).status == 66)
  }

  @Test func aStudyTakesItsItemsFromTheCodebook() throws {
    let run = try CommandRun.abacus(["reliability", Places.example, "--items", "MA1,MA2"])
    #expect(run.status == 64)
    #expect(run.stderr.contains("a study's codebook says them"))
    let unknown = try CommandRun.abacus(["reliability", Places.example, "--scales", "MA_ROL"])
    #expect(unknown.status == 64)
    #expect(unknown.stderr.contains("did you mean `MA_ROLE`?"))
  }

  @Test func aStudysScalesCanBeChosenAndTreatedPairwise() throws {
    let run = try CommandRun.abacus([
      "reliability", Places.example, "--scales", "MA_ROLE", "--missing", "pairwise", "--format",
      "json",
    ])
    let scales = try PrintedJSON(run.stdout).list("scales")
    #expect(scales.map { $0["scale"] as? String } == ["MA_ROLE", "MA_ROLE"])
    let alpha = scales[0].estimate("cronbach_alpha")
    #expect(alpha[object: "passport"]["missing"] as? String == "pairwise")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    let folder = try ScratchFolder()
    folder.write(Self.table, to: "t.csv")
    return try CommandRun.abacus(["reliability", "t.csv"] + arguments, in: folder.path(""))
  }
}
