import Glibc

/// Where the shell's lines come from: a person at a terminal, a pipe or a file.
protocol LineSource: AnyObject {
  /// The name in front of the line number in errors; nil where a person types.
  var name: String? { get }

  /// The next line, without its end.
  ///
  /// - Parameter pending: the lines of a question that is not whole yet.
  func next(after pending: String) -> TypedLine

  /// Keeps a question or command for the history.
  func remember(_ entry: String)
}

/// What comes of asking for a line.
enum TypedLine: Hashable {
  /// A line.
  case line(String)
  /// The user gave the question up.
  case cancelled
  /// There are no more lines.
  case end
}

/// The lines of a pipe or file, each as soon as it is there.
final class FileLines: LineSource {
  /// The most bytes of a line; a longer one is cut.
  static let longestLine = Shell.longestQuestion + 1
  let name: String?
  private let file: Int32
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// Reads an open file, which stays open.
  init(_ file: Int32, name: String) {
    self.file = file
    self.name = name
  }

  func next(after pending: String) -> TypedLine {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = text(buffer[..<end])
        buffer.removeSubrange(...end)
        return .line(line)
      }
      searched = buffer.count
      guard !isAtEnd, searched < Self.longestLine else { break }
      readMore()
    }
    guard !buffer.isEmpty else { return .end }
    defer { buffer = [] }
    return .line(text(buffer[...]))
  }

  func remember(_ entry: String) {}

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let hasReturn = bytes.last == UInt8(ascii: "\r")
    return String(decoding: hasReturn ? bytes.dropLast() : bytes, as: UTF8.self)
  }

  private func readMore() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(file, &chunk, chunk.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else {
      isAtEnd = true
      return
    }
    buffer += chunk[..<count]
  }
}
