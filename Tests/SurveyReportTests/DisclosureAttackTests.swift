import Foundation
import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// Someone who reads every output, byte by byte, must not learn what is hidden.
///
/// Outputs that stay the same whatever the hidden answers are can't tell anything of them.
@Suite struct DisclosureAttackTests {
  @Test(arguments: 1...4) func fewerThanTheMinimumLeaveNoTrace(count: Int) {
    var outputs: Set<Rendered> = []
    for seed in UInt64(0)..<4 {
      var study = SecretStudy(count: count, generator: SeededGenerator(seed: seed))
      outputs.insert(Rendered(study.dataset()))
    }
    #expect(outputs.count == 1, "seeds 0 to 3")
  }

  @Test(arguments: [5, 7, 12, 19]) func bandsAreAllThatASmallGroupShows(count: Int) {
    let seed = UInt64(count)
    var study = SecretStudy(count: count, generator: SeededGenerator(seed: seed))
    let dataset = study.completeDataset()
    var generator = SeededGenerator(seed: seed + 100)
    // Bands, means and bases stay; who answered what, and so every coefficient, changes. Pair
    // results are rounded from 10 pairs on: the links between both sides change with the persons.
    let shuffled = Self.withColumnsShuffled(dataset, using: &generator)
    let outputs = [dataset, shuffled].map { Rendered($0, sections: Self.itemSections) }
    #expect(outputs[0].markdown == outputs[1].markdown, "seed \(seed)")
    #expect(outputs[0].html == outputs[1].html, "seed \(seed)")
  }

  @Test(arguments: [5, 12, 19]) func noSmallGroupHasANumberWithTwoDecimals(count: Int) {
    for seed in UInt64(0)..<2 {
      var study = SecretStudy(count: count, generator: SeededGenerator(seed: seed))
      let rendered = Rendered(study.dataset(), sections: Self.numberSections)
      let numbers = rendered.markdown.matches(of: /[0-9]\.[0-9][0-9]/).map { String($0.output) }
      #expect(numbers == [], "seed \(seed)")
      let exact = rendered.json.matches(of: /[0-9]\.[0-9]{3,}/).map { String($0.output) }
      #expect(exact == [], "seed \(seed)")
    }
  }

  @Test(arguments: [1, 5, 12, 19]) func noKeyOfASmallGroupHoldsADetail(count: Int) {
    var study = SecretStudy(count: count, generator: SeededGenerator(seed: UInt64(count)))
    let json = Rendered(study.dataset()).json
    for key in [
      "frequencies", "description", "variance", "standard_deviation", "skewness", "histogram",
      "estimates", "item_rest_correlation", "ceiling_rate", "gap", "exact_agreement_rate",
      "both_rate", "unscored_count", "excluded_count", "nothing_ticked_count",
    ] {
      #expect(!json.contains("\"\(key)\""), "\(key)")
    }
  }

  @Test func theAttackFindsWhatIsNotHidden() {
    var study = SecretStudy(count: 20, generator: SeededGenerator(seed: 1))
    let dataset = study.completeDataset()
    var generator = SeededGenerator(seed: 2)
    let shuffled = Self.withColumnsShuffled(dataset, using: &generator)
    #expect(Rendered(dataset).markdown != Rendered(shuffled).markdown)
    #expect(Rendered(dataset).json.contains("\"frequencies\""))
  }

  @Test(arguments: [1, 6, 19]) func commandsAndFindingsShowNoMoreThanTheReport(count: Int) {
    var study = SecretStudy(count: count, generator: SeededGenerator(seed: 7))
    let open = DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1)
    let dataset = study.dataset()
    let hidden = Rendered(dataset).commands.joined(separator: "\n")
    let shown = Rendered(dataset, disclosure: open).commands.joined(separator: "\n")
    let exact = Set(shown.matches(of: /-?[0-9]\.[0-9]{6,}/).map { String($0.output) })
    #expect(count == 1 || !exact.isEmpty)
    for number in exact { #expect(!hidden.contains(number), "\(number)") }
  }

  private static let itemSections = [
    "summary", "responses", "domains", "multi-select", "open-questions", "reliability",
    "data-notes",
  ]

  private static let numberSections =
    itemSections.filter { $0 != "reliability" } + ["other-items", "pairs"]

  /// The same dataset, with the answers to items 1 to 4 dealt to other persons.
  private static func withColumnsShuffled(
    _ dataset: SurveyDataset, using generator: inout SeededGenerator
  ) -> SurveyDataset {
    let forms = dataset.forms.map { form in
      var items = form.items
      for id in items.keys.sorted() where !id.hasSuffix("5") && !id.hasSuffix("6") {
        items[id] = items[id].map { CodedColumn(cells: $0.cells.shuffled(using: &generator)) }
      }
      return FormResponses(
        form: form.form, waves: form.waves, persons: form.persons, personCount: form.personCount,
        knowsPersons: form.knowsPersons, pairs: form.pairs, items: items,
        multiSelects: form.multiSelects, texts: form.texts, categories: [:], numbers: [:])
    }
    return SurveyDataset(
      codebook: dataset.codebook, waves: dataset.waves, forms: forms, intake: [],
      pairCount: dataset.pairCount)
  }
}
