import Glibc
import SurveyModel

/// A folder that holds a report of abacus, known by its manifest.
struct PublishedReport {
  /// The folder.
  let path: String
  /// What the folder says of itself.
  let manifest: Manifest

  private let folder: FolderHandle

  /// Fails where the folder has no manifest of ours.
  init?(in folder: FolderHandle) {
    guard let text = folder.text(of: Manifest.fileName), let manifest = Manifest(parsing: text)
    else { return nil }
    path = folder.path
    self.folder = folder
    self.manifest = manifest
  }

  /// The same of the folder at a path.
  init?(at path: String) {
    guard let folder = try? FolderHandle(path) else { return nil }
    self.init(in: folder)
  }

  /// The report in a folder.
  ///
  /// - Throws: `CommandFailure` where there is none.
  static func required(at path: String) throws(CommandFailure) -> PublishedReport {
    if let report = PublishedReport(at: path) { return report }
    let place = SourceLocation(file: path)
    if let reason = refusal(at: path) {
      throw CommandFailure(
        Finding(
          .unreadableFile, at: place,
          "the report `\(path)` can't be read (\(reason)); get the right to read it"))
    }
    throw CommandFailure(
      SystemCalls.exists(path)
        ? Finding(
          .notAReport, at: place,
          "the folder `\(path)` holds no manifest of abacus, so it is no report; name a folder that `abacus report` wrote"
        ) : Finding(.missingFile, at: place, "there is no report `\(path)`; check the path"))
  }

  /// Why the system does not let a manifest be read; nil where it does, or there is none.
  private static func refusal(at path: String) -> String? {
    do throws(SystemError) {
      guard try SystemCalls.kindFollowingLinks(of: path) == .folder else { return nil }
      let folder = try FolderHandle(path)
      guard try folder.kind(of: Manifest.fileName) == .file else { return nil }
      close(try folder.open(Manifest.fileName, O_RDONLY))
      return nil
    } catch {
      return error.meansNotPlain ? nil : error.reason
    }
  }

  /// True for the name of a file that abacus put there: a name that it gives, and in the manifest.
  /// A manifest alone, which anybody may have written, makes no file abacus's.
  func isOwn(_ name: String) -> Bool {
    name == Manifest.fileName
      || ReportFiles.isOwn(name) && manifest.outputs.contains { $0.name == name }
  }

  /// What abacus did not put there: other names, and anything but a plain file.
  func foreignNames() throws(SystemError) -> [String] {
    var foreign: [String] = []
    for name in try folder.names() {
      let kind = try folder.kind(of: name)
      if !isOwn(name) || kind != .file { foreign.append(name) }
    }
    return foreign
  }
}
