import Dispatch
import NumericCore

/// How many samples are drawn, and from which random numbers.
struct Simulation: Sendable {
  let replicationCount: Int
  let threadCount: Int
  let seed: UInt64

  /// Counts, for each interval, in how many samples it lies below, around and above the number.
  ///
  /// - Parameter sample: draws one sample and gives its intervals; `nil` where one is undefined.
  func count(
    _ intervalCount: Int, design: Int, around truth: Double,
    _ sample: @escaping @Sendable (inout RandomStream) -> [ConfidenceInterval?]
  ) -> [Hits] {
    let blockSize = 100
    let blockCount = (replicationCount + blockSize - 1) / blockSize
    var results = [[Hits]](repeating: [], count: blockCount)
    results.withUnsafeMutableBufferPointer { results in
      // Each block writes only its own place.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: threadCount) { worker in
        for block in stride(from: worker, to: blockCount, by: threadCount) {
          var hits = [Hits](repeating: Hits(), count: intervalCount)
          for replication in block * blockSize..<min((block + 1) * blockSize, replicationCount) {
            var random = RandomStream(seed: seed, stream: UInt64(design << 32 + replication))
            for (place, interval) in sample(&random).enumerated() {
              hits[place].note(interval, truth)
            }
          }
          results[block] = hits
        }
      }
    }
    return (0..<intervalCount).map { place in
      results.reduce(Hits()) { $0.merged(with: $1[place]) }
    }
  }
}

/// Where the intervals of many samples lie.
struct Hits: Sendable {
  /// The number is above the interval.
  var below = 0
  var inside = 0
  /// The number is below the interval.
  var above = 0
  var undefined = 0

  mutating func note(_ interval: ConfidenceInterval?, _ truth: Double) {
    guard let interval else {
      undefined += 1
      return
    }
    if interval.upper < truth {
      below += 1
    } else if interval.lower > truth {
      above += 1
    } else {
      inside += 1
    }
  }

  func merged(with other: Hits) -> Hits {
    Hits(
      below: below + other.below, inside: inside + other.inside, above: above + other.above,
      undefined: undefined + other.undefined)
  }

  /// An undefined interval covers nothing.
  var coverage: Double { Double(inside) / Double(below + inside + above + undefined) }
}

/// One line of a table.
struct CoverageRow {
  let design: String
  let n: Int
  let truth: String
  let method: String
  let found: Double
  /// What else is known, such as the share of misses on each side.
  let detail: String
  /// The range that the coverage must have where the assumptions of the method hold.
  let range: ClosedRange<Double>
  let isGated: Bool

  var isWithin: Bool { range.contains(found) }
}
