import TestSupport
import Testing

/// What a user sees of an export that went through a spreadsheet.
@Suite struct SpreadsheetDamageRunTests {
  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    response_scales:
      agree3:
        options:
          - {code: 1, label: Disagree}
          - {code: 2, label: Neither}
          - {code: 3, label: Agree}
    forms:
      m:
        items: [{id: A, stem: S, response_scale: agree3}]
    attributes:
      - {id: who, use: respondent}
      - {id: when, use: submitted}
      - {id: months, kind: number}
    """

  /// The good file; each test spoils one cell or column of it.
  static let good = """
    who,when,months,A
    1001,2025-01-31 10:00:00,"1,5",Agree
    1002,2025-02-01 10:00:00,2,Disagree
    1003,2025-02-02 10:00:00,"2,25",Neither

    """

  private func study(_ csv: String, source: String = "") throws -> StudyFolder {
    try StudyFolder(files: [
      "codebook.yaml": Self.codebook, "a.csv": csv,
      "study.yaml":
        "schema: abacus.study/1\ntitle: T\ncodebook: codebook.yaml\nsources:\n  - {file: a.csv, form: m\(source)}\n",
    ])
  }

  @Test func theGoodFileHasNothingToSay() throws {
    let run = try study(Self.good).run("describe", "study.yaml")
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
  }

  @Test(
    arguments: [
      (
        "1003,", "1.14628E+11,",
        "a.csv:4:1: error: attribute `who` has 1 identifier in 1 distinct text that a spreadsheet cut short or replaced, and different ones may look alike; these responses count as naming no respondent, so export the file again and don't save it in a spreadsheet [damaged-identifier]"
      ),
      (
        "1003,", "01002,",
        "a.csv:3:1: error: 1 response names a respondent by a number that another response writes with leading zeros, as spreadsheets drop them; they are taken for different respondents, so export again or write the zeros into the file [lost-leading-zeros]"
      ),
      (
        "2025-02-02 10:00:00", "2/3/2025 10:00",
        "a.csv:4:2: error: attribute `when` has 1 date that may begin with the day or the month; say `date_order: mdy`, `dmy` or `ymd` at this source, or write them as 2025-01-31 14:05:00 [ambiguous-date]"
      ),
      (
        "2025-02-02", "2025-02-31",
        "a.csv:4:2: error: attribute `when` has 1 date that can't be read; write them as 2025-01-31 14:05:00 [unreadable-date]"
      ),
      (
        "2025-02-02", "2999-02-02",
        "a.csv:4:2: error: attribute `when` has 1 date before the year 2000 or after the day of the report; they count as unknown, so correct the rows [implausible-date]"
      ),
      (
        "Neither", "3-May",
        "a.csv:4:4: error: item `A` has 1 cell that a spreadsheet turned into a date, an error value or a shortened number; export the file again and don't save it in a spreadsheet [spreadsheet-damage]"
      ),
      (
        "\"2,25\"", "#####",
        "a.csv:4:3: error: attribute `months` has 1 cell that a spreadsheet turned into a date, an error value or a shortened number; export the file again and don't save it in a spreadsheet [spreadsheet-damage]"
      ),
      (
        "\"2,25\"", "1.234",
        "a.csv:4:3: error: attribute `months` has 1 number such as 1,234, which may part thousands or a fraction; write them without a sign between the thousands [ambiguous-number]"
      ),
    ])
  func eachKindIsNamedWithItsPlaceAndKeptOut(old: String, new: String, line: String) throws {
    let study = try study(Self.good.replacing(old, with: new))
    let run = try study.run("report", "study.yaml", "--out", "out")
    #expect(run.status == 1)
    #expect(run.errorLines.contains(line), "\(run.stderr)")
    #expect(!run.stderr.contains("1.14628") && !run.stderr.contains("01002"))
    #expect(study.scratch.names(in: "out")?.contains("report.html") == true)
  }

  @Test func mixedDecimalsAreAWarning() throws {
    let run = try study(Self.good.replacing("\"2,25\"", with: "2.25")).run("describe", "study.yaml")
    #expect(run.status == 0)
    #expect(
      run.errorLines == [
        "a.csv:1:3: warning: attribute `months` has decimal commas and decimal points; both are read as decimals, so check where the file was put together [mixed-decimals]"
      ])
  }

  @Test(arguments: ["mdy", "dmy"]) func theStudyMaySayTheOrderOfDates(order: String) throws {
    let csv = Self.good.replacing("2025-02-02 10:00:00", with: "2/3/2025 10:00")
    let run = try study(csv, source: ", date_order: \(order)").run("describe", "study.yaml")
    #expect(run.status == 0)
    #expect(run.stderr.isEmpty)
  }

  @Test func theDayOfTheReportSaysWhatIsLater() throws {
    let study = try study(Self.good)
    #expect(try study.run("report", "study.yaml", "--date", "2025-02-01").status == 0)
    let early = try study.run("report", "study.yaml", "--date", "2025-01-31")
    #expect(early.status == 1)
    #expect(early.errorLines.count == 1)
    #expect(early.errorLines.first?.hasSuffix("[implausible-date]") == true)
  }

  @Test func aStudyWithAMistakenDateOrderWritesNothing() throws {
    let study = try study(Self.good, source: ", date_order: us")
    let run = try study.run("report", "study.yaml", "--out", "out")
    #expect(run.status == 65)
    #expect(
      run.errorLines.first
        == "study.yaml:5:40: error: `date_order` of a source can't be `us`; write one of `mdy`, `dmy`, `ymd` [wrong-value]"
    )
    #expect(study.scratch.names(in: "out") == nil)
  }
}
