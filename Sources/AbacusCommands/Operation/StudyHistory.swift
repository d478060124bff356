import Glibc
import SurveyIngest
import SurveyModel

/// What `abacus run` remembers of a study: a folder beside it that only its owner may enter.
///
///     study.history/ledger.jsonl       what ran, a line an event
///     study.history/lock               who runs it now
///     study.history/salt               makes the digests of this study its own
///     study.history/runs/RUN/          one report as it was published, and digests of its responses
struct StudyHistory {
  /// The folder.
  let path: String
  /// What ran.
  let ledger: RunLedger
  /// Earlier reports.
  let archive: RunArchive

  /// The history at a path; it need not exist.
  init(path: String) {
    self.path = path
    ledger = RunLedger(history: path)
    archive = RunArchive(path: FilePath.joined(path, "runs"))
  }

  /// Makes the folder where there is none.
  func make() throws(OutputError) {
    try OutputPlace.makeFolders(FilePath.folder(of: path))
    try Self.makePrivate(path)
    try Self.makePrivate(archive.path)
  }

  /// Makes a folder for its owner only.
  static func makePrivate(_ path: String) throws(OutputError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      let error = SystemError.last
      throw error.meansFull
        ? .diskFull(path: path)
        : .parentNotWritable(path: FilePath.folder(of: path), reason: error.reason)
    }
  }

  /// Takes the right to run the study.
  ///
  /// - Throws: `RunBusy`, or `OutputError` where the folder can't be written.
  func lock(moment: String) throws -> RunLock {
    do {
      return try RunLock(path: FilePath.joined(path, "lock"), moment: moment)
    } catch let error as SystemError {
      throw OutputError.writing(FilePath.joined(path, "lock"), error)
    }
  }

  /// True where a process runs the study now. Looking makes nothing.
  var isLocked: Bool {
    let file = open(FilePath.joined(path, "lock"), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// The file of 32 random bytes that were drawn once for this study, as hexadecimal digits.
  func makeSalt() throws(OutputError) -> String {
    let file = FilePath.joined(path, "salt")
    if SystemCalls.text(at: file)?.utf8.count == 65 { return file }
    let numbers = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) }
    let text = SHA256.digest(of: numbers.span.bytes).hexadecimal + "\n"
    try FilePlace(file).replace(with: Array(text.utf8), mode: 0o600)
    return file
  }

  /// What became of the study's alerts in the last run.
  var alertFile: String { FilePath.joined(path, "alerts.json") }
}
