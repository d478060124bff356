import SurveyModel
import SurveySynthesis
import Testing

@Suite struct SyntheticExportTests {
  @Test func qualtricsHasThreeHeaderRecords() throws {
    let export = try Books.abcExports(Books.options())[0]
    let place = try #require(export.headers[0].firstIndex(of: "MQ1_2"))
    #expect(
      export.headers.map { $0[place] } == [
        "MQ1_2", "Which roles have you played for this mentee? (tick all) - Career adviser",
        "{\"ImportId\":\"QID27_2\"}",
      ])
    #expect(
      Array(export.headers[2].prefix(2)) == [
        "{\"ImportId\":\"startDate\"}", "{\"ImportId\":\"endDate\"}",
      ])
    #expect(export.headers[0].suffix(2) == ["prior_training", "gender"])
  }

  @Test func recordsAreAsWideAsTheirHeader() throws {
    for export in try Books.abcExports(Books.options()) {
      let widths = Set((export.headers + export.rows).map(\.count))
      #expect(widths == [export.headers[0].count])
    }
  }

  @Test func plainHasOneHeaderRecordAndNoMetadata() throws {
    let export = try Books.abcExports(Books.options(dialect: .plain))[0]
    #expect(export.headers.count == 1)
    #expect(
      export.headers[0].prefix(5) == [
        "respondent_id", "pair_id", "consent", "submitted_at", "finished",
      ])
    #expect(export.column("StartDate") == nil)
  }

  @Test func wordsAndCodesAreTheSameAnswers() throws {
    let words = try Books.abcExports(Books.options(answers: .text))[0]
    let codes = try Books.abcExports(Books.options(answers: .numeric))[0]
    let labels = [
      "Strongly disagree": "1", "Disagree": "2", "Neither agree nor disagree": "3", "Agree": "4",
      "Strongly agree": "5", "Does not apply": "8", "Prefer not to say": "9", "": "",
    ]
    #expect(words.column("MA1")?.map { labels[$0] } == codes.column("MA1"))
    #expect(words.column("MS1") == codes.column("MS1"))
  }

  @Test func splitAndJoinedTicksAreTheSameAnswers() throws {
    let split = try Books.abcExports(Books.options(multiSelect: .split))[0]
    let joined = try Books.abcExports(Books.options(multiSelect: .joined))[0]
    let parts = split.headers[0].indices.filter { split.headers[0][$0].hasPrefix("MQ2_") }
    let together = split.rows.map { row in
      parts.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: ",")
    }
    #expect(parts.count == 8)
    #expect(joined.column("MQ2") == together)
  }

  @Test func joinedCodesAreTheTools() throws {
    func ticks(_ dialect: SynthesisOptions.Dialect) throws -> Set<Substring> {
      let options = Books.options(answers: .numeric, multiSelect: .joined, dialect: dialect)
      let cells = try #require(try Books.abcExports(options)[0].column("MQ2"))
      return Set(cells.flatMap { $0.split(separator: ",") })
    }
    #expect(try ticks(.qualtrics).isSubset(of: ["1", "2", "3", "4", "5", "6", "7", "8"]))
    #expect(try ticks(.plain).isSuperset(of: ["clinical_load", "rota", "no_credit"]))
  }

  @Test func plainHasNoPreview() throws {
    let options = Books.options(dialect: .plain)
    #expect(try Books.abcExports(options)[0].column("respondent_id")?.contains("") == false)
  }

  @Test func nothingElseIsTickedWithNoneOfThese() throws {
    let export = try Books.abcExports(Books.options(mentors: 50, mentees: 200))[0]
    let rows = export.records.filter { $0["MQ1_9"] != "" }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { row in (1...8).allSatisfy { row["MQ1_\($0)"] == "" } })
  }

  @Test func cellsWithCommasQuotesAndBreaksAreQuoted() throws {
    let export = SyntheticExport(
      formID: "form", waveID: nil, headers: [["a", "b"]],
      rows: [["x, y", "he said \"no\""], ["one\ntwo", "plain"]])
    #expect(
      export.csv == "a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"one\ntwo\",plain\n")
    #expect(export.fileName == "form.csv")
  }

  @Test func openAnswersHoldWhatReadersMustCopeWith() throws {
    let texts = try Books.abcExports(Books.options(seed: 2025, mentors: 74, mentees: 203))
      .flatMap { export in
        ["MO1", "MO2", "MO3", "EO1", "EO2", "EO3"].flatMap { export.column($0) ?? [] }
      }
    for piece in [",", "\"", "\n", "@example.org", "Tamsin Quillfeather"] {
      #expect(texts.contains { $0.contains(piece) }, "\(piece)")
    }
    #expect(!texts.contains { $0.contains("{") })
  }

  @Test func responsesStandInOrderOfSubmission() throws {
    for export in try Books.abcExports(Books.options()) {
      let dates = try #require(export.column("RecordedDate"))
      #expect(dates == dates.sorted())
    }
    let early = try #require(try Books.abcExports(Books.options())[2].column("StartDate"))
    #expect(early.allSatisfy { $0.hasPrefix("2025-03-") || $0.hasPrefix("2025-04-") })
  }
}
