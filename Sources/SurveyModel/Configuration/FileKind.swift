/// What a file that a user writes describes, as its `schema` says.
enum FileKind: CaseIterable {
  case codebook
  case study

  /// What `schema` holds in a file that this version reads.
  var schema: String {
    switch self {
    case .codebook: "abacus.codebook/1"
    case .study: "abacus.study/1"
    }
  }

  /// A key that every file of this kind has and none of another.
  private var mark: String {
    switch self {
    case .codebook: "forms"
    case .study: "sources"
    }
  }

  /// What to do with a file of this kind where another is wanted.
  private var advice: String {
    switch self {
    case .codebook: "this is a codebook, not a study file; name it at `codebook` of a study file"
    case .study: "this is a study file, not a codebook; give the file that its `codebook` names"
    }
  }

  /// Reports a file of another kind, of which every key would be a mistake; false where it is one.
  func accepts(_ root: ConfigNode, findings: FindingCollector) -> Bool {
    guard case .mapping(let entries) = root.content else { return true }
    let schema = entries.first { $0.key == "schema" }
    for other in Self.allCases where other != self {
      if other.isNamed(by: schema) || schema == nil && other.isMarked(in: entries, not: self) {
        findings.add(Finding(.wrongKind, at: (schema ?? entries.first)?.location, other.advice))
        return false
      }
    }
    return true
  }

  private func isNamed(by entry: ConfigEntry?) -> Bool {
    guard case .scalar(let text)? = entry?.value.content else { return false }
    return text.hasPrefix(String(schema.dropLast()))
  }

  private func isMarked(in entries: [ConfigEntry], not other: FileKind) -> Bool {
    let keys = Set(entries.map(\.key))
    return keys.contains(mark) && !keys.contains(other.mark)
  }

  /// Reports a version of the file that can't be read.
  func checkSchema(_ top: ConfigSection) {
    guard let text = top.string("schema"), text != schema else { return }
    top.report(
      .wrongValue, "schema",
      "`schema` is `\(text)`, which this version can't read; write `\(schema)`")
  }
}
