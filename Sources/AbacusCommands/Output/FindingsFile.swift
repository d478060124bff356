import FoundationEssentials
import Glibc
import ReportDocument
import SurveyIngest
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
    guard !isStream else { return }
    let place = try FilePlace(path)
    try place.checkFolder()
    guard place.exists else { return }
    guard let text = FolderHandle.text(at: path), text.isEmpty || Self.isOwn(text) else {
      throw .notFindings(path: path)
    }
  }

  /// Writes the findings in place of those of an earlier run.
  func write(_ findings: [Finding]) throws(OutputError) {
    let bytes = Array(Self.json(of: findings).text.utf8)
    guard !isStream else { return try append(bytes) }
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

  /// True for what this process has open, such as `/dev/stderr` and `/dev/fd/3`, and for devices and
  /// the caller's own named pipes. A link to one is none: it may lead anywhere by the time of writing.
  private var isStream: Bool {
    if isOpenFile { return true }
    var status = stat()
    guard lstat(path, &status) == 0 else { return false }
    return switch status.st_mode & S_IFMT {
    case S_IFCHR: true
    case S_IFIFO: status.st_uid == geteuid()
    default: false
    }
  }

  /// True for the system's own names of this process's open files.
  private var isOpenFile: Bool {
    if ["/dev/stdout", "/dev/stderr"].contains(path) { return true }
    return ["/dev/fd/", "/proc/self/fd/"].contains {
      path.hasPrefix($0) && Int32(path.dropFirst($0.count)) != nil
    }
  }

  private func append(_ bytes: [UInt8]) throws(OutputError) {
    do {
      let follows = isOpenFile ? 0 : O_NOFOLLOW
      let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY | follows)
      guard file >= 0 else { throw SystemError.last }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0 else { throw SystemError.last }
      if let input = InputFiles.path(of: FileIdentity(status)) {
        throw OutputError.isInput(path: path, input: input)
      }
      try SystemCalls.write(bytes.span.bytes, toOpen: file)
    } catch let error as SystemError {
      throw .writing(path, error)
    } catch {
      throw error as? OutputError ?? .cannotWrite(path: path, reason: "\(error)")
    }
  }
}
