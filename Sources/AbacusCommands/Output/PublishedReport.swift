import Glibc
import SurveyModel

/// A folder that holds a report of abacus, known by its manifest.
struct PublishedReport {
  /// The folder.
  let path: String
  /// What the folder says of itself.
  let manifest: Manifest

  /// Fails where the folder has no manifest of ours.
  init?(at path: String) {
    guard let text = SystemCalls.text(at: "\(path)/\(Manifest.fileName)"),
      let manifest = Manifest(parsing: text)
    else { return nil }
    self.path = path
    self.manifest = manifest
  }

  /// The report in a folder.
  ///
  /// - Throws: `CommandFailure` where there is none.
  static func required(at path: String) throws(CommandFailure) -> PublishedReport {
    if let report = PublishedReport(at: path) { return report }
    let place = SourceLocation(file: path)
    throw CommandFailure(
      SystemCalls.exists(path)
        ? Finding(
          .notAReport, at: place,
          "the folder `\(path)` holds no manifest of abacus, so it is no report; name a folder that `abacus report` wrote"
        ) : Finding(.missingFile, at: place, "there is no report `\(path)`; check the path"))
  }

  /// What abacus did not put there: names not in the manifest, and anything but a plain file.
  func foreignNames() throws(SystemError) -> [String] {
    let own = Set(manifest.outputs.map(\.name) + [Manifest.fileName])
    var foreign: [String] = []
    for name in try SystemCalls.names(in: path) {
      if !own.contains(name) {
        foreign.append(name)
      } else if try SystemCalls.kind(of: "\(path)/\(name)") != .file {
        foreign.append(name)
      }
    }
    return foreign
  }
}
