import ArgumentParser
import ReportDocument
import SurveyIngest
import SurveyModel

/// Names given on the command line that must exist.
enum KnownNames {
  /// The names with ranges such as `A1..A5` written out, each as it is known.
  static func expanded(_ entries: [NameList.Entry]?, among known: [String]) -> [String]? {
    entries.map { entries in
      entries.flatMap { entry -> [String] in
        if case .text(let text) = entry, let name = ColumnName.match(text, among: known) {
          return [name]
        }
        guard let ends = entry.ends else {
          return [ColumnName.match(entry.shown, among: known) ?? entry.shown]
        }
        let first = ColumnName.match(ends.first, among: known).flatMap(known.firstIndex)
        let last = ColumnName.match(ends.last, among: known).flatMap(known.lastIndex)
        guard let first, let last, first <= last else { return [entry.shown] }
        return Array(known[first...last])
      }
    }
  }

  /// The words for a list of names in which a quote does not close.
  static func openQuote(in option: String) -> String {
    "\(option) has a quote that does not close at the end of a name; write a name with a comma as in '\"a, b\",c', and a quote within it twice"
  }

  /// Looks whether each name is known.
  ///
  /// - Parameter ifNone: what to do where no name is known at all.
  static func check(
    _ names: [String]?, among known: [String], kind: String,
    ifNone: String = "there is none at all"
  ) throws {
    for name in names ?? [] where !known.contains(name) {
      let advice =
        NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
        ?? (known.isEmpty ? ifNone : "choose among \(known.prefix(20).joined(separator: ", "))")
      // In one line: a name may hold line breaks.
      throw ValidationError(VisibleText.clean("there is no \(kind) `\(name)`; \(advice)"))
    }
  }
}
