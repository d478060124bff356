import ArgumentParser
import ReportDocument
import SurveyModel

/// Names given on the command line that must exist.
enum KnownNames {
  /// The names with ranges such as `A1..A5` written out.
  static func expanded(_ names: [String]?, among known: [String]) -> [String]? {
    names.map { names in
      names.flatMap { name in
        known.contains(name) ? [name] : NameRange.expand(name, among: known) ?? [name]
      }
    }
  }

  static func check(_ names: [String]?, among known: [String], kind: String) throws {
    for name in names ?? [] where !known.contains(name) {
      let advice =
        NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
        ?? "choose among \(known.prefix(20).joined(separator: ", "))"
      // In one line: a name may hold line breaks.
      throw ValidationError(VisibleText.clean("there is no \(kind) `\(name)`; \(advice)"))
    }
  }
}
