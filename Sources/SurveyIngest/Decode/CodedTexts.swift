import Glibc

/// The texts of one column, each once, and for each row which of them it has.
struct CodedTexts {
  /// The distinct texts without spaces around them, in order of first appearance.
  let texts: [String]
  /// For each row the place of its text in `texts`, −1 where there is none.
  var codes: [Int32]

  /// Takes both.
  init(texts: [String], codes: [Int32]) {
    self.texts = texts
    self.codes = codes
  }

  /// No text in any row.
  init(rowCount: Int) { self.init(texts: [], codes: [Int32](repeating: -1, count: rowCount)) }

  /// The text of a row.
  subscript(row: Int) -> String? { codes[row] < 0 ? nil : texts[Int(codes[row])] }

  /// The text of each row.
  var rows: [String?] { codes.map { $0 < 0 ? nil : texts[Int($0)] } }

  /// How many rows have each text.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: texts.count)
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
    CodedTexts(texts: texts, codes: rows.count == codes.count ? codes : rows.map { codes[$0] })
  }

  /// Rows with some of the texts as rows without any.
  func without(_ isGone: [Bool]) -> CodedTexts {
    CodedTexts(texts: texts, codes: codes.map { $0 >= 0 && isGone[Int($0)] ? -1 : $0 })
  }
}

extension CodedTexts {
  /// Codes the cells of a column; a missing token is no text.
  ///
  /// - Parameter clean: a cell's text as it is to be read, nil where it stands for nothing.
  init(_ column: RawColumn, clean: (String) -> String?) {
    if let distinct = column.texts {
      var coder = TextCoder()
      let table = [-1, -1, -1] + distinct.map { clean($0).map { coder.code(of: $0) } ?? -1 }
      // The reader numbers texts by their first appearance, and cleaning keeps that order.
      self.init(texts: coder.texts, codes: column.translated(by: table.map { Int32($0) }) ?? [])
    } else if case .text(let arena) = column.storage {
      self = ArenaCoder(arena).coded(clean)
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

  func coded(_ clean: (String) -> String?) -> CodedTexts {
    let firstRows = distinctRows()
    var coder = TextCoder()
    let isPlain = firstRows.isPlain
    var texts: [String] = []
    texts.reserveCapacity(firstRows.rows.count)
    var table = [Int32](repeating: -1, count: firstRows.rows.count)
    for (place, row) in firstRows.rows.enumerated() {
      guard let text = arena.text(ofRow: Int(row)).flatMap(clean) else { continue }
      if isPlain {
        table[place] = Int32(texts.count)
        texts.append(text)
      } else {
        table[place] = Int32(coder.code(of: text))
      }
    }
    return CodedTexts(
      texts: isPlain ? texts : coder.texts,
      codes: firstRows.codes.map { $0 < 0 ? -1 : table[Int($0)] })
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
      count = sources.first?.texts.count ?? 0
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
