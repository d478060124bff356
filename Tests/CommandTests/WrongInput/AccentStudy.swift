import Foundation
import TestSupport

/// A study of thirty persons whose labels and names of columns have letters with accents.
struct AccentStudy {
  let folder: StudyFolder

  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    response_scales:
      zu:
        options:
          - {code: 1, label: "Trifft nicht zu"}
          - {code: 2, label: "Trifft völlig zu"}
    forms:
      m:
        items:
          - {id: A, stem: "Größe", response_scale: zu, columns: ["Größe"]}
    """
  static let answers =
    "id;Größe\n"
    + (0..<30).map { "\($0);\($0 % 3 == 0 ? "Trifft nicht zu" : "Trifft völlig zu")\n" }.joined()

  /// - Parameter source: more keys of the source.
  init(_ bytes: [UInt8], source: String = "", codebook: [UInt8]? = nil) throws {
    folder = try StudyFolder(files: [
      "study.yaml": """
      schema: abacus.study/1
      title: T
      codebook: codebook.yaml
      sources:
        - {file: a.csv, form: m\(source)}
      """
    ])
    folder.scratch.write(codebook ?? Array(Self.codebook.utf8), to: "codebook.yaml")
    folder.scratch.write(bytes, to: "a.csv")
  }

  /// Makes the report of the study.
  func report() throws -> CommandRun {
    try folder.run("report", "study.yaml", "--date", "2025-11-03")
  }

  /// The report as JSON.
  func json() throws -> PrintedJSON {
    try PrintedJSON(folder.scratch.text(of: "report/report.json") ?? "")
  }

  /// What the report says of its only source.
  func source() throws -> [String: Any] {
    try json().top[object: "responses"][list: "sources"].first ?? [:]
  }

  /// How often the second option was chosen.
  func agreeing() throws -> Int? {
    try json().list("items").first?[list: "frequencies"].last?["count"] as? Int
  }
}
