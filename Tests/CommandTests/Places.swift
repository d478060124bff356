import Foundation
import TestSupport
import Testing

/// Files that command tests read.
enum Places {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Public data and other software's numbers lie beside the package; see their own notes.
  private static let shared = root.deletingLastPathComponent().appending(path: "shared")

  /// False where the package stands alone; tests of real data are skipped then, and say so.
  static let hasRealData =
    exists(real("carpentries/20180908_post_clean.csv")) && exists(oracle("data/bfi.csv"))

  /// The example study.
  static let example = path("data/examples/abc-2025/study.yaml")

  /// False before `make samples` has run for the first time.
  static let hasSampleReport = exists(path("reports/abc-2025/report.md"))

  static func path(_ name: String) -> String { root.appending(path: name).path }
  static func real(_ name: String) -> String { shared.appending(path: "realdata/\(name)").path }
  static func oracle(_ name: String) -> String { shared.appending(path: "oracle/\(name)").path }
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}

/// A study of `Tests/Fixtures` in a folder of its own, with its data beside it.
struct StudyFolder {
  let scratch: ScratchFolder

  /// The data of the public survey that the study is about.
  private static let data = [
    "carpentries": ("trainees.csv", Places.real("carpentries/20180908_post_clean.csv")),
    "bfi": ("bfi.csv", Places.oracle("data/bfi.csv")),
    "bucknell": ("Year1.tsv", Places.real("prepost-bucknell-cure/Year1.NoInstructor.tsv")),
  ]

  /// - Parameters:
  ///   - rows: how many data records to keep; all where nil.
  ///   - renaming: column names to write in place of others.
  init(_ name: String, rows: Int? = nil, renaming: [String: String] = [:]) throws {
    scratch = try ScratchFolder()
    for file in ["study.yaml", "codebook.yaml"] {
      scratch.write(try Places.text(Places.path("Tests/Fixtures/\(name)/\(file)")), to: file)
    }
    let (file, source) = try #require(Self.data[name])
    // Foundation takes CR LF for one character.
    var lines = try Places.text(source).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: "\r\n", omittingEmptySubsequences: false) }
    if let rows { lines = Array(lines.prefix(rows + 1)) }
    for (old, new) in renaming { lines[0] = Substring(lines[0].replacing(old, with: new)) }
    scratch.write(lines.joined(separator: "\n"), to: file)
  }

  /// A study written out in a test.
  init(files: [String: String]) throws {
    scratch = try ScratchFolder()
    for (name, text) in files { scratch.write(text, to: name) }
  }

  func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun.abacus(arguments, in: scratch.path(""))
  }

  /// Changes the study file.
  func edit(_ old: String, to new: String) throws {
    let text = try #require(scratch.text(of: "study.yaml"))
    #expect(text.contains(old))
    scratch.write(text.replacing(old, with: new), to: "study.yaml")
  }
}

/// What a command printed as JSON.
struct PrintedJSON {
  let top: [String: Any]

  init(_ text: String) throws {
    top = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  func list(_ key: String) throws -> [[String: Any]] { try #require(top[key] as? [[String: Any]]) }

  /// The scale of that id.
  func scale(_ id: String) throws -> [String: Any] {
    try #require(list("scales").first { $0["scale"] as? String == id })
  }
}

extension [String: Any] {
  subscript(object key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  subscript(list key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  subscript(number key: String) -> Double? { self[key] as? Double }

  /// The estimate of a statistic.
  func estimate(_ statistic: String) -> [String: Any] {
    self[list: "estimates"].first { $0["statistic"] as? String == statistic } ?? [:]
  }
}
