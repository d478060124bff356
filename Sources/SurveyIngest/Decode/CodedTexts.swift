import Glibc

/// The texts of one column, each once, and for each row which of them it has.
struct CodedTexts {
  /// For each row the place of its text in `texts`, −1 where there is none.
  let codes: [Int32]
  private let storage: Storage

  /// Where the distinct texts are.
  private enum Storage {
    /// Here.
    case list([String])
    /// In these rows of a column; a million identifiers need not become strings to be told apart.
    case rows([Int32], of: TextArena)
  }

  /// Takes distinct texts, without spaces around them, in order of first appearance.
  init(texts: [String], codes: [Int32]) {
    self.init(.list(texts), codes)
  }

  fileprivate init(rows: [Int32], of arena: TextArena, codes: [Int32]) {
    self.init(.rows(rows, of: arena), codes)
  }

  private init(_ storage: Storage, _ codes: [Int32]) {
    self.storage = storage
    self.codes = codes
  }

  /// The distinct texts.
  var texts: [String] {
    switch storage {
    case .list(let texts): texts
    case .rows(let rows, let arena): rows.map { arena.text(ofRow: Int($0)) ?? "" }
    }
  }

  /// How many distinct texts there are.
  var count: Int {
    switch storage {
    case .list(let texts): texts.count
    case .rows(let rows, _): rows.count
    }
  }

  /// The distinct text at a place.
  func text(at place: Int) -> String {
    switch storage {
    case .list(let texts): texts[place]
    case .rows(let rows, let arena): arena.text(ofRow: Int(rows[place])) ?? ""
    }
  }

  /// For each distinct text whether its bytes pass a test.
  func marks(_ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> [Bool] { map(test) }

  /// For each distinct text what its bytes give.
  func map<Value>(_ value: (UnsafeBufferPointer<UInt8>) -> Value) -> [Value] {
    switch storage {
    case .list(let texts):
      texts.map { text in
        var text = text
        return text.withUTF8(value)
      }
    case .rows(let rows, let arena): rows.map { arena.withBytes(ofRow: Int($0), value) }
    }
  }

  /// No text in any row.
  init(rowCount: Int) { self.init(texts: [], codes: [Int32](repeating: -1, count: rowCount)) }

  /// The text of a row.
  subscript(row: Int) -> String? { codes[row] < 0 ? nil : text(at: Int(codes[row])) }

  /// The text of each row.
  var rows: [String?] {
    let texts = texts
    return codes.map { $0 < 0 ? nil : texts[Int($0)] }
  }

  /// How many rows have each text.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: count)
    for code in codes where code >= 0 { counts[Int(code)] += 1 }
    return counts
  }

  /// The rows whose text is one of those marked.
  func rows(where isMarked: [Bool]) -> [Int] {
    guard isMarked.contains(true) else { return [] }
    return codes.indices.filter { codes[$0] >= 0 && isMarked[Int(codes[$0])] }
  }

  /// Some of the rows.
  func keeping(_ rows: [Int]) -> CodedTexts {
    CodedTexts(storage, rows.count == codes.count ? codes : rows.map { codes[$0] })
  }

  /// Rows with some of the texts as rows without any.
  func without(_ isGone: [Bool]) -> CodedTexts {
    CodedTexts(storage, codes.map { $0 >= 0 && isGone[Int($0)] ? -1 : $0 })
  }
}

extension CodedTexts {
  /// Codes the cells of a column; a missing token is no text.
  ///
  /// - Parameters:
  ///   - clean: a cell's text as it is to be read, nil where it stands for nothing. A text of visible
  ///     ASCII that is longer than `longest` is read as it is.
  init(_ column: RawColumn, longest: Int, clean: (String) -> String?) {
    if let distinct = column.texts {
      var coder = TextCoder()
      let table = [-1, -1, -1] + distinct.map { clean($0).map { coder.code(of: $0) } ?? -1 }
      // The reader numbers texts by their first appearance, and cleaning keeps that order.
      self.init(texts: coder.texts, codes: column.translated(by: table.map { Int32($0) }) ?? [])
    } else if case .text(let arena) = column.storage {
      self = ArenaCoder(arena).coded(longest: longest, clean)
    } else {
      self.init(rowCount: column.rowCount)
    }
  }
}

/// Numbers texts in order of appearance.
struct TextCoder {
  private(set) var texts: [String] = []
  private var places: [String: Int] = [:]

  mutating func code(of text: String) -> Int {
    if let place = places[text] { return place }
    places[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}

/// Numbers the texts of an arena by their bytes, of which most are distinct.
private struct ArenaCoder {
  private let arena: TextArena

  init(_ arena: TextArena) { self.arena = arena }

  func coded(longest: Int, _ clean: (String) -> String?) -> CodedTexts {
    let distinct = distinctRows()
    if distinct.isPlain {
      let all = CodedTexts(rows: distinct.rows, of: arena, codes: distinct.codes)
      let isShort = all.marks { $0.count <= longest }
      guard isShort.contains(true) else { return all }
      let isGone = isShort.indices.map { isShort[$0] && clean(all.text(at: $0)) == nil }
      return isGone.contains(true) ? all.without(isGone) : all
    }
    var coder = TextCoder()
    let table = distinct.rows.map { row in
      arena.text(ofRow: Int(row)).flatMap(clean).map { Int32(coder.code(of: $0)) } ?? -1
    }
    return CodedTexts(
      texts: coder.texts, codes: distinct.codes.map { $0 < 0 ? -1 : table[Int($0)] })
  }

  private struct Distinct {
    /// The first row with each distinct text.
    var rows: [Int32] = []
    /// For each row the place of its text, −1 where it has none.
    var codes: [Int32]
    /// True where all texts are visible ASCII, so that different bytes are different texts.
    var isPlain = true
  }

  /// One pass with open addressing; a slot holds a place plus one.
  private func distinctRows() -> Distinct {
    let count = arena.rowCount
    var result = Distinct(codes: [Int32](repeating: -1, count: count))
    result.rows.reserveCapacity(count)
    var size = 16
    while size < count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    var tags = [UInt32]()
    tags.reserveCapacity(count)
    let mask = size - 1
    slots.withUnsafeMutableBufferPointer { slots in
      for row in 0..<count where arena.state(ofRow: row) == .text {
        arena.withBytes(ofRow: row) { bytes in
          let hash = Self.hash(bytes, isPlain: &result.isPlain)
          let tag = UInt32(truncatingIfNeeded: hash >> 32)
          var slot = Int(truncatingIfNeeded: hash) & mask
          while slots[slot] != 0 {
            let place = Int(slots[slot]) - 1
            if tags[place] == tag, isEqual(bytes, toRow: Int(result.rows[place])) {
              result.codes[row] = Int32(place)
              return
            }
            slot = (slot &+ 1) & mask
          }
          slots[slot] = Int32(result.rows.count + 1)
          result.codes[row] = Int32(result.rows.count)
          result.rows.append(Int32(row))
          tags.append(tag)
        }
      }
    }
    return result
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, toRow row: Int) -> Bool {
    arena.withBytes(ofRow: row) { other in
      guard other.count == bytes.count, let left = bytes.baseAddress,
        let right = other.baseAddress
      else { return other.count == bytes.count }
      return memcmp(left, right, bytes.count) == 0
    }
  }

  /// Fowler, Noll and Vo's hash (FNV-1a), its bits spread once more.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, isPlain: inout Bool) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var odd = false
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      if byte &- 0x21 > 0x5D { odd = true }
    }
    if odd { isPlain = false }
    return hash ^ (hash >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}

/// The keys of several sources under numbers that they share.
struct SharedNumbers {
  /// For each source the number of each row's key, −1 where it has none.
  let rows: [[Int32]]
  /// How many numbers there are.
  let count: Int

  /// Numbers the keys of sources; of one alone its own codes are the numbers.
  init(_ sources: [CodedTexts]) {
    guard sources.count > 1 else {
      rows = sources.map(\.codes)
      count = sources.first?.count ?? 0
      return
    }
    var coder = TextCoder()
    rows = sources.map { source in
      let places = source.texts.map { Int32(coder.code(of: $0)) }
      return source.codes.map { $0 < 0 ? -1 : places[Int($0)] }
    }
    count = coder.texts.count
  }

  /// For each number whether several rows have it.
  var repeated: [Bool] {
    var counts = [UInt8](repeating: 0, count: count)
    for numbers in rows {
      for number in numbers where number >= 0 && counts[Int(number)] < 2 {
        counts[Int(number)] += 1
      }
    }
    return counts.map { $0 > 1 }
  }
}
