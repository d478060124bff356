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
    archive = RunArchive(path: FilePath.joined(path, RunArchive.folderName))
  }

  /// Makes the folder where there is none.
  func make() throws(OutputError) {
    let above = FilePath.folder(of: path)
    try OutputPlace.makeFolders(above)
    do {
      try Self.makePrivate(FilePath.name(of: path), in: FolderHandle(above))
    } catch {
      throw Self.failure(error, path)
    }
    do {
      try Self.makePrivate(RunArchive.folderName, in: open())
    } catch {
      throw Self.failure(error, archive.path)
    }
    _ = try archive.open()
  }

  /// The folder, held open: one of the caller's, and no link.
  func open() throws(OutputError) -> FolderHandle { try .own(at: path) }

  /// Makes a folder for its owner only, where nothing has its name.
  private static func makePrivate(
    _ name: String, in folder: FolderHandle
  ) throws(SystemError) {
    do {
      try folder.makeFolder(name, mode: 0o700)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> OutputError {
    guard let error = error as? SystemError else {
      return error as? OutputError ?? .cannotWrite(path: path, reason: "\(error)")
    }
    return error.meansFull
      ? .diskFull(path: path)
      : .parentNotWritable(path: FilePath.folder(of: path), reason: error.reason)
  }

  /// Takes the right to run the study.
  ///
  /// - Throws: `RunBusy`, or `OutputError` where the folder can't be written.
  func lock(moment: String) throws -> RunLock {
    do {
      return try RunLock(in: open(), moment: moment)
    } catch let error as SystemError {
      throw OutputError.writing(FilePath.joined(path, "lock"), error)
    }
  }

  /// True where a process runs the study now. Looking makes nothing.
  var isLocked: Bool {
    guard let file = try? open().open(RunLock.fileName, O_RDONLY) else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// The file of 32 random bytes that were drawn once for this study, as hexadecimal digits.
  func makeSalt() throws(OutputError) -> String {
    let file = FilePath.joined(path, "salt")
    let folder = try open()
    if folder.text(of: "salt")?.utf8.count == 65 { return file }
    let numbers = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) }
    let text = SHA256.digest(of: numbers.span.bytes).hexadecimal + "\n"
    do {
      try folder.replace("salt", with: text.utf8Span.span.bytes, mode: 0o600)
    } catch {
      throw .writing(file, error)
    }
    return file
  }

  /// The file of what became of the study's alerts in the last run.
  var alertFile: String { FilePath.joined(path, AlertFile.fileName) }
}
