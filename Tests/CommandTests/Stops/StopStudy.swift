import Foundation
import TestSupport
import Testing

/// A small study of two forms with its report, to be damaged.
struct StopStudy {
  let folder: ScratchFolder

  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: small, title: "Small"}
    waves: [early, late]
    response_scales:
      agree: {options: [{code: 1, label: Never}, {code: 2, label: Often}, {code: 3, label: Always}]}
      ten: {kind: numeric, minimum: 1, maximum: 10, anchors: {1: "Low"}}
      place: {kind: nominal, options: [{code: 1, label: Town}, {code: 2, label: Land}]}
    domains: {B: {name: "Benefits"}}
    forms:
      mentor:
        items:
          - {id: MA, stem: "First", response_scale: agree}
          - {id: MB, stem: "Second", response_scale: agree}
          - {id: MC, stem: "Third", response_scale: place}
        scales:
          - {id: MS, domain: B, items: [MA, MB]}
      mentee:
        items:
          - {id: EA, stem: "First", response_scale: agree, ask_if: {attribute: year, is: ["1"]}}
          - {id: EB, stem: "Second", response_scale: agree}
    pair_items:
      - {id: P, label: "Both", kind: same_target, mentor: MA, mentee: EA}
    attributes:
      - {id: n, label: "Number", use: respondent, required: true}
      - {id: pair, label: "Pair", use: pair, columns: [n]}
      - {id: year, label: "Year", options: ["1", "2"]}

    """

  static let study = """
    schema: abacus.study/1
    title: "Small"
    codebook: codebook.yaml
    sources:
      - {file: mentors.csv, form: mentor, wave: early}
      - {file: mentees.csv, form: mentee, wave: early}

    """

  static let mentors =
    "n,year,MA,MB,MC\n"
    + (1...24).map { "\($0),1,\(word($0)),\(word($0 / 2)),\($0 % 2 == 0 ? "Town" : "Land")\n" }
    .joined()
  static let mentees =
    "n,year,EA,EB\n" + (1...24).map { "\($0),1,\(word($0)),\(word($0 / 3))\n" }.joined()

  private static func word(_ number: Int) -> String { ["Never", "Often", "Always"][number % 3] }

  /// Writes the study and, in `report`, its report.
  init() throws {
    folder = try ScratchFolder()
    folder.write(Self.codebook, to: "codebook.yaml")
    folder.write(Self.study, to: "study.yaml")
    folder.write(Self.mentors, to: "mentors.csv")
    folder.write(Self.mentees, to: "mentees.csv")
    let run = try CommandRun.abacus(
      ["report", "study.yaml", "--date", "2025-06-23"], in: folder.path(""))
    try #require(run.status == 0 && folder.names(in: "report")?.count == 5, "\(run.stderr)")
  }

  /// Replaces the only occurrence of a text in a file.
  func replace(_ old: String, with new: String, in file: String) throws {
    let parts = try #require(folder.text(of: file)).components(separatedBy: old)
    try #require(parts.count == 2, "\(old) stands \(parts.count - 1) times in \(file)")
    folder.write(parts.joined(separator: new), to: file)
  }

  /// Every file below the folder but what a test put there after `before`, byte by byte.
  func bytes(below name: String = "report") -> [String: Data] {
    var bytes: [String: Data] = [:]
    for file in folder.names(in: name) ?? [] {
      bytes[file] = FileManager.default.contents(atPath: folder.path("\(name)/\(file)"))
    }
    return bytes
  }

  /// Runs `report` on the damaged study, and holds that it stops with these lines and status, says
  /// the same in the findings file, and leaves the previous report as it was.
  func expectStop(
    _ lines: [String], status: Int32, arguments: [String] = ["report", "study.yaml"],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let before = bytes()
    let run = try CommandRun.abacus(
      arguments + ["--findings", "findings.json"], in: folder.path(""))
    #expect(run.errorLines == lines + Self.summary(lines), sourceLocation: place)
    #expect(run.status == status, sourceLocation: place)
    #expect(run.stdout == "", sourceLocation: place)
    #expect(bytes() == before && before.count == 5, sourceLocation: place)
    #expect(folder.names()?.filter { $0.hasPrefix(".") } == [], sourceLocation: place)
    let json = try PrintedJSON(#require(folder.text(of: "findings.json")))
    #expect(json.top["stopped"] as? Bool == true, sourceLocation: place)
    #expect(json.top["exit_status"] as? Int == Int(status), sourceLocation: place)
    let printed = try json.list("findings").map(Self.line)
    #expect(Set(printed) == Set(lines), sourceLocation: place)
  }

  private static func summary(_ lines: [String]) -> [String] {
    let count = lines.count { $0.contains(": error: ") }
    guard lines.count > 1 else { return [] }
    let errors = count == 1 ? "an error" : "\(count) errors"
    return ["abacus: error: there is no result because of \(errors)"]
  }

  /// A finding of the JSON as it is printed.
  static func line(_ finding: [String: Any]) -> String {
    let (file, line, column) = (
      finding["file"] as? String, finding["line"] as? Int, finding["column"] as? Int
    )
    // As it is printed, a column without a line is one of the header.
    let place = [file, (line ?? column.map { _ in 1 }).map(String.init), column.map(String.init)]
      .compactMap(\.self)
    let word = finding["stops"] as? Bool == true ? "error" : "\(finding["severity"] ?? "")"
    return (place.isEmpty ? "" : place.joined(separator: ":") + ": ")
      + "\(word): \(finding["message"] ?? "") [\(finding["code"] ?? "")]"
  }
}
