/// A place in a file that a person can open.
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// The file as the user named it.
  public let file: String
  /// Physical line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// Column of the line, or of the record in a delimited file, from 1.
  public let column: Int?

  /// A place in `file`; without a line the file as a whole.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0)
      < (right.file, right.line ?? 0, right.column ?? 0)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The file, the line and the column; a column without a line stands in line 1.
  public var description: String {
    let line = line ?? column.map { _ in 1 }
    return [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
      .joined(separator: ":")
  }
}
