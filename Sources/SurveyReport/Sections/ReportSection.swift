package import ReportDocument
package import SurveyAnalysis

/// One part of a report, usable by name in study files.
package protocol ReportSection: SendableMetatype {
  /// The name that study files use.
  static var name: String { get }
  /// What it shows; empty where the study has nothing for it.
  static func blocks(of input: ReportInput) -> [Block]
}

/// The sections of a report.
package enum ReportSections {
  /// Every section, in the order of a report.
  package static let all: [any ReportSection.Type] = [
    SummarySection.self,
    SinceLastTimeSection.self,
    ResponsesSection.self,
    DomainsSection.self,
    OtherItemsSection.self,
    PairsSection.self,
    MultiSelectSection.self,
    OpenQuestionsSection.self,
    ReliabilitySection.self,
    QuestionsSection.self,
    MethodsSection.self,
    DataNotesSection.self,
    GlossarySection.self,
  ]
}
