import Glibc

/// What libFuzzer calls with each input; `ABACUS_FUZZ_TARGET` names the target that gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTargets.chosen(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where SwiftPM lets an executable of this name begin.
@_cdecl("fuzz_main")
public func fuzzMain(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, words) = (count, words)
  return runDriver(&count, &words, { testOneInput($0, $1) })
}

/// All targets by name.
enum FuzzTargets {
  static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "csv": CSVTarget.run,
    "bare": BareTarget.run,
    "codebook": CodebookTarget.run,
    "study": StudyTarget.run,
    "qualtrics": QualtricsTarget.run,
  ]

  /// The target of this process.
  static let chosen: @Sendable ([UInt8]) -> Void = {
    let name = getenv("ABACUS_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = all[name] else {
      fatalError("set ABACUS_FUZZ_TARGET to one of \(all.keys.sorted().joined(separator: ", "))")
    }
    return target
  }()
}
