/// Why a report could not be written. The run ends with status 73.
///
/// The previous report is whole in every case but `notCarriedOver`, where the new one is in place.
package enum OutputError: Error, Hashable, Sendable {
  /// A file, or a link that leads nowhere, stands where the folder should be.
  case notAFolder(path: String)
  /// The folder holds files and no manifest of ours. `example` is one of them.
  case notOurs(path: String, example: String)
  /// The new report would bury files of the same names that abacus did not make.
  case wouldBury(path: String, names: [String])
  /// The folder around the output can't be written; `reason` is the system's own words.
  case parentNotWritable(path: String, reason: String)
  /// A file could not be written; `reason` is the system's own words.
  case cannotWrite(path: String, reason: String)
  /// Files that abacus did not make could not be moved from the old report into the new one.
  case notCarriedOver(path: String, folder: String)
  /// The finished report could not take its place; `reason` is the system's own words.
  case cannotReplace(path: String, reason: String)
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAFolder(let path):
      "`\(path)` is not a folder; choose another output folder or move it away"
    case .notOurs(let path, let example):
      "the folder `\(path)` holds `\(example)` and no manifest of abacus, so it is left alone;"
        + " choose a new or an empty folder"
    case .wouldBury(let path, let names):
      "the folder `\(path)` holds \(names.map { "`\($0)`" }.joined(separator: ", ")), which the"
        + " report would bury and abacus did not make; move or rename it"
    case .parentNotWritable(let path, let reason):
      "nothing can be made in the folder `\(path)` (\(reason));"
        + " choose another output folder or get the right to write there"
    case .cannotWrite(let path, let reason):
      "`\(path)` could not be written (\(reason)); check the space on the disk and its permissions"
    case .notCarriedOver(let path, let folder):
      "the new report is at `\(path)`, but files of the old one that abacus did not make are"
        + " still below `\(folder)`; move them yourself"
    case .cannotReplace(let path, let reason):
      "the report at `\(path)` could not be replaced (\(reason));"
        + " choose another output folder, on a plain local disk"
    }
  }
}
