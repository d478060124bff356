import SurveyModel
import SurveySynthesis
import Testing

@Suite struct SynthesizerTests {
  @Test func theSameSeedWritesTheSameBytes() throws {
    let first = try Books.abcExports(Books.options(seed: 5))
    let second = try Books.abcExports(Books.options(seed: 5))
    #expect(first.map(\.csv) == second.map(\.csv))
  }

  @Test func anotherSeedWritesOtherAnswers() throws {
    let first = try Books.abcExports(Books.options(seed: 5))
    let second = try Books.abcExports(Books.options(seed: 6))
    #expect(first[0].csv != second[0].csv)
  }

  @Test func theCommittedExampleIsWrittenAgain() throws {
    let exports = try Books.abcExports(Books.options(seed: 2025, mentors: 74, mentees: 203))
    #expect(exports.count == 4)
    for export in exports {
      let committed = try Books.text("data/examples/abc-2025/\(export.fileName)")
      #expect(export.csv == committed, "\(export.fileName) differs")
    }
  }

  @Test func moreMenteesLeaveEarlierAnswersAsTheyWere() throws {
    func answers(_ mentees: Int) throws -> [String: String] {
      let export = try Books.abcExports(Books.options(mentees: mentees, rates: .flawless))[2]
      return Dictionary(
        uniqueKeysWithValues: export.records.map { ($0["pair_id"] ?? "", $0["EA1"] ?? "") })
    }
    let few = try answers(30)
    let many = try answers(60)
    #expect(few.allSatisfy { many[$0.key] == $0.value })
  }

  @Test func thePastIsAskedEarlyAndOfThoseWhoChose() throws {
    let exports = try Books.abcExports(Books.options(rates: .flawless))
    #expect(exports[3].column("EC1") == nil)
    for record in exports[2].records {
      #expect((record["EC1"] == "") == (record["matched_how"] == "assigned"))
    }
  }

  @Test func aMentorsAnswersAboutThemselvesRepeat() throws {
    let export = try Books.abcExports(Books.options(mentors: 30, mentees: 120))[0]
    let rows = export.records.filter { $0["respondent_id"] != "" && $0["Finished"] == "True" }
    let byMentor = Dictionary(grouping: rows) { $0["respondent_id"] ?? "" }
    #expect(byMentor.values.contains { $0.count > 2 })
    for item in ["MA6", "MB1", "MB2", "MB5", "MB7", "MC2"] {
      #expect(byMentor.values.allSatisfy { Set($0.map { $0[item] }).count == 1 }, "\(item)")
    }
  }

  @Test func flawlessPeopleLeaveNothingBlank() throws {
    let exports = try Books.abcExports(Books.options(rates: .flawless))
    #expect(exports[0].column("MA1")?.contains("") == false)
    #expect(exports[1].column("MO1")?.contains("-99") == false)
    #expect(exports[0].column("Finished").map(Set.init) == ["True"])
    #expect(exports[0].rows.count == 50)
  }

  @Test func theFlawsOfRealExportsAreThere() throws {
    let exports = try Books.abcExports(Books.options(seed: 2025, mentors: 74, mentees: 203))
    let early = exports[0]
    #expect(early.column("Status")?.filter { $0 == "Survey Preview" }.count == 1)
    #expect(early.column("consent")?.contains("no") == true)
    #expect(early.column("Finished")?.contains("False") == true)
    #expect(early.column("MA1")?.contains("") == true)
    #expect(exports[1].column("MA1")?.contains("-99") == true)
    let statements = exports.flatMap { $0.column("MA3") ?? $0.column("EA3") ?? [] }
    #expect(Set(statements).isSuperset(of: ["Does not apply", "Prefer not to say"]))
    let sent = early.records.map { "\($0["respondent_id"] ?? "") \($0["pair_id"] ?? "")" }
    #expect(sent.count - Set(sent).count == 3)
  }

  @Test func answersHangTogetherAsTheModelSays() throws {
    let export = try Books.abcExports(
      Books.options(mentors: 250, mentees: 500, answers: .numeric, rates: .flawless))[2]
    let rows = export.records.map { row in row.compactMapValues(Double.init) }
    func r(_ first: String, _ second: String) -> Double {
      correlation(
        rows.compactMap { row in
          guard let x = row[first], let y = row[second], x <= 5, y <= 5 else { return nil }
          return (x, y)
        })
    }
    #expect(r("EB1", "EB2") > 0.3)  // two of one scale
    #expect(r("EB1", "EB4") < -0.2)  // one is reverse-keyed
    #expect(r("EB1", "EC4") < 0)  // benefits and challenges
    #expect(r("EB1", "EB2") > r("EB1", "EA1"))  // within a scale more than between
  }

  @Test func bothSidesOfAPairHaveSomethingInCommon() throws {
    let exports = try Books.abcExports(
      Books.options(mentors: 250, mentees: 500, answers: .numeric, rates: .flawless))
    let mentees = Dictionary(
      uniqueKeysWithValues: exports[2].records.map { ($0["pair_id"] ?? "", $0["EA6"] ?? "") })
    let pairs = exports[0].records.compactMap { row -> (Double, Double)? in
      guard let x = Double(row["MA5"] ?? ""), let y = Double(mentees[row["pair_id"] ?? ""] ?? ""),
        x <= 5, y <= 5
      else { return nil }
      return (x, y)
    }
    #expect((0.15...0.5).contains(correlation(pairs)))
  }

  @Test func anyQuestionnaireWillDo() throws {
    let exports = try Synthesizer(
      codebook: Books.staff(), options: Books.options(waves: [], dialect: .plain)
    ).exports()
    #expect(exports.map(\.fileName) == ["staff.csv"])
    let words = Set(try #require(exports[0].column("S3")))
    #expect(words.subtracting(["here", "there", "both", ""]).isEmpty)
    let ages = try #require(exports[0].column("age")).compactMap(Int.init)
    #expect(ages.allSatisfy { (20...70).contains($0) })
  }

  @Test func refusesWhatItCanNotInvent() throws {
    let codebook = try Books.abc()
    func attempt(_ options: SynthesisOptions) throws {
      _ = try Synthesizer(codebook: codebook, options: options)
    }
    #expect(throws: SynthesisError.nobodyInvited(role: "mentor")) {
      try attempt(Books.options(mentors: 0))
    }
    #expect(throws: SynthesisError.unknownWave("mid", known: ["early", "late"])) {
      try attempt(Books.options(waves: ["early", "mid"]))
    }
    #expect(throws: SynthesisError.repeatedWave("late")) {
      try attempt(Books.options(waves: ["late", "late"]))
    }
  }

  @Test(arguments: [
    (SynthesisError.nobodyInvited(role: "mentor"), "no mentor is invited; ask for at least 1"),
    (
      .unknownWave("mid", known: ["early", "late"]),
      "the codebook has no wave `mid`; write some of `early`, `late`"
    ),
    (.repeatedWave("late"), "the wave `late` is named twice; name each once"),
  ])
  func saysWhatToDo(error: SynthesisError, message: String) {
    #expect(error.description == message)
  }
}

/// Pearson's correlation.
private func correlation(_ pairs: [(Double, Double)]) -> Double {
  let n = Double(pairs.count)
  let mx = pairs.reduce(0) { $0 + $1.0 } / n
  let my = pairs.reduce(0) { $0 + $1.1 } / n
  let sxy = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
  let sxx = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
  let syy = pairs.reduce(0) { $0 + ($1.1 - my) * ($1.1 - my) }
  return sxy / (sxx * syy).squareRoot()
}
