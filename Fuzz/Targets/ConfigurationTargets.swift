import SurveyIngest
import SurveyModel

/// The reader of codebooks.
enum CodebookTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    ConfigurationTarget.run(bytes) { node, findings in
      CodebookReader(findings: findings).read(node)
    }
  }
}

/// The reader of study files.
enum StudyTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    ConfigurationTarget.run(bytes) { node, findings in
      StudyReader(findings: findings, knownSections: ["summary", "items"]).read(node)
    }
  }
}

/// What both have in common.
enum ConfigurationTarget {
  private static let folder = MemoryFolder()

  static func run<Value: Hashable>(
    _ bytes: [UInt8], _ read: (ConfigNode, FindingCollector) -> Value?
  ) {
    folder.write(bytes, to: "file.yaml")
    let first = outcome(read)
    let again = outcome(read)
    let isPlain = bytes.count < 2 || ![0x1F, 0xFE, 0xFF].contains(bytes[0]) && !bytes.contains(0)
    // YAML also ends lines at U+0085, U+2028 and U+2029.
    let more = String(decoding: bytes, as: UTF8.self).unicodeScalars.count {
      [0x85, 0x2028, 0x2029].contains($0.value)
    }
    FindingInvariant.check(
      first.findings,
      lineCount: isPlain ? FindingInvariant.lineCount(of: bytes) + more : .max)
    require(first.findings == again.findings, "read twice, the findings are the same")
    require(first.value == again.value, "read twice, the value is the same")
    require(
      first.value != nil || first.findings.contains { $0.severity == .fatal },
      "what can't be read is said")
  }

  private static func outcome<Value>(
    _ read: (ConfigNode, FindingCollector) -> Value?
  ) -> (value: Value?, findings: [Finding]) {
    let findings = FindingCollector()
    do {
      let value = try YAMLReader.read(path: folder.path("file.yaml"), findings: findings)
        .flatMap { read($0, findings) }
      return (value, findings.findings)
    } catch {
      fatalError("another error than those of the module: \(error)")
    }
  }
}
