import Foundation
import NumericTestSupport
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

@Suite struct ReportJSONTests {
  @Test func itIsValidAndNamesItsSchema() throws {
    let top = try object(Rendered(dataset).json)
    #expect(top["schema"] as? String == "abacus.report/1")
    #expect(
      Set(top.keys).isSuperset(of: [
        "items", "scales", "reliability", "multi_select", "pairs", "open_questions", "findings",
        "responses", "options", "waves", "instrument", "study", "engine",
      ]))
  }

  @Test func keysAreSortedAndInSnakeCase() throws {
    let text = Rendered(dataset).json
    // Foundation's own writer with sorted keys lists them in the same order.
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let sorted = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
    #expect(keys(text) == keys(String(decoding: sorted, as: UTF8.self)))
    for key in Set(keys(text)) { #expect(key.wholeMatch(of: /[A-Za-z0-9_]+/) != nil, "\(key)") }
  }

  @Test func numbersAreUnrounded() throws {
    let form = Sample.form([SampleColumn("a", codes: [1, 1, 2])])
    let open = DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1)
    let items = try #require(
      object(Rendered(Sample.dataset([form]), disclosure: open).json)["items"] as? [[String: Any]])
    let description = try #require(items.first?["description"] as? [String: Any])
    expectClose(description["mean"] as? Double, .derived(4.0 / 3))
    expectClose(description["variance"] as? Double, .derived(1.0 / 3))
  }

  @Test func anUndefinedValueIsNullBesideItsReason() throws {
    let form = Sample.form([SampleColumn("a", codes: [1, 2, 3])], persons: [0, 0, 1])
    let open = DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1)
    let text = Rendered(Sample.dataset([form]), disclosure: open).json
    let items = try #require(object(text)["items"] as? [[String: Any]])
    let interval = try #require(items.first?["mean_interval"] as? [String: Any])
    #expect(interval["value"] is NSNull)
    #expect((interval["reason"] as? String)?.isEmpty == false)
    #expect(!text.contains("nan") && !text.contains("inf\""))
  }

  @Test func bandsHoldNoMoreThanBands() throws {
    let form = Sample.form([SampleColumn("a", codes: [1, 2, 4, 5, 5, 5, 4])])
    let items = try #require(
      object(Rendered(Sample.dataset([form])).json)["items"] as? [[String: Any]])
    let item = try #require(items.first)
    #expect(
      Set(item.keys) == [
        "item", "form", "wave", "stem", "keying", "domain", "row_count", "person_count", "shown",
        "bands",
      ])
    let bands = try #require(item["bands"] as? [String: Any])
    #expect(Set(bands.keys) == ["favourable", "neutral", "unfavourable", "rounded_mean"])
    expectClose(bands["rounded_mean"] as? Double, .derived(3.7))
  }

  private var dataset: SurveyDataset {
    var study = SecretStudy(count: 24, generator: SeededGenerator(seed: 5))
    return study.dataset()
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func keys(_ text: String) -> [String] {
    text.matches(of: /"([^"]*)"\s*:/).map { String($0.output.1) }
  }
}
