/// One mapping while it is read: it knows its keys, and every mistake becomes a finding.
///
/// A getter returns nil for a key that is absent or unusable; the latter has been reported.
public struct ConfigSection {
  /// What this section describes, as messages name it: "item `MA1`".
  public let name: String
  /// Where the section begins.
  public let location: SourceLocation
  /// Where mistakes go.
  public let findings: FindingCollector
  private let entries: [String: ConfigEntry]

  /// Opens a mapping; reports anything else, and keys that are unknown, written twice or missing.
  ///
  /// - Parameters:
  ///   - keys: every key the section may have.
  ///   - required: those it must have.
  public init?(
    _ node: ConfigNode, named name: String, keys: [String], required: [String] = [],
    findings: FindingCollector
  ) {
    self.name = name
    self.location = node.location
    self.findings = findings
    guard case .mapping(let list) = node.content else {
      findings.add(
        Finding(
          .wrongType, at: node.location,
          "\(name) is \(node.kind); write keys with values, such as `\(keys.first ?? "id"): …`"))
      return nil
    }
    var entries: [String: ConfigEntry] = [:]
    for entry in list {
      if !keys.contains(entry.key) {
        let nearest = NearestName.of(entry.key, among: keys)
        let advice =
          nearest.map { "did you mean `\($0)`?" }
          ?? "the keys here are \(keys.map { "`\($0)`" }.joined(separator: ", "))"
        findings.add(
          Finding(.unknownKey, at: entry.location, "\(name) has no key `\(entry.key)`; \(advice)"))
      } else if entries[entry.key] != nil {
        findings.add(
          Finding(
            .duplicateKey, at: entry.location,
            "\(name) has the key `\(entry.key)` twice; remove one of them"))
      } else {
        entries[entry.key] = entry
      }
    }
    self.entries = entries
    for key in required where self.node(key) == nil {
      findings.add(Finding(.missingKey, at: location, "\(name) has no `\(key)`; add it"))
    }
  }

  /// The value of a key, or nil where it is absent or null.
  public func node(_ key: String) -> ConfigNode? {
    guard let value = entries[key]?.value, value.content != .null else { return nil }
    return value
  }

  /// Where a key stands, or the section where the key is absent.
  public func location(of key: String) -> SourceLocation { entries[key]?.location ?? location }

  /// Reports a mistake about a key.
  public func report(_ code: FindingCode, _ key: String, _ message: String) {
    findings.add(Finding(code, at: entries[key]?.value.location ?? location, message))
  }

  /// A single value.
  public func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text) = node.content else {
      report(.wrongType, key, "`\(key)` of \(name) is \(node.kind); write a single value")
      return nil
    }
    return text
  }

  /// A whole number.
  public func integer(_ key: String) -> Int? {
    guard let text = string(key) else { return nil }
    guard let value = Int(text) else {
      report(.wrongType, key, "`\(key)` of \(name) is not a whole number; write digits only")
      return nil
    }
    return value
  }

  /// A finite number.
  public func number(_ key: String) -> Double? {
    guard let text = string(key) else { return nil }
    guard let value = Double(text), value.isFinite else {
      report(.wrongType, key, "`\(key)` of \(name) is not a number; write it as 0.5")
      return nil
    }
    return value
  }

  /// True or false; absent is false.
  public func flag(_ key: String) -> Bool {
    guard let text = string(key) else { return false }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(.wrongType, key, "`\(key)` of \(name) is neither true nor false; write true or false")
      return false
    }
  }

  /// One of a fixed set of words.
  public func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = string(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let advice =
      NearestName.of(text, among: words).map { "did you mean `\($0)`?" }
      ?? "write one of \(words.map { "`\($0)`" }.joined(separator: ", "))"
    report(.wrongValue, key, "`\(key)` of \(name) can't be `\(text)`; \(advice)")
    return nil
  }

  /// The elements of a list; an absent key is an empty list, a written empty one a mistake.
  public func list(_ key: String) -> [ConfigNode] {
    guard let node = node(key) else { return [] }
    guard case .list(let elements) = node.content else {
      report(.wrongType, key, "`\(key)` of \(name) is \(node.kind); write a list")
      return []
    }
    if elements.isEmpty {
      report(.emptyList, key, "`\(key)` of \(name) is empty; add an element or remove the key")
    }
    return elements
  }

  /// A list of single values with their places.
  public func strings(_ key: String) -> [(text: String, location: SourceLocation)] {
    list(key).compactMap { element in
      switch element.content {
      case .scalar(let text): return (text, element.location)
      case .null: return ("", element.location)
      default:
        findings.add(
          Finding(
            .wrongType, at: element.location,
            "`\(key)` of \(name) holds \(element.kind); write single values"))
        return nil
      }
    }
  }

  /// The keys of a mapping of free keys, without findings.
  public func keys(of key: String) -> Set<String> {
    guard case .mapping(let entries)? = node(key)?.content else { return [] }
    return Set(entries.map(\.key))
  }

  /// The entries of a mapping of free keys.
  public func entries(_ key: String) -> [ConfigEntry] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      report(.wrongType, key, "`\(key)` of \(name) is \(node.kind); write keys with values")
      return []
    }
    if entries.isEmpty {
      report(.emptyList, key, "`\(key)` of \(name) is empty; add an element or remove the key")
    }
    var seen: Set<String> = []
    return entries.filter { entry in
      if seen.insert(entry.key).inserted { return true }
      findings.add(
        Finding(
          .duplicateKey, at: entry.location,
          "`\(key)` of \(name) has the key `\(entry.key)` twice; remove one of them"))
      return false
    }
  }
}
