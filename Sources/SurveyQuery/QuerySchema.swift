/// How long and how large a question may get.
package struct QueryLimits: Hashable, Sendable {
  /// Seconds after which it is stopped.
  package let seconds: Double
  /// Rows that it may answer with.
  package let rowCount: Int
  /// Bytes that SQLite and the answer may hold for it.
  package let byteCount: Int

  /// Takes its parts.
  package init(seconds: Double, rowCount: Int, byteCount: Int) {
    self.seconds = seconds
    self.rowCount = rowCount
    self.byteCount = byteCount
  }

  /// A minute, a million rows, one gigabyte.
  package static let `default` = QueryLimits(
    seconds: 60, rowCount: 1_000_000, byteCount: 1 << 30)
}

/// A table that a question may name.
package struct QueryTableSchema: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// What one of its rows is.
  package let summary: String
  /// Its columns, in order, hidden ones left out.
  package let columns: [Column]

  /// A column of it.
  package struct Column: Hashable, Sendable {
    /// Its name.
    package let name: String
    /// `INTEGER`, `REAL` or `TEXT`.
    package let type: String
    /// What it holds, in a few words.
    package let summary: String

    /// Takes its parts.
    package init(name: String, type: String, summary: String) {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  /// Takes its parts.
  package init(name: String, summary: String, columns: [Column]) {
    self.name = name
    self.summary = summary
    self.columns = columns
  }
}

/// A function that a question may call.
package struct QueryFunction: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// How it is called, as in `cronbach_alpha(i1, i2, …)`.
  package let usage: String
  /// What it says, in one sentence.
  package let summary: String

  /// Takes its parts.
  package init(name: String, usage: String, summary: String) {
    self.name = name
    self.usage = usage
    self.summary = summary
  }
}
