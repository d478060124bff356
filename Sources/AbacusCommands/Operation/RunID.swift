import Glibc

/// The name of a run: when it began, and digits that tell it from others of the same second.
///
///     20261125T073300Z-1a2b3c4d
enum RunID {
  /// A name for a run.
  ///
  /// - Parameters:
  ///   - moment: when it begins, as `2026-11-25T07:33:00Z`.
  ///   - number: what tells it from others.
  static func make(at moment: String, number: UInt32 = .random(in: 0...UInt32.max)) -> String {
    let digits = String(number, radix: 16)
    return moment.filter { $0 != "-" && $0 != ":" } + "-"
      + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
