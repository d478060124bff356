import NumericCore
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@testable import SurveyReport

@Suite struct InterpretationTests {
  @Test(
    arguments: [
      (0.83, (0.77, 0.89), .above), (0.69, (0.56, 0.83), .undecided(.holdsLimit)),
      (0.5, (0.3, 0.69), .below), (0.5, (0.3, 0.7), .undecided(.holdsLimit)),
      (0.8, (0.7, 0.9), .above), (0.95, (0.9, 0.97), .aboveNinety),
      // Never by the coefficient alone: .72 with an interval around .70 is no better than .69.
      (0.72, (0.62, 0.8), .undecided(.holdsLimit)),
    ] as [(Double, (Double, Double), Interpretation)])
  func theWholeIntervalDecides(
    value: Double, limits: (Double, Double), verdict: Interpretation
  ) throws {
    let interval = try interval(limits.0, limits.1)
    #expect(Interpretation(try estimate(value, interval), kind: .reflective) == verdict)
  }

  @Test func withoutAnIntervalItIsUndecidedAndSaysWhy() throws {
    let absent = IntervalOutcome.absent(.unknownPersons)
    let verdict = Interpretation(try estimate(0.3, absent), kind: .reflective)
    #expect(verdict == .undecided(.noInterval(.unknownPersons)))
    #expect(verdict.words == "undecided: no interval")
    #expect(verdict.mark == "‡")
    let few = Interpretation(
      try estimate(0.9, interval(0.8, 0.95), [.fewCases(1)]), kind: .reflective)
    #expect(few.words == "undecided: only 1 case")
  }

  @Test func anIntervalOfResamplesBesideMustAgree() throws {
    let both = try estimate(0.74, interval(0.7, 0.8), resampled: interval(0.6, 0.8))
    #expect(Interpretation(both, kind: .reflective) == .undecided(.holdsLimit))
  }

  @Test func aChecklistIsNotJudgedAndNothingAdvisesSingleItems() throws {
    let low = try estimate(0.3, interval(0.1, 0.5))
    #expect(Interpretation(low, kind: .checklist).words == "not judged: a checklist")
    #expect(Interpretation(low, kind: .checklist).mark == nil)
    #expect(Interpretation(low, kind: .reflective).words == "no, below .70")
    #expect(Interpretation(low, kind: .reflective).mark == "†")
  }

  @Test func aScoreThatCannotRankPersonsIsMarkedWhereverItsMeanStands() throws {
    // Four items that have nothing in common: alpha is far below .70.
    let columns = [1, 3, 9, 27].enumerated().map { index, step in
      SampleColumn("i\(index)", codes: (0..<81).map { $0 / step % 3 + 1 })
    }
    let scales = [
      Sample.scale("s", of: .items(columns.map(\.item))),
      Sample.scale("whole", of: .subscales(["s"])),
    ]
    let rendered = Rendered(Sample.dataset([Sample.form(columns, scales: scales)]))
    #expect(rendered.markdown.contains("| Scale s † |"))
    #expect(rendered.markdown.contains("Don’t rank persons by the scale’s score."))
    #expect(rendered.markdown.contains("† Don’t rank persons by this score"))
    #expect(!rendered.markdown.contains("‡"))  // no note without its mark
    #expect(rendered.html.contains("Scale s †"))
    #expect(rendered.json.split(separator: "\"ranks_persons\": \"no\"").count == 3)
    #expect(rendered.commands[0].contains("Scale s †"))
    #expect(!rendered.markdown.contains("whole domain"))
    #expect(rendered.markdown.contains("“Scale s” is all of “Scale whole”"))
    for text in [rendered.markdown, rendered.html] + rendered.commands {
      #expect(!text.contains("single items"))
    }
  }

  private func interval(_ lower: Double, _ upper: Double) throws -> IntervalOutcome {
    .interval(try ConfidenceInterval(lower: lower, upper: upper, level: 0.95, method: .feldt))
  }

  private func estimate(
    _ value: Double, _ interval: IntervalOutcome, _ warnings: [Passport.Warning] = [],
    resampled: IntervalOutcome? = nil
  ) throws -> Estimate {
    Estimate(
      value: value, interval: interval, resampled: resampled,
      passport: Passport(
        CronbachAlpha.definition, usedCount: 50, droppedCount: 0, itemIDs: [],
        reversedItemIDs: [], missingRule: .listwise, warnings: warnings))
  }
}
