import CSurveyTable

/// Memory that SQLite reads cells from; it stays where it is until the storage goes.
final class ColumnStorage {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit { for block in blocks { block.deallocate() } }

  /// The cells as the virtual table reads them.
  func part(_ source: CellSource) -> survey_part {
    var part = survey_part()
    switch source {
    case .same(let value):
      fill(&part, SURVEY_SAME, values: [value])
    case .bytes(let cells, let values):
      let table = (0...UInt8.max).map { values[$0] ?? .null }
      fill(&part, SURVEY_BYTES, values: table)
      part.cells = copy(cells)
    case .places(let cells, let texts):
      fill(&part, SURVEY_PLACES, values: [.null] + texts.map(CellValue.text))
      part.cells = copy(cells)
    case .numbered(let cells, let first):
      part.kind = Int32(SURVEY_NUMBERED.rawValue)
      part.base = Int64(first)
      part.cells = copy(cells)
    case .counted(let start):
      part.kind = Int32(SURVEY_COUNTED.rawValue)
      part.base = Int64(start)
    case .numbers(let cells):
      part.kind = Int32(SURVEY_DOUBLES.rawValue)
      part.cells = copy(cells.map { $0 ?? .nan })
    case .values(let cells):
      fill(&part, SURVEY_VALUES, values: cells)
    }
    return part
  }

  private func fill(_ part: inout survey_part, _ kind: survey_kind, values: [CellValue]) {
    part.kind = Int32(kind.rawValue)
    part.values = UnsafePointer(self.values(values))
    part.value_count = Int32(values.count)
  }

  private func block<Element>(
    of type: Element.Type, count: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    // Never empty, so that every part has an address.
    let size = max(1, count) * MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: MemoryLayout<Element>.alignment)
    blocks.append(memory)
    let start = memory.bindMemory(to: type, capacity: max(1, count))
    return UnsafeMutableBufferPointer(start: start, count: count)
  }

  private func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeRawPointer? {
    let copy = block(of: Element.self, count: elements.count)
    _ = copy.initialize(from: elements)
    return UnsafeRawPointer(copy.baseAddress)
  }

  /// Values with their texts one after the other, each ended by a zero byte.
  private func values(_ values: [CellValue]) -> UnsafeMutablePointer<survey_value>? {
    let length = values.reduce(0) { sum, value in
      if case .text(let text) = value { sum + text.utf8.count + 1 } else { sum }
    }
    let texts = block(of: CChar.self, count: length)
    let table = block(of: survey_value.self, count: values.count)
    var place = 0
    for (index, value) in values.enumerated() {
      var cell = survey_value()
      switch value {
      case .null: cell.type = SQLITE_NULL
      case .integer(let integer):
        cell.type = SQLITE_INTEGER
        cell.integer = Int64(integer)
      case .number(let number):
        cell.type = SQLITE_FLOAT
        cell.number = number
      case .text(let text):
        cell.type = SQLITE_TEXT
        cell.length = Int32(text.utf8.count)
        cell.text = texts.baseAddress.map { UnsafePointer($0 + place) }
        for byte in text.utf8 {
          texts[place] = CChar(bitPattern: byte)
          place += 1
        }
        texts[place] = 0
        place += 1
      }
      table.initializeElement(at: index, to: cell)
    }
    return table.baseAddress
  }
}
