/// A column of a table and the name that it would have in a table of its own.
struct ColumnWish {
  /// What it is of, which goes before a name that several columns would have.
  let kind: String
  /// The codebook's name, or one of abacus's own.
  let stem: String
  /// What is told of it behind, as in `MA1_label`.
  let suffix: String
  /// The column itself.
  let column: TableColumn

  init(_ kind: String, _ column: TableColumn) {
    self.init(kind, stem: column.name, column)
  }

  init(_ kind: String, stem: String, suffix: String = "", _ column: TableColumn) {
    self.kind = kind
    self.stem = stem
    self.suffix = suffix
    self.column = column
  }

  var name: String { stem + suffix }
}

/// Gives each column of a table a name that no other has, whatever the case of its letters, as SQL tells
/// names apart.
///
/// A name that several columns would have is nobody's: each of them has its kind before its own, and a number
/// behind where that is not enough, so that whoever writes the bare name is told of both.
struct ColumnNames {
  /// The columns under their names, in the order of the wishes.
  let columns: [TableColumn]
  /// For each name that is nobody's, in lower case, the columns that would have it.
  let shared: [String: [SharedName]]

  /// A column whose name other columns have, too.
  struct SharedName: Hashable {
    /// Its name in SQL.
    let name: String
    /// What it is, in words.
    let words: String
  }

  init(_ wishes: [ColumnWish]) {
    let wanted = Self.withStemsTold(wishes)
    var uses: [String: Int] = [:]
    for wish in wanted { uses[wish.name.lowercased(), default: 0] += 1 }
    var taken = Set(uses.filter { $0.value == 1 }.keys)
    var columns: [TableColumn] = []
    for wish in wanted {
      guard uses[wish.name.lowercased()] != 1 else {
        columns.append(wish.column.renamed(wish.name))
        continue
      }
      let long = "\(wish.kind)_\(wish.name)"
      let isAlone =
        wanted.count { "\($0.kind)_\($0.name)".lowercased() == long.lowercased() } == 1
      columns.append(wish.column.renamed(Self.claim(long, isAlone: isAlone, &taken)))
    }
    var shared: [String: [SharedName]] = [:]
    for (wish, column) in zip(wishes, columns) {
      shared[wish.name.lowercased(), default: []].append(
        SharedName(name: column.name, words: wish.words))
    }
    self.shared = shared.filter { $0.value.count > 1 }
    self.columns = zip(wishes, columns).map { wish, column in
      column.name == wish.name ? column : column.summarized("`\(wish.name)`, \(column.summary)")
    }
  }

  /// The wishes with a number behind each stem that differs from another of its kind by case alone, so
  /// that all columns of one item keep one stem.
  private static func withStemsTold(_ wishes: [ColumnWish]) -> [ColumnWish] {
    var stems: [String: [String]] = [:]
    for wish in wishes {
      let key = "\(wish.kind) \(wish.stem.lowercased())"
      if !stems[key, default: []].contains(wish.stem) { stems[key, default: []].append(wish.stem) }
    }
    return wishes.map { wish in
      let alike = stems["\(wish.kind) \(wish.stem.lowercased())"] ?? []
      guard alike.count > 1, let place = alike.firstIndex(of: wish.stem) else { return wish }
      return ColumnWish(
        wish.kind, stem: "\(wish.kind)_\(wish.stem)_\(place + 1)", suffix: wish.suffix, wish.column)
    }
  }

  private static func claim(_ name: String, isAlone: Bool, _ taken: inout Set<String>) -> String {
    if isAlone, taken.insert(name.lowercased()).inserted { return name }
    var number = 1
    while !taken.insert("\(name)_\(number)".lowercased()).inserted { number += 1 }
    return "\(name)_\(number)"
  }
}

extension ColumnWish {
  /// Kinds of what the codebook names; all else is abacus's own.
  private static let named = ["attribute", "item", "option", "scale", "question"]

  fileprivate var words: String {
    Self.named.contains(kind) ? "the \(kind) `\(name)`" : column.summary
  }
}
