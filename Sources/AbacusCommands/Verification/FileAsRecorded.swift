import Glibc
import SurveyIngest

/// What became of a file since a manifest recorded it.
enum FileAsRecorded: Hashable {
  /// It holds the same bytes.
  case same
  /// It holds others.
  case changed
  /// Nothing stands at its path.
  case gone
  /// A folder, a pipe or a device stands at its path.
  case notPlain
  /// The system refuses to look; `reason` is its own words.
  case unreadable(reason: String)

  /// Compares a file with its record. One of another size is not read.
  init(at path: String, byteCount: Int, sha256: String) {
    do {
      guard try SystemCalls.kindFollowingLinks(of: path) != nil else {
        self = .gone
        return
      }
      let file = try PlainFile(path)
      var status = stat()
      guard fstat(file.number, &status) == 0 else { throw SystemError.last }
      let isSame =
        try Int(status.st_size) == byteCount
        && SystemCalls.digest(ofOpen: file.number).hexadecimal == sha256
      self = isSame ? .same : .changed
    } catch PlainFileError.notPlain {
      self = .notPlain
    } catch {
      let reason = (error as? PlainFileError)?.reason ?? (error as? SystemError)?.reason
      self = .unreadable(reason: reason ?? "\(error)")
    }
  }

  /// Compares an input with its record.
  init(at path: String, _ record: InputRecord) {
    self.init(at: path, byteCount: record.byteCount, sha256: record.sha256)
  }

  /// True where nobody knows whether it is as it was.
  var isUnknown: Bool { if case .unreadable = self { true } else { false } }

  /// What is wrong with it; nil where nothing is.
  func words(gone: String, changed: String) -> String? {
    switch self {
    case .same: nil
    case .changed: changed
    case .gone: gone
    case .notPlain: "is a folder, a pipe or a device now"
    case .unreadable(let reason): "can't be read (\(reason)), so it could not be compared"
    }
  }
}
