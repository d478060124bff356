internal import Dispatch

/// Computes a statistic in every resample.
///
/// Resamples are made in blocks of 128, and each block draws from streams of its own number, so that
/// neither the number of threads nor their order shows in the result.
struct Resampler {
  private let records: RowRecords
  private let fieldCount: Int
  private static let blockSize = 128

  init(_ fields: RowFields) {
    records = RowRecords(fields)
    fieldCount = fields.fieldCount
  }

  /// The statistic of each resample, from the sums of its fields; NaN where it is undefined.
  func replicates(
    _ options: BootstrapOptions, _ statistic: @escaping @Sendable ([Double]) -> Double
  ) -> [Double] {
    let count = options.resampleCount
    let blockCount = (count + Resampler.blockSize - 1) / Resampler.blockSize
    let workers = min(options.threadCount, blockCount)
    return [Double](unsafeUninitializedCapacity: count) { replicates, initialized in
      // Each block writes only its own part.
      nonisolated(unsafe) let replicates = replicates
      let work: @Sendable (Int) -> Void = { worker in
        var room = RowRecords.Work(for: records)
        var sums = [Double](repeating: 0, count: fieldCount)
        for block in stride(from: worker, to: blockCount, by: workers) {
          room.begin(seed: options.seed, block: block)
          let start = block * Resampler.blockSize
          for place in start..<min(start + Resampler.blockSize, count) {
            records.resample(&room, into: &sums)
            replicates[place] = statistic(sums)
          }
        }
      }
      if workers == 1 {
        work(0)
      } else {
        DispatchQueue.concurrentPerform(iterations: workers, execute: work)
      }
      initialized = count
    }
  }

  /// The statistic without each row, or without each group of rows where there are many.
  ///
  /// Cumulants of sums over groups add up, so that the acceleration from groups estimates the same
  /// quantity as that from rows.
  static func leaveOneOut(_ fields: RowFields, _ statistic: ([Double]) -> Double) -> [Double] {
    let groupCount = min(fields.rowCount, 1000)
    let groups =
      groupCount == fields.rowCount
      ? fields
      : fields.grouped((0..<fields.rowCount).map { $0 % groupCount }, groupCount: groupCount)
    let totals = fields.totals
    return (0..<groupCount).map { group in
      statistic(totals.indices.map { totals[$0] - groups[group, $0] })
    }
  }
}
