import Glibc
import SurveyIngest
import SurveyModel

/// A file opened for reading whose bytes stay.
///
/// A pipe, a device or a socket could be waited for without end, or never end, so that opening one
/// does not wait, and reading one is refused.
final class PlainFile {
  /// The most bytes that are read of a file that abacus itself writes.
  static let usualLimit = 256 << 20
  /// The number that the system knows it by.
  let number: Int32

  /// Opens a file.
  init(_ path: String) throws(PlainFileError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    // The error of a socket.
    guard file >= 0 else { throw errno == ENXIO ? .notPlain : .system(.last) }
    do throws(PlainFileError) {
      try Self.check(file)
    } catch {
      close(file)
      throw error
    }
    number = file
  }

  deinit { close(number) }

  /// Refuses what is opened and no plain file.
  static func check(_ file: Int32) throws(PlainFileError) {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(.last) }
    guard FileKind(status) == .file else { throw .notPlain }
  }

  /// Refuses it where it is too large.
  func checkSize(limit: Int) throws(PlainFileError) {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .system(.last) }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
  }

  /// What follows in it.
  func bytes(limit: Int = usualLimit) throws(PlainFileError) -> [UInt8] {
    try checkSize(limit: limit)
    let bytes: [UInt8]?
    do {
      bytes = try SystemCalls.bytes(ofOpen: number, limit: limit)
    } catch {
      throw .system(error)
    }
    guard let bytes else { throw .tooLarge(limit: limit) }
    return bytes
  }

  /// The text of a file.
  ///
  /// - Parameter bounds: where it may lie, once it is open; nil for anywhere.
  static func text(
    at path: String, within bounds: StudyBounds? = nil, limit: Int = usualLimit
  ) throws(PlainFileError) -> String {
    let file = try PlainFile(path)
    if let bounds, !bounds.contains(openFile: file.number, at: path) { throw .elsewhere }
    guard let text = String(validating: try file.bytes(limit: limit), as: UTF8.self)
    else { throw .notText }
    return text
  }
}

/// Why a file is not read.
enum PlainFileError: Error, Hashable {
  /// The system refuses it.
  case system(SystemError)
  /// It is a folder, a pipe, a device or a socket.
  case notPlain
  /// Its path has come to lead out of the folders that it may lie in.
  case elsewhere
  /// It is larger than any file of its kind.
  case tooLarge(limit: Int)
  /// It holds bytes that are not UTF-8.
  case notText

  /// The code of a finding about it.
  var code: FindingCode {
    switch self {
    case .system: .unreadableFile
    case .notPlain: .notAFile
    case .elsewhere: .changedWhileRead
    case .tooLarge: .tooLarge
    case .notText: .unsupportedEncoding
    }
  }

  /// The reason, in brackets behind what can't be done.
  var reason: String {
    switch self {
    case .system(let error): error.reason
    case .notPlain: "it is a folder, a pipe, a device or a socket"
    case .elsewhere: "it lies outside the study's folder"
    case .tooLarge(let limit):
      "it is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes")"
    case .notText: "it is no text in UTF-8"
    }
  }
}
