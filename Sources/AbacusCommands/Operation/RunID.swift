import Glibc

/// The name of a run: when it began, to the microsecond, and digits that tell it from others. Names
/// sort as runs follow each other, as long as nobody sets the clock back.
///
///     20261125T073300Z-048211-1a2b
enum RunID {
  /// True for what may be the name of a run: of nothing else a folder is kept or removed.
  static func isName(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard (18...64).contains(bytes.count), bytes.last != UInt8(ascii: "-"),
      bytes[8] == UInt8(ascii: "T"),
      bytes[15] == UInt8(ascii: "Z"), bytes[16] == UInt8(ascii: "-")
    else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
    return (bytes[..<8] + bytes[9..<15]).allSatisfy(digits.contains)
      && bytes[17...].allSatisfy {
        digits.contains($0) || letters.contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  /// The present moment, and a name for a run that begins at it.
  static func now() -> (moment: String, run: String) {
    while true {
      let moment = Today.moment(option: nil)
      let microseconds = Today.microseconds
      // Where a second ends between the two looks, the name would stand before its time.
      if Today.moment(option: nil) == moment {
        return (moment, make(at: moment, microseconds: microseconds))
      }
    }
  }

  /// A name for a run.
  ///
  /// - Parameters:
  ///   - moment: when it begins, as `2026-11-25T07:33:00Z`.
  ///   - microseconds: what has passed of its second.
  ///   - number: what tells it from others of the same microsecond.
  static func make(
    at moment: String, microseconds: Int = Today.microseconds,
    number: UInt16 = .random(in: 0...UInt16.max)
  ) -> String {
    func padded(_ digits: String, to count: Int) -> String {
      String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return moment.filter { $0 != "-" && $0 != ":" } + "-" + padded("\(microseconds)", to: 6) + "-"
      + padded(String(number, radix: 16), to: 4)
  }
}
