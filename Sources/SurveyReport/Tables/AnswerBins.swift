import NumericCore
import SurveyAnalysis
import SurveyModel

/// The options of a response scale as columns and bars show them: each by itself, or neighbours together
/// where a rating has too many.
struct AnswerBins {
  /// Some neighbouring options.
  struct Bin: Hashable {
    /// Their codes.
    let codes: [Int]
    /// What the options are called: the option's label, or "10 to 19".
    let label: String

    /// How many gave one of them.
    func count(in tally: ItemTally) -> Int { codes.reduce(0) { $0 + tally.count(of: $1) } }
  }

  /// The bins, in the options' order.
  let bins: [Bin]
  /// What the last bin lacks to be as wide as the others; nil where all hold equally many options.
  let shortNote: String?

  init(_ scale: ResponseScale) {
    let codes = scale.codes
    let width =
      scale.kind == .numeric ? BinWidth.of(valueCount: codes.count, among: BinWidth.round) : 1
    guard width > 1 else {
      bins = scale.options.map { Bin(codes: [$0.code], label: $0.label) }
      shortNote = nil
      return
    }
    bins = stride(from: 0, to: codes.count, by: width).map { start in
      let own = Array(codes[start..<min(start + width, codes.count)])
      let ends = own.count == 1 ? [own[0]] : [own[0], own[own.count - 1]]
      return Bin(codes: own, label: ends.map { "\($0)" }.joined(separator: " to "))
    }
    let last = bins.last?.codes.count ?? width
    shortNote =
      last == width
      ? nil
      : "The last bar holds \(Words.count(last, "possible answer", "possible answers")), the others \(width) each."
  }
}
