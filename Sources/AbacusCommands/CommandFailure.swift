/// Why a command could not do its work, with the status it ends with.
package enum CommandFailure: Error, Hashable {
  /// The study or the data file does not exist.
  case noInput(String)
  /// The data or a file the user wrote can't be used; findings have been printed.
  case unusable(String)
  /// Standard output can't be written.
  case cannotWriteOutput(reason: String)
  /// The output folder can't be written.
  case cannotWriteFolder(String)

  /// The exit status; `docs/reference/exit-codes.md` lists them.
  package var status: Int32 {
    switch self {
    case .unusable: 65
    case .noInput: 66
    case .cannotWriteOutput, .cannotWriteFolder: 73
    }
  }
}

extension CommandFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noInput(let words), .unusable(let words), .cannotWriteFolder(let words): words
    case .cannotWriteOutput(let reason):
      "the result could not be written (\(reason)); check the disk or the program that reads it"
    }
  }
}
