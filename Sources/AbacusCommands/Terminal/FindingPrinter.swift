import SurveyModel

/// Prints findings to standard error, the same kind folded after ten.
enum FindingPrinter {
  /// How many findings of one kind are shown unless all are asked for.
  static let limit = 10

  /// Prints one line a finding, gravest first.
  static func show(_ findings: [Finding], all: Bool) {
    for line in lines(findings, all: all) { Streams.error(line) }
  }

  /// The lines that `show` prints.
  static func lines(_ findings: [Finding], all: Bool) -> [String] {
    var lines: [String] = []
    for severity in Severity.allCases.sorted(by: >) {
      let own = findings.filter { $0.severity == severity }
      for code in FindingCode.allCases {
        let alike = own.filter { $0.code == code }
        let shown = all ? alike[...] : alike.prefix(limit)
        lines += shown.map(\.description)
        if alike.count > shown.count {
          let word = severity == .fatal ? "error" : severity.rawValue
          lines.append(
            "\(word): \(alike.count - shown.count) more of this kind; --all-findings shows them [\(code.rawValue)]"
          )
        }
      }
    }
    return lines
  }
}
