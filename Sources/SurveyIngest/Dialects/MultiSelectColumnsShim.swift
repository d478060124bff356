import SurveyModel
struct DialectOption { let code: String; let label: String; let aliases: [String] }
struct MultiSelectColumns {
  enum Layout { case split([(option: Int, column: RawColumn)]); case joined(RawColumn) }
  let layout: Layout
  init?(named: String, stem: String, options: [DialectOption], in export: ExportTable) {
    return nil
  }
}
extension MultiSelectOption {
  var asDialectOption: DialectOption { DialectOption(code: code, label: label, aliases: aliases) }
}
enum JoinedAnswers {
  struct Answer { let ticks: UInt64; let isComplete: Bool }
  static func split(_ t: String, options: [MultiSelectOption]) -> Answer {
    Answer(ticks: 0, isComplete: false)
  }
}
