/// A column of a table, and where its cells come from.
struct TableColumn {
  let name: String
  let type: ColumnType
  let summary: String
  /// What it is left out for where a table would have more columns than SQLite allows.
  var rank = ColumnRank.always
  var isHidden = false
  /// The codes it holds, as in `1 to 5`; nil where it holds none.
  var codes: String?
  /// Its cells in a stretch of rows, by the stretch's number; made when a question first needs them.
  let cells: (Int) -> CellSource

  /// The column with another name.
  func renamed(_ name: String) -> TableColumn {
    TableColumn(
      name: name, type: type, summary: summary, rank: rank, isHidden: isHidden, codes: codes,
      cells: cells)
  }

  /// The column with other words for what it holds.
  func summarized(_ summary: String) -> TableColumn {
    TableColumn(
      name: name, type: type, summary: summary, rank: rank, isHidden: isHidden, codes: codes,
      cells: cells)
  }
}

/// What SQLite takes a column for.
enum ColumnType: String {
  case integer = "INTEGER"
  case real = "REAL"
  case text = "TEXT"
}

/// Which columns go first where there are too many.
enum ColumnRank: Int, Comparable, CaseIterable {
  case always
  case keyed
  case missing
  case label

  static func < (left: ColumnRank, right: ColumnRank) -> Bool { left.rawValue < right.rawValue }

  /// The columns of this rank, as a table's description names them.
  var name: String {
    switch self {
    case .always: "further columns"
    case .keyed: "the keyed codes"
    case .missing: "the kinds of missing"
    case .label: "the labels"
    }
  }
}

/// A table that a question may name.
struct TableDefinition {
  let name: String
  let summary: String
  let columns: [TableColumn]
  /// Names that several of its columns would have, in lower case, and what these are called.
  let shared: [String: [ColumnNames.SharedName]]
  /// How many rows each stretch has; asked for when a question first names the table.
  let stretches: () -> [Int]

  /// SQLite's limit on the columns of a table.
  static let columnLimit = 2000

  /// A table with as many of its columns as SQLite allows.
  init(
    _ name: String, _ summary: String, limit: Int = columnLimit, columns: [TableColumn],
    shared: [String: [ColumnNames.SharedName]] = [:], stretches: @escaping () -> [Int]
  ) {
    var kept = columns
    var leftOut: [String] = []
    for rank in ColumnRank.allCases.reversed() where rank > .always && kept.count > limit {
      let rest = kept.filter { $0.rank != rank }
      if rest.count < kept.count { leftOut.append(rank.name) }
      kept = rest
    }
    if kept.count > limit {
      kept = Array(kept.filter { !$0.isHidden }.prefix(limit - 1)) + kept.filter(\.isHidden)
      leftOut.append(ColumnRank.always.name)
    }
    self.name = name
    self.summary =
      leftOut.isEmpty
      ? summary
      : summary
        + "; SQLite allows \(limit) columns, so \(leftOut.joined(separator: ", ")) are left out"
    self.columns = kept
    self.shared = shared
    self.stretches = stretches
  }

  /// A table whose columns get names that no other has.
  init(
    _ name: String, _ summary: String, wishes: [ColumnWish], stretches: @escaping () -> [Int]
  ) {
    let names = ColumnNames(wishes)
    self.init(
      name, summary, columns: names.columns, shared: names.shared, stretches: stretches)
  }

  /// The table as a user reads of it.
  var schema: QueryTableSchema {
    QueryTableSchema(
      name: name, summary: summary,
      columns: columns.filter { !$0.isHidden }.map {
        .init(name: $0.name, type: $0.type.rawValue, summary: $0.summary)
      })
  }

  /// The statement that tells SQLite of its columns.
  var declaration: String {
    let list = columns.map { column in
      "\(column.name.quotedName) \(column.type.rawValue)\(column.isHidden ? " HIDDEN" : "")"
    }
    return "CREATE TABLE x(\(list.joined(separator: ", ")))"
  }
}

extension String {
  /// The text as a name in SQL.
  var quotedName: String {
    var result = "\""
    for character in self {
      if character == "\"" { result += "\"" }
      result.append(character)
    }
    return result + "\""
  }
}
