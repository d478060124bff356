import SurveyModel

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
  /// A link or a file stands where abacus keeps a folder of its own.
  case notOwnFolder(path: String)
  /// The folder or file is somebody else's, or a link that somebody else made.
  case otherOwner(path: String)
  /// The folder holds an input of the run.
  case holdsInput(path: String, input: String)
  /// The file is an input of the run.
  case isInput(path: String, input: String)
  /// A link, a pipe, a device or a file with a second name stands where abacus keeps a file.
  case notPlain(path: String)
  /// A file stands where an answer would be written, and abacus did not write it, or not last.
  case notWritten(path: String)
  /// A folder, a link or a device stands where a file should be.
  case notAFile(path: String)
  /// A file that is none of abacus's findings stands where they should be written.
  case notFindings(path: String)
  /// A file stands where one would be written, and nobody allowed its replacement.
  case exists(path: String)
  /// The folder around the output can't be written; `reason` is the system's own words.
  case parentNotWritable(path: String, reason: String)
  /// A file could not be written; `reason` is the system's own words.
  case cannotWrite(path: String, reason: String)
  /// The disk or the quota is full.
  case diskFull(path: String)
  /// Files that abacus did not make could not be moved from the old report into the new one.
  case notCarriedOver(path: String, folder: String)
  /// Another process holds the lock on the folder around the output.
  case locked(path: String)
  /// The finished report could not take its place; `reason` is the system's own words.
  case cannotReplace(path: String, reason: String)
}

extension OutputError {
  /// What the failure of writing `path` means.
  static func writing(_ path: String, _ error: SystemError) -> OutputError {
    if error.meansNotPlain { return .notPlain(path: path) }
    return error.meansFull ? .diskFull(path: path) : .cannotWrite(path: path, reason: error.reason)
  }

  /// The error as users see it.
  var finding: Finding { Finding(code, at: SourceLocation(file: path), description) }

  private var code: FindingCode {
    switch self {
    case .notAFolder: .outputNotAFolder
    case .notOurs, .wouldBury, .notFindings, .otherOwner, .notOwnFolder, .notPlain:
      .outputNotOurs
    case .isInput, .holdsInput: .outputIsInput
    case .exists, .notWritten: .outputExists
    case .parentNotWritable, .cannotWrite, .cannotReplace, .notAFile: .outputNotWritable
    case .diskFull: .diskFull
    case .notCarriedOver: .outputLeftBehind
    case .locked: .lockedFile
    }
  }

  private var path: String {
    switch self {
    case .notAFolder(let path), .notOurs(let path, _), .wouldBury(let path, _), .exists(let path),
      .notAFile(let path), .notFindings(let path), .parentNotWritable(let path, _),
      .otherOwner(let path), .notOwnFolder(let path), .holdsInput(let path, _),
      .isInput(let path, _),
      .notPlain(let path), .notWritten(let path),
      .cannotWrite(let path, _), .cannotReplace(let path, _),
      .diskFull(let path), .notCarriedOver(let path, _), .locked(let path):
      path
    }
  }
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
    case .notOwnFolder(let path):
      "`\(path)` is a link or a file where abacus keeps a folder of its own, so nothing is written"
        + " or removed there; move it away"
    case .otherOwner(let path):
      "`\(path)` belongs to another user, so nothing is written or removed there; choose another"
        + " place, or let its owner run this"
    case .holdsInput(let path, let input):
      "the folder `\(path)` holds `\(input)`, which is an input of this run, so it is left alone;"
        + " choose another output folder"
    case .isInput(let path, let input):
      "`\(path)` is \(input == path ? "" : "`\(input)`, ")an input of this run, so it is left alone;"
        + " name another file"
    case .notPlain(let path):
      "`\(path)` is no plain file with one name, but a link or a pipe perhaps, so it is left alone;"
        + " move it away"
    case .notWritten(let path):
      "`\(path)` exists and is not as abacus wrote it; name another file, or replace it with --force"
    case .notAFile(let path):
      "`\(path)` is not a plain file; name one that abacus may write"
    case .notFindings(let path):
      "`\(path)` exists and holds no findings of abacus, so it is left alone; name another file"
    case .exists(let path):
      "`\(path)` exists; write elsewhere with --out, or replace it with --force"
    case .parentNotWritable(let path, let reason):
      "nothing can be made in the folder `\(path)` (\(reason));"
        + " choose another output folder or get the right to write there"
    case .cannotWrite(let path, let reason):
      "`\(path)` could not be written (\(reason)); check the space on the disk and its permissions"
    case .diskFull(let path):
      "no space is left for `\(path)`; make room or choose another disk"
    case .notCarriedOver(let path, let folder):
      "the new report is at `\(path)`, but files of the old one that abacus did not make are"
        + " still below `\(folder)`; move them yourself"
    case .locked(let path):
      FileLock.words(path)
    case .cannotReplace(let path, let reason):
      "the report at `\(path)` could not be replaced (\(reason));"
        + " choose another output folder, on a plain local disk"
    }
  }
}
