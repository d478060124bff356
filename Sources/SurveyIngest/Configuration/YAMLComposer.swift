import SurveyModel

/// Builds the tree of a document from its steps.
struct YAMLComposer {
  let events: YAMLEvents
  let file: String
  let findings: FindingCollector
  /// The parts that have a name, with the number of values in each.
  private var anchors: [String: (node: ConfigNode, valueCount: Int)] = [:]
  private var valueCount = 0
  private var repeatedCount = 0

  init(events: YAMLEvents, file: String, findings: FindingCollector) {
    self.events = events
    self.file = file
    self.findings = findings
  }

  /// The only document of the file; nil where it holds none.
  mutating func document() throws(YAMLProblem) -> ConfigNode? {
    var root: ConfigNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .end: return root
      case .other: continue
      case .documentStart:
        guard root == nil else {
          throw problem(
            event, "a second document begins here (`---`); keep one in each file")
        }
      default: root = try node(event, depth: 0)
      }
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLProblem) -> ConfigNode {
    if depth > YAMLReader.deepest { throw problem(event, YAMLReader.tooDeep) }
    let before = valueCount
    valueCount += 1
    let content: ConfigNode.Content
    switch event.kind {
    case .alias(let name): return try repeated(name, event)
    case .listStart: content = .list(try list(depth: depth + 1))
    case .mappingStart: content = .mapping(try mapping(depth: depth + 1))
    case .scalar(let text, let isPlain):
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
      content = isNull ? .null : .scalar(text)
    default: content = .null
    }
    let node = ConfigNode(content, at: location(event))
    if let anchor = event.anchor { anchors[anchor] = (node, valueCount - before) }
    return node
  }

  private mutating func repeated(
    _ name: String, _ event: YAMLEvent
  ) throws(YAMLProblem) -> ConfigNode {
    guard let part = anchors[name] else {
      throw problem(event, "nothing above is named `&\(name)`; name the part that `*` repeats")
    }
    repeatedCount += part.valueCount
    valueCount += part.valueCount
    guard repeatedCount <= YAMLReader.mostRepeated else {
      throw problem(
        event,
        "`*` repeats more than \(YAMLReader.mostRepeated) values in this file; write the parts out")
    }
    return part.node
  }

  private mutating func list(depth: Int) throws(YAMLProblem) -> [ConfigNode] {
    var nodes: [ConfigNode] = []
    while true {
      let event = try events.next()
      if event.kind == .listEnd { return nodes }
      nodes.append(try node(event, depth: depth))
    }
  }

  private mutating func mapping(depth: Int) throws(YAMLProblem) -> [ConfigEntry] {
    var entries: [ConfigEntry] = []
    var merged: [ConfigEntry] = []
    while true {
      let event = try events.next()
      if event.kind == .mappingEnd { break }
      let key = try node(event, depth: depth)
      let value = try node(try events.next(), depth: depth)
      guard let name = name(of: key) else {
        findings.add(
          Finding(
            .invalidYAML, at: location(event),
            "a key is \(key.kind) here; write a single word before the colon"))
        continue
      }
      if event.kind == .scalar("<<", isPlain: true) {
        merged += entriesToMerge(value)
      } else {
        entries.append(ConfigEntry(key: name, at: location(event), value: value))
      }
    }
    return entries + merged.filter { entry in !entries.contains { $0.key == entry.key } }
  }

  private func name(of key: ConfigNode) -> String? {
    switch key.content {
    case .scalar(let name): name
    case .null: ""
    default: nil
    }
  }

  /// What `<<` brings in: the keys of one mapping, or of several, of which the first wins.
  private func entriesToMerge(_ value: ConfigNode) -> [ConfigEntry] {
    var nodes = [value]
    if case .list(let several) = value.content { nodes = several }
    var seen: Set<String> = []
    return nodes.flatMap { node in
      guard case .mapping(let entries) = node.content else {
        findings.add(
          Finding(
            .wrongType, at: node.location,
            "`<<` takes keys with values, and this is \(node.kind); name such a part with `&`"))
        return [ConfigEntry]()
      }
      return entries.filter { seen.insert($0.key).inserted }
    }
  }

  private func location(_ event: YAMLEvent) -> SourceLocation {
    SourceLocation(file: file, line: event.line, column: event.column)
  }

  private func problem(_ event: YAMLEvent, _ message: String) -> YAMLProblem {
    YAMLProblem(message: message, line: event.line, column: event.column)
  }
}
