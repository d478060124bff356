import FoundationEssentials
import Glibc
import ReportDocument
import SurveyModel
import SurveyReport

/// The file of `--findings`: written aside and renamed, and only over a file of its own kind.
struct FindingsFile {
  /// What `schema` holds in every such file.
  static let schema = "abacus.findings/1"
  /// The path as the user wrote it.
  let path: String

  init(_ path: String) { self.path = path }

  /// Finds what would stop `write`, so that a run can fail before its work is done.
  func check() throws(OutputError) {
    guard !isDevice else { return }
    let place = try FilePlace(path)
    try place.checkFolder()
    guard place.exists else { return }
    guard let text = SystemCalls.text(at: path), text.isEmpty || Self.isOwn(text) else {
      throw .notFindings(path: path)
    }
  }

  /// Writes the findings in place of those of an earlier run.
  func write(_ findings: [Finding]) throws(OutputError) {
    let bytes = Array(Self.json(of: findings).text.utf8)
    guard !isDevice else { return try append(bytes) }
    try check()
    try FilePlace(path).replace(with: bytes)
  }

  /// The findings of a run as they are written.
  static func json(of findings: [Finding]) -> JSONValue {
    [
      "schema": .string(schema), "engine": .string("abacus \(AbacusVersion.text)"),
      "stopped": .bool(findings.contains { $0.severity == .fatal }),
      "exit_status": .integer(Int(ExitStatus.of(findings))),
      "findings": .array(findings.map(FindingJSON.stopping)),
    ]
  }

  private static func isOwn(_ text: String) -> Bool {
    struct Head: Decodable { let schema: String }
    let head = try? JSONDecoder().decode(Head.self, from: Data(text.utf8))
    return head?.schema == schema
  }

  /// True for `/dev/stderr`, `/dev/fd/3` and their like, and for named pipes.
  private var isDevice: Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT)
  }

  private func append(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try SystemCalls.append(bytes.span.bytes, to: path)
    } catch {
      throw .writing(path, error)
    }
  }
}
