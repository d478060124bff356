/// Groups of rows that share a person or a partner, directly or through other rows: between groups, rows
/// are independent.
package struct RowGroups: Hashable, Sendable {
  /// For each row of the form its group, numbered from 0; −1 where some person is unknown, who may be
  /// any of the others, and for rows that were not looked at.
  private let ids: [Int32]

  /// Groups rows.
  ///
  /// - Parameters:
  ///   - rows: those to look at.
  ///   - rowCount: how many the form has.
  ///   - columns: for each row of the form a person, numbered from 0, or −1; one list for each role.
  package init(rows: [Int32], rowCount: Int, columns: [[Int32]]) {
    let known = rows.filter { row in columns.allSatisfy { $0[Int(row)] >= 0 } }
    var parents = [Int32](repeating: -1, count: rowCount)
    for row in known { parents[Int(row)] = row }
    // Galler and Fischer (1964).
    func root(of row: Int32) -> Int32 {
      var row = row
      while parents[Int(row)] != row {
        parents[Int(row)] = parents[Int(parents[Int(row)])]
        row = parents[Int(row)]
      }
      return row
    }
    for column in columns {
      let size = known.reduce(0) { max($0, Int(column[Int($1)]) + 1) }
      var first = [Int32](repeating: -1, count: size)
      for row in known {
        let person = Int(column[Int(row)])
        guard first[person] >= 0 else {
          first[person] = row
          continue
        }
        let (one, other) = (root(of: row), root(of: first[person]))
        parents[Int(max(one, other))] = min(one, other)
      }
    }
    var ids = [Int32](repeating: -1, count: rowCount)
    var numbers = [Int32](repeating: -1, count: rowCount)
    var count: Int32 = 0
    for row in known {
      let root = Int(root(of: row))
      if numbers[root] < 0 {
        numbers[root] = count
        count += 1
      }
      ids[Int(row)] = numbers[root]
    }
    self.ids = ids
  }

  /// The group of each of some rows; nil where one of them has an unknown person.
  package func clusters(of rows: [Int32]) -> [Int]? {
    let clusters = rows.map { Int(ids[Int($0)]) }
    return clusters.allSatisfy { $0 >= 0 } ? clusters : nil
  }
}
