import SurveyModel
import Testing

@testable import SurveyIngest

/// A first record that is a response is no header; a header that looks odd is one.
@Suite struct HeaderCheckTests {
  private func read(_ text: String, names: [String] = []) throws -> ExportTable {
    try ExportDialects.read(
      CSVReader(bytes: text.utf8, name: "a.csv"), expected: ExpectedNames(names))
  }

  private func stops(_ text: String, names: [String] = []) -> Bool {
    do {
      _ = try read(text, names: names)
      return false
    } catch IngestError.missingHeader {
      return true
    } catch {
      return false
    }
  }

  /// Twenty responses to three items below a first record.
  private func items(below first: String) -> String {
    first + "\n" + (1...20).map { "\($0 % 5 + 1),\($0 % 4 + 1),\($0 % 3 + 2)\n" }.joined()
  }

  @Test func aDateAndNumbersAreAResponse() {
    let rows = (1...20).map { "1/\($0)/2015 16:07:30,\($0 % 5 + 1),\($0 % 3 + 1),Yes\n" }
    #expect(
      throws: IngestError.missingHeader(
        path: "a.csv", dates: [1], numbers: [2, 3], answers: [], repeats: 0)
    ) { try read(rows.joined()) }
    #expect(
      throws: IngestError.missingHeader(
        path: "a.csv", dates: [1], numbers: [2, 3], answers: [], repeats: 1)
    ) { try read(rows.joined() + rows[0]) }
  }

  @Test(
    arguments: [
      "2025-03-03 08:23:42", "2025-03-03T08:23:42Z", "03.03.2025", "3/3/2025", "3/3/25 8:23",
      "2025/03/03", "16:07:30",
    ])
  func everyWayToWriteADateIsSeen(date: String) {
    let rows = (1...9).map { "\(date),person \($0)\n" }
    #expect(stops(rows.joined()))
    #expect(!stops("when,who\n" + rows.joined()))
  }

  @Test(arguments: ["5,4,2", "1,1,1", "3,3,6", "0,4,2"])
  func numbersLikeThoseBelowAreAResponse(first: String) {
    #expect(stops(items(below: first)))
  }

  @Test func answersThatStandBelowAreAResponse() {
    let labels = ["Agree", "Neutral", "Disagree", "Agree", "Agree", "Neutral"]
    let rows = labels.indices.map { "\(labels[$0]),\(labels[(2 * $0 + 1) % 6]),\(labels[$0])\n" }
      .joined()
    #expect(stops("Agree,Neutral,Agree\n" + rows))
    // Nobody else strongly disagrees.
    #expect(stops("Agree,Strongly disagree,Neutral\n" + rows))
    #expect(!stops("F1,F2,Agree\n" + rows))
    #expect(!stops("F1,F2,F3\n" + rows))
  }

  @Test func aSlipInTheFirstResponseDoesNotMakeItAHeader() {
    let rows = (1...20).map { "\($0 % 5 + 1),\($0 % 4 + 1),\($0 % 3 + 2),\($0 % 2),3,\($0 % 5)\n" }
    #expect(stops("4,4,2,oops,3,4\n" + rows.joined()))
  }

  @Test(
    arguments: [
      // Item numbers, in order.
      "1,2,3,4\n" + String(repeating: "3,4,2,5\n4,4,1,2\n", count: 6),
      // Item numbers beside a name.
      "id,1,2,3\n" + String(repeating: "a,4,2,5\nb,4,1,2\n", count: 6),
      // Years, above values and above values like years.
      "2019,2020,2021\n34.5,40,41\n30.2,44,48\n",
      "region,2019,2020\nNorth,2100,1990\nSouth,1830,2440\n",
      // Ticked options bear the names of their columns.
      "Exams,Jobs\nExams,\n,Jobs\nExams,Jobs\n",
      // Wordings, LimeSurvey's and Kobo's names.
      "Q1[SQ001],\"I'm heard, and seen\",topics/jobs\n1,2,0\n3,4,1\n",
      // Names and comments.
      "Name,Comment\nJo,fine\nAl,so so\n", "\n\nA\n3\n4\n", "A,\n1,2\n2,3\n",
      // A number of a section is no answer.
      "1.1,1.2\n4,5\n3,5\n2,2\n",
    ])
  func aHeaderIsBelieved(text: String) {
    #expect(!stops(text))
  }

  @Test func namesThatTheUserGivesAreBelieved() {
    let text = items(below: "1,2,9")
    #expect(stops(text))
    #expect(!stops(text, names: ["1", "2", "9"]))
    #expect(!stops(text, names: [" 1", "2"]))
    // Not where records below are the same: nobody knows which of them is the header.
    #expect(stops(text + "1,2,9\n", names: ["1", "2", "9"]))
    // A date is nobody's name.
    #expect(stops("1/5/2015,2,3\n1/6/2015,1,2\n1/7/2015,4,4\n", names: ["2", "3"]))
  }

  @Test func numbersInOrderAreNoNamesWhereARecordIsTheSame() {
    let rows = "1,2,3,4\n" + String(repeating: "3,4,2,5\n4,4,1,2\n", count: 6)
    #expect(stops(rows + "1,2,3,4\n"))
  }

  @Test func filesPastedTogetherRepeatTheirHeader() throws {
    let text = "id,F1,F2\na,3,4\nb,4,2\nid,F1,F2\nc,2,2\n"
    let export = try read(text)
    #expect(export.table.rowCount == 3)
    #expect(export.findings.map(\.code) == [.repeatedHeader])
  }

  @Test(arguments: [
    "NA,3,2", "NA,NA,2", "NA,NA,NA", ".,.,.", "null,4,NaN", "-99,3,2", "NA,,3", "NA,2,3",
  ])
  func wordsForMissingAnswersAreNoNames(first: String) {
    #expect(stops(items(below: first)))
  }

  @Test func oneWordForMissingMayBeAName() {
    #expect(!stops("K,Na,Ca\n1,2,3\n2,2,4\n"))
    #expect(!stops("region,NA,EU\nx,2,3\ny,2,4\n"))
    #expect(!stops("NA,EU,AS\n1,2,3\n2,2,4\n"))
  }

  @Test func textsThatNobodyElseWroteDoNotMakeAHeader() {
    let people = (0...9).map { "p\($0),Bob C.,\($0 % 5 + 1),\($0 % 4 + 1)\n" }.joined()
    #expect(stops("p1,Anna B.,3,4\n" + people))
    #expect(stops("p1,,3,NA\n" + people))
    #expect(!stops("id,name,3,4\n" + people))
    let dated = (0...9).map { "2025-03-02,text \($0),Bio,\($0 % 5)\n" }.joined()
    #expect(stops("2025-03-01,Good stuff,Physics,fine\n" + dated))
  }

  @Test func answersThatAStudyTypesAsNamesAreAnswers() {
    let rows = ["p1,Agree,Neutral,Disagree\n", "p2,Disagree,Agree,Neutral\n"]
    let text = "anna,Agree,Disagree,Neutral\n" + (rows + rows + rows).joined()
    #expect(stops(text, names: ["anna", "Agree", "Disagree", "Neutral"]))
    // Options are called as what ticks them.
    let ticks = "id,Exams,Jobs\n1,Exams,No\n2,No,Jobs\n3,Exams,Jobs\n"
    #expect(!stops(ticks, names: ["id", "Exams", "Jobs"]))
  }

  @Test func anIndexBesideItemNumbersIsBelieved() {
    let rows = (0...19).map { "\($0),\($0 % 5 + 1),\($0 % 4 + 1),\($0 % 3)\n" }.joined()
    #expect(!stops(",0,1,2\n" + rows))
    #expect(stops(",4,1,2\n" + rows))
  }

  @Test func numbersThatMayBeAnswersAreSaid() throws {
    func findings(_ first: String, _ names: ExpectedNames = ExpectedNames()) throws -> [String] {
      let text = first + "\n" + String(repeating: "3,4,2,5\n4,4,1,2\n", count: 6)
      return try ExportDialects.read(
        CSVReader(bytes: text.utf8, name: "a.csv"), expected: names
      ).findings.map(\.description)
    }
    let warning =
      "a.csv:1: warning: the names of columns 1, 2, 3, 4 are numbers like those below them; if the first record is a response, it is lost: add a line of names above it [incomplete-header]"
    #expect(try findings("2,3,4,5") == [warning])
    #expect(try findings("1,2,3,4") == [])
    #expect(try findings("0,1,2,3") == [])
    #expect(try findings("id,2,3,4") == [])
    #expect(try findings("5,1,3,4", ExpectedNames(["5", "1", "3", "4"])) == [])
    let study = ExpectedNames(["5", "1", "3", "4"], areBelieved: false)
    #expect(try findings("5,1,3,4", study) == [warning])
  }
}
