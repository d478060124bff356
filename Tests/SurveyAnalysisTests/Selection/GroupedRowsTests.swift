import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct GroupedRowsTests {
  @Test func randomConditionsChooseTheRowsThatATestChoosesByItself() throws {
    for seed in UInt64(0)..<400 {
      var sample = SelectionSample(seed: seed)
      let (text, rule) = sample.condition(depth: 3)
      let fields = sample.some(["site", "cohort", "wave", "role"], upTo: 3)
      let grouped = try GroupedRows(
        sample.dataset, where: text, by: fields.isEmpty ? nil : fields.joined(separator: ","))
      for (index, form) in sample.dataset.forms.enumerated() {
        var expected: [GroupedRows.Group: [Int32]] = [:]
        for row in 0..<form.rowCount where rule(form, row) == true {
          let values = grouped.fieldNames.map { SelectionSample.category($0, form, row) }
          expected[.init(values: values, wave: Int(form.waves[row])), default: []]
            .append(Int32(row))
        }
        let found = Dictionary(
          uniqueKeysWithValues: zip(grouped.groups, grouped.rows(ofForm: index)).filter {
            !$0.1.isEmpty
          })
        #expect(found == expected, "seed \(seed): \(text) by \(fields)")
      }
    }
  }

  @Test func valuesComeInTheirOrder() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: [1, 2, 3, 4])],
      categories: ["year": ["10", "9", "10", nil], "site": ["b", "a", "b", "a"]])
    let grouped = try GroupedRows(Sample.dataset([form]), where: nil, by: "year, site")
    #expect(
      grouped.groups.map(\.values) == [
        ["9", "a"], ["9", "b"], ["9", nil], ["10", "a"], ["10", "b"], ["10", nil], [nil, "a"],
        [nil, "b"], [nil, nil],
      ])
  }

  @Test(arguments: [
    ("sit = Ulm", 0, "there is no field `sit`; did you mean `site`?"),
    ("site = Ulmm", 7, "there is no value of `site` `Ulmm`; did you mean `Ulm`?"),
    (
      "site > Ulm", 0,
      "`site` has no order, so `>` means nothing; write = or in"
    ),
    ("months = many", 9, "`months` holds numbers and `many` is none; write a number"),
    ("E1 = 7", 5, "there is no value of `E1` `7`; choose among 1, 2, 3, 4, 5"),
    (
      "months is skipped", 10,
      "of `months` it is not known why a value is missing; write `is missing`"
    ),
    (
      "E1 is skiped", 6,
      "there is no kind of missing answer `skiped`; did you mean `skipped`? Or write `is missing` for all of them."
    ),
  ]) func saysWhatDoesNotExist(text: String, offset: Int, message: String) throws {
    let dataset = SelectionSample(seed: 1).dataset
    #expect(throws: QuestionError(message, in: text, at: offset)) {
      try GroupedRows(dataset, where: text, by: nil)
    }
  }

  @Test func categoriesThatBeginWithAYearAreOrderedByIt() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: [1, 2, 3, 4])],
      categories: ["cohort": ["2023-24", "2024 autumn", "2022/23", "2024"]])
    let dataset = Sample.dataset([form])
    let late = try GroupedRows(dataset, where: "cohort >= 2023", by: nil).rows(ofForm: 0)[0]
    #expect(late == [0, 1, 3])
    let one = try GroupedRows(dataset, where: "cohort = 2022/23", by: nil).rows(ofForm: 0)[0]
    #expect(one == [2])
  }

  @Test func labelsCodesAndCaseAreTheSameAnswer() throws {
    let dataset = SelectionSample(seed: 3).dataset
    let rows = try ["E1 = 2", "E1 = 'option 2'", "e1 = 'OPTION 2'", "E1 in (2)"].map {
      try GroupedRows(dataset, where: $0, by: nil).places
    }
    #expect(Set(rows).count == 1)
  }

  @Test func groupsAreWavesOfASplitDataset() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: [1, 2, 3, 4])], waves: [0, 1, 0, 1],
      categories: ["site": ["b", "a", "b", "a"]])
    let dataset = Sample.dataset([form], waves: ["early", "late"])
    let grouped = try GroupedRows(dataset, where: "a < 4", by: "site")
    let split = try dataset.split(into: grouped, asked: "")
    #expect(split.waves.map(\.label) == ["a, late", "b, early"])
    #expect(split.waves.map(\.id) == ["late", "early"])
    #expect(split.waves.first?.group == [.init(field: "site", value: "a")])
    #expect(split.forms[0].rows(inWave: 1) == [0, 2])
  }

  /// An item called `wave` beside the waves.
  @Test func aNameOfTwoMeaningsIsRefused() throws {
    let form = Sample.form([SampleColumn("wave", codes: [1, 2, 1, 2])], waves: [0, 1, 0, 1])
    let dataset = Sample.dataset([form], waves: ["1", "2"])
    let words =
      "`wave` is the wave of a response and also a question of the codebook; give the question another id"
    #expect(throws: QuestionError(words, in: "wave = 1", at: 0)) {
      try GroupedRows(dataset, where: "wave = 1", by: nil)
    }
    #expect(throws: QuestionError(words, in: "wave", at: 0)) {
      try GroupedRows(dataset, where: nil, by: "wave")
    }
    // As a target it can only be the item.
    var nothing: PublishedGroups?
    let table = try GroupAnswers(GroupQuestion("n(wave)"), of: dataset, rule: Analysed.openly)
      .table(publishing: &nothing)
    #expect(table.rows.map { $0[3] } == [.integer(2), .integer(2)])
  }

  @Test func nothingChosenIsSaid() throws {
    let dataset = SelectionSample(seed: 1).dataset
    let text = "months > 1000"
    let grouped = try GroupedRows(dataset, where: text, by: nil)
    #expect(throws: QuestionError("no response meets the condition; widen it", in: text, at: 0)) {
      try dataset.split(into: grouped, asked: text)
    }
  }
}
