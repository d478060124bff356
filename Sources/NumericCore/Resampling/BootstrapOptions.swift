internal import Glibc

/// How a bootstrap is done.
public struct BootstrapOptions: Hashable, Sendable {
  /// Number of resamples, at least 100.
  public let resampleCount: Int
  /// Seed of the draws; the same seed gives the same result, with any number of threads.
  public let seed: UInt64
  /// Number of threads that share the resamples, at least 1.
  public let threadCount: Int

  /// How many threads this machine runs at once.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Takes its parts.
  ///
  /// - Throws: `parameterOutOfRange` for fewer than 100 resamples or no thread.
  public init(resampleCount: Int, seed: UInt64, threadCount: Int = 1) throws(NumericError) {
    guard resampleCount >= 100 else {
      throw .parameterOutOfRange(name: "resample count", value: Double(resampleCount))
    }
    guard threadCount >= 1 else {
      throw .parameterOutOfRange(name: "thread count", value: Double(threadCount))
    }
    self.resampleCount = resampleCount
    self.seed = seed
    self.threadCount = threadCount
  }
}
