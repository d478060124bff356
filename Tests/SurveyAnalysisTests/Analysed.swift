import NumericCore
import SurveyModel
import TestSupport

@testable import SurveyAnalysis

/// The results of small datasets, as tests look at them.
enum Analysed {
  /// Everything is shown, whatever the size of a group.
  static let openly = DisclosureRule(minimum: 1, fullFrom: 1, largestShare: 1)

  static func results(
    _ dataset: SurveyDataset, missing: MissingDataPolicy = .listwise,
    disclosure: DisclosureRule = openly, invited: [String: Int] = [:]
  ) -> AnalysisResults {
    StudyAnalysis(
      dataset: dataset, invited: invited, missing: missing, disclosure: disclosure
    ).run()
  }

  static func results(
    _ forms: FormResponses..., missing: MissingDataPolicy = .listwise,
    disclosure: DisclosureRule = openly
  ) -> AnalysisResults {
    results(Sample.dataset(forms), missing: missing, disclosure: disclosure)
  }
}

extension AnalysisResults {
  func item(_ id: String, wave: Int = 0) -> ItemResult? {
    items.first { $0.item.id == id && $0.wave == wave }
  }

  func scale(_ id: String, wave: Int = 0) -> ScaleResult? {
    scales.first { $0.scale.id == id && $0.wave == wave }
  }
}

extension Disclosed {
  var isHidden: Bool { if case .hidden = self { true } else { false } }
}

extension AnalysisContext {
  /// What an analysis needs, without disclosure control.
  static func of(_ dataset: SurveyDataset) -> AnalysisContext {
    AnalysisContext(
      dataset: dataset, links: PersonLinks(dataset), confidenceLevel: 0.95, missing: .listwise,
      asked: [])
  }
}
