import ReportDocument
import SurveyIngest
import SurveyModel

/// Ends the process where something does not hold, so that libFuzzer keeps the input.
func require(_ holds: Bool, _ claim: @autoclosure () -> String) {
  if !holds { fatalError("blown invariant: \(claim())") }
}

/// What holds of findings whatever the input was.
enum FindingInvariant {
  /// - Parameter lineCount: how many lines the file has whose findings these are.
  static func check(_ findings: [Finding], lineCount: Int) {
    for finding in findings {
      let shown = VisibleText.clean(finding.description)
      require(
        !shown.unicodeScalars.contains(where: VisibleText.isUnsafe),
        "a line without control characters: \(shown)")
      require(finding.count > 0, "a finding concerns something: \(shown)")
      require(!finding.message.isEmpty, "a finding says something")
      if let line = finding.location?.line {
        require((1...max(lineCount, 1)).contains(line), "a line of the file: \(shown)")
      }
      require(finding.location?.column ?? 1 >= 1, "columns count from 1: \(shown)")
    }
  }

  /// Lines as an editor counts them, the one after the last line end included.
  static func lineCount(of bytes: [UInt8]) -> Int {
    var count = 1
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
        count += 1
      }
    }
    return count
  }
}
