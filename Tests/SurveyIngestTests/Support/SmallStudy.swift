import SurveyIngest
import SurveyModel
import TestSupport

/// Studies of one form `m` with the items `A` and `B`, built for one test each.
enum SmallStudy {
  /// A codebook whose form and attributes are given.
  static func codebook(
    items: String = "{id: A, stem: \"I like A\", response_scale: ag}", more: String = "",
    attributes: String = "", waves: String = ""
  ) -> String {
    """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    \(waves.isEmpty ? "" : "waves: [\(waves)]")
    response_scales:
      ag:
        options:
          - {code: 1, label: Disagree}
          - {code: 2, label: Neither, aliases: ["Neither of both"]}
          - {code: 3, label: Agree}
        non_substantive:
          - {code: 8, label: "Does not apply"}
          - {code: 9, label: "Prefer not to say", reason: refused}
      r: {kind: numeric, minimum: 0, maximum: 10, anchors: {0: none}}
    forms:
      m:
        items: [\(items)]
        \(more)
    \(attributes.isEmpty ? "" : "attributes: [\(attributes)]")
    """
  }

  /// A study of one plain file `a.csv`.
  static func plain(
    _ csv: String, codebook: String = codebook(), source: String = "", study: String = ""
  ) throws -> StudyFolder {
    try StudyFolder(
      codebook: codebook, sources: "[{file: a.csv, form: m\(source)}]", study: study,
      files: ["a.csv": csv])
  }

  /// A Qualtrics export: columns with their wordings, then rows.
  static func qualtrics(_ columns: [(name: String, wording: String)], rows: [String]) -> String {
    let known = [
      "Status": "status", "ResponseId": "_recordId", "Finished": "finished", "Progress": "progress",
    ]
    let imports = columns.enumerated().map { index, column in
      "\"{\"\"ImportId\"\":\"\"\(known[column.name] ?? "QID\(index)")\"\"}\""
    }
    let heads = [columns.map(\.name), columns.map { "\"\($0.wording)\"" }, imports]
    return (heads.map { $0.joined(separator: ",") } + rows).joined(separator: "\n") + "\n"
  }

  /// A place in `a.csv`.
  static func at(_ line: Int?, _ column: Int? = nil) -> SourceLocation {
    SourceLocation(file: "a.csv", line: line, column: column)
  }
}

extension StudyFolder {
  /// The responses to form `m`.
  func responses() throws -> FormResponses? { try load().dataset.responses(to: "m") }

  /// The answers to an item of form `m`: a code, or a reason in words.
  func answers(to item: String = "A") throws -> [String] {
    guard let form = try responses(), let column = form.items[item],
      let scale = form.form.item(item)?.responseScale
    else { return [] }
    return column.cells.map { cell in
      MissingReason(cell: cell)?.rawValue ?? String(scale.options[Int(cell)].code)
    }
  }
}
