internal import CNumerics

/// Rows packed for resampling: one addition of a vector for each row drawn and sixteen lanes.
///
/// Whole numbers are written as digits to the base 1024, one 16-bit lane each, so that 64 rows are
/// added before a lane can overflow. Other numbers take a lane of a double each.
struct RowRecords {
  let rowCount: Int
  private let fieldCount: Int
  private let vectorCount: Int
  /// Vectors of sixteen digits: the first of every row, the second of every row, and so on; empty
  /// where numbers are not whole.
  private let digits: [UInt16]
  /// Vectors of four numbers in the same order; empty where digits are used.
  private let numbers: [SIMD4<Double>]
  /// For each digit lane its field and the value of its place.
  private let places: [(field: Int, unit: Double)]

  init(_ fields: RowFields) {
    rowCount = fields.rowCount
    fieldCount = fields.fieldCount
    let maxima = fields.maxima
    // Sums of digits are kept in 32 bits.
    if fields.areExactIntegers(maxima: maxima) && fields.rowCount < 4_000_000 {
      places = RowRecords.places(maxima)
      vectorCount = (places.count + 15) / 16
      digits = RowRecords.packed(fields, places, vectorCount)
      numbers = []
    } else {
      places = []
      vectorCount = (fields.fieldCount + 3) / 4
      digits = []
      numbers = RowRecords.packed(fields, vectorCount)
    }
  }

  private static func places(_ maxima: [Double]) -> [(field: Int, unit: Double)] {
    var places: [(field: Int, unit: Double)] = []
    for (field, maximum) in maxima.enumerated() {
      var unit = 1.0
      repeat {
        places.append((field, unit))
        unit *= 1024
      } while maximum >= unit
    }
    return places
  }

  private static func packed(
    _ fields: RowFields, _ places: [(field: Int, unit: Double)], _ vectorCount: Int
  ) -> [UInt16] {
    var vectors = [UInt16](repeating: 0, count: fields.rowCount * vectorCount * 16)
    for row in 0..<fields.rowCount {
      for (lane, place) in places.enumerated() {
        let digit = (fields[row, place.field] / place.unit).rounded(.down)
        vectors[(lane / 16 * fields.rowCount + row) * 16 + lane % 16] =
          UInt16(digit.truncatingRemainder(dividingBy: 1024))
      }
    }
    return vectors
  }

  private static func packed(_ fields: RowFields, _ vectorCount: Int) -> [SIMD4<Double>] {
    var vectors = [SIMD4<Double>](repeating: .zero, count: fields.rowCount * vectorCount)
    for row in 0..<fields.rowCount {
      for field in 0..<fields.fieldCount {
        vectors[field / 4 * fields.rowCount + row][field % 4] = fields[row, field]
      }
    }
    return vectors
  }
}

extension RowRecords {
  /// A stream of random numbers, and room for the work with it.
  struct Work {
    /// Four generators xoshiro256** side by side, word by word.
    fileprivate var state: [UInt64]
    fileprivate var drawn: [UInt32]
    fileprivate var digitSums: [UInt32]
    fileprivate var numberSums: [SIMD4<Double>]

    init(for records: RowRecords) {
      let isInteger = records.numbers.isEmpty
      state = [UInt64](repeating: 1, count: 16)
      drawn = .init(repeating: 0, count: isInteger ? 0 : (records.rowCount + 15) / 16 * 16)
      digitSums = .init(repeating: 0, count: isInteger ? 16 * records.vectorCount : 0)
      numberSums = .init(repeating: .zero, count: isInteger ? 0 : records.vectorCount)
    }

    /// Begins the streams of a block.
    mutating func begin(seed: UInt64, block: Int) {
      for lane in 0..<4 {
        let words = RandomStream(seed: seed, stream: UInt64(4 * block + lane)).words
        for word in 0..<4 { state[4 * word + lane] = words[word] }
      }
    }
  }

  /// Draws as many rows as there are, with replacement, and gives the sums of their fields.
  func resample(_ work: inout Work, into sums: inout [Double]) {
    if numbers.isEmpty {
      cnum_resample_digits(digits, rowCount, vectorCount, &work.state, &work.digitSums)
      for field in 0..<fieldCount { sums[field] = 0 }
      for (lane, place) in places.enumerated() {
        sums[place.field] += place.unit * Double(work.digitSums[lane])
      }
    } else {
      sumNumbers(&work)
      for field in 0..<fieldCount { sums[field] = work.numberSums[field / 4][field % 4] }
    }
  }

  private func sumNumbers(_ work: inout Work) {
    cnum_draw_rows(&work.state, UInt32(rowCount), rowCount, &work.drawn)
    let rowCount = rowCount
    numbers.withUnsafeBufferPointer { numbers in
      work.drawn.withUnsafeBufferPointer { drawn in
        for vector in 0..<vectorCount {
          let start = vector * rowCount
          var sum = SIMD4<Double>.zero
          for draw in 0..<rowCount { sum += numbers[start &+ Int(drawn[draw])] }
          work.numberSums[vector] = sum
        }
      }
    }
  }
}
