import NumericCore

/// Several columns over the same rows, as numbers and, where they are codes, as codes.
struct RowColumns {
  /// The numbers row by row; what is not a number is missing.
  private let cells: [Double]
  /// How many columns there are.
  let count: Int
  /// How many rows there are.
  let rowCount: Int

  /// Takes numbers row by row; what is not a number is missing.
  init(_ cells: UnsafeBufferPointer<Double>, columnCount: Int) {
    self.cells = Array(cells)
    count = columnCount
    rowCount = cells.count / max(columnCount, 1)
  }

  /// The numbers, column by column; nil is missing.
  var numbers: [[Double?]] {
    cells.withUnsafeBufferPointer { cells in
      (0..<count).map { column in
        (0..<rowCount).map { row in
          let number = cells[row * count + column]
          return number.isNaN ? nil : number
        }
      }
    }
  }

  /// The columns as codes; nil where a column has other than whole numbers, or too many of them.
  var codes: [ItemCodes]? {
    var result: [ItemCodes] = []
    for column in 0..<count {
      guard let codes = codes(ofColumn: column) else { return nil }
      result.append(codes)
    }
    return result
  }

  private func codes(ofColumn column: Int) -> ItemCodes? {
    cells.withUnsafeBufferPointer { cells -> ItemCodes? in
      var (lowest, highest) = (Double.infinity, -Double.infinity)
      for row in 0..<rowCount {
        let number = cells[row * count + column]
        if number.isNaN { continue }
        guard number == number.rounded() else { return nil }
        lowest = min(lowest, number)
        highest = max(highest, number)
      }
      guard lowest <= highest else {
        let indexes = [UInt8](repeating: ItemCodes.missing, count: rowCount)
        return try? ItemCodes(codes: [], indexes: indexes)
      }
      let limit = Double(ItemCodes.largestCode)
      guard lowest >= -limit, highest <= limit else { return nil }
      let low = Int(lowest)
      // Which of the whole numbers between the lowest and the highest occur, then their places.
      var places = [UInt8](repeating: 0, count: Int(highest) - low + 1)
      for row in 0..<rowCount where !cells[row * count + column].isNaN {
        places[Int(cells[row * count + column]) - low] = 1
      }
      let present = places.indices.filter { places[$0] == 1 }
      guard present.count <= Int(ItemCodes.missing) else { return nil }
      for (place, offset) in present.enumerated() { places[offset] = UInt8(place) }
      let indexes = (0..<rowCount).map { row -> UInt8 in
        let number = cells[row * count + column]
        return number.isNaN ? ItemCodes.missing : places[Int(number) - low]
      }
      return try? ItemCodes(codes: present.map { $0 + low }, indexes: indexes)
    }
  }
}
