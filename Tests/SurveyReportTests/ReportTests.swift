import NumericTestSupport
import ReportDocument
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test func sectionsComeInTheOrderOfTheList() {
    let titles = sections(of: Rendered.input(dataset))
    let ids = [
      "summary", "responses", "domain-b", "domain-c", "other-items", "pairs", "multi-select",
      "open-questions", "reliability", "methods", "data-notes", "glossary",
    ]
    // The summary has nothing to say without invitations, gaps and flaws in every case.
    #expect(ids.filter(titles.contains) == titles.filter { !$0.isEmpty })
    #expect(Set(titles).isSuperset(of: ids.dropFirst()))
  }

  @Test func aStudyChoosesItsSections() {
    let input = Rendered.input(dataset, sections: ["reliability", "responses"])
    #expect(sections(of: input) == ["reliability", "responses"])
  }

  @Test func aSectionWithoutContentIsLeftOut() {
    let alone = Sample.dataset([Sample.form([SampleColumn("a", [1, 2, 3])])])
    let ids = sections(of: Rendered.input(alone))
    for id in ["pairs", "multi-select", "open-questions", "reliability"] {
      #expect(!ids.contains(id), "\(id)")
    }
  }

  @Test func theSameDataGiveTheSameBytes() {
    #expect(Rendered(dataset) == Rendered(dataset))
  }

  @Test func everySectionHasANameOfItsOwn() {
    let names = ReportSections.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }

  private var dataset: SurveyDataset {
    var study = SecretStudy(count: 24, generator: SeededGenerator(seed: 3))
    return study.dataset()
  }

  private func sections(of input: ReportInput) -> [String] {
    Report.document(from: input).blocks.map { block in
      if case .section(let section) = block { section.id.name } else { "" }
    }
  }
}
