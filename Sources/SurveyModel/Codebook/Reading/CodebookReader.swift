/// Turns a codebook file into a `Codebook`, reporting every mistake it holds.
public struct CodebookReader {
  let findings: FindingCollector

  /// A reader that reports to `findings`.
  public init(findings: FindingCollector) { self.findings = findings }

  /// The codebook, or nil where a mistake leaves none; all mistakes have been reported.
  public func read(_ root: ConfigNode) -> Codebook? {
    let keys = [
      "schema", "instrument", "roles", "waves", "response_scales", "domains", "forms",
      "pair_items", "pair_scales", "attributes",
    ]
    guard FileKind.codebook.accepts(root, findings: findings),
      let top = ConfigSection(
        root, named: "the codebook", keys: keys, required: ["schema"], findings: findings)
    else { return nil }
    FileKind.codebook.checkSchema(top)
    let instrument = readInstrument(top)
    let waves = readWaves(top.list("waves"), findings: findings)
    let domains = readDomains(top)
    let attributes = AttributeReader(findings: findings).read(top)
    let context = CodebookContext(
      roles: readRoles(top), waves: waves, domains: domains,
      responseScales: ResponseScaleReader(findings: findings).read(top),
      responseScaleIDs: top.keys(of: "response_scales"),
      attributes: attributes)
    var names = NameRegister(findings: findings)
    let forms = readForms(top, context, names: &names)
    AttributeReader(findings: findings).check(attributes, formIDs: top.keys(of: "forms"))
    let pairs = PairReader(findings: findings, forms: forms, names: names)
    let pairItems = pairs.readItems(top)
    let pairScales = pairs.readScales(top)
    guard let instrument, !findings.hasFatal else { return nil }
    return Codebook(
      instrument: instrument, waves: waves, domains: domains, forms: forms,
      pairItems: pairItems, pairScales: pairScales, attributes: attributes)
  }

  private func readInstrument(_ top: ConfigSection) -> Instrument? {
    guard let node = top.node("instrument") else {
      findings.add(
        Finding(.missingKey, at: top.location, "the codebook has no `instrument`; add it"))
      return nil
    }
    let keys = ["id", "title", "version", "language", "status", "citation", "unit"]
    guard
      let section = ConfigSection(
        node, named: "the instrument", keys: keys, required: ["id", "title"], findings: findings)
    else { return nil }
    // A finding stops the reading where either is missing; the empty text is never seen.
    return Instrument(
      id: section.string("id") ?? "", title: section.string("title") ?? "",
      version: section.string("version") ?? "0",
      language: section.string("language") ?? "en",
      status: section.choice("status", of: Instrument.Status.self) ?? .unstated,
      citation: section.string("citation"), unit: section.string("unit"))
  }

  private func readRoles(_ top: ConfigSection) -> [String: Role] {
    var roles: [String: Role] = [:]
    for entry in top.entries("roles") {
      let keys = ["singular", "plural"]
      guard
        let section = ConfigSection(
          entry.value, named: "role `\(entry.key)`", keys: keys, findings: findings)
      else { continue }
      roles[entry.key] = Role(
        id: entry.key, singular: section.string("singular"), plural: section.string("plural"))
    }
    return roles
  }

  private func readDomains(_ top: ConfigSection) -> [Domain] {
    top.entries("domains").compactMap { entry in
      let keys = ["name", "reading", "definition"]
      guard
        let section = ConfigSection(
          entry.value, named: "domain `\(entry.key)`", keys: keys, required: ["name"],
          findings: findings)
      else { return nil }
      return Domain(
        id: entry.key, name: section.string("name") ?? entry.key,
        reading: section.choice("reading", of: Domain.Reading.self) ?? .favourable,
        definition: section.string("definition"))
    }
  }

  private func readForms(
    _ top: ConfigSection, _ context: CodebookContext, names: inout NameRegister
  ) -> [Form] {
    if top.node("forms") == nil {
      findings.add(Finding(.missingKey, at: top.location, "the codebook has no `forms`; add one"))
    }
    return top.entries("forms").compactMap { entry in
      FormReader(findings: findings, context: context, formID: entry.key)
        .read(entry.value, names: &names)
    }
  }
}

/// Reads a list of waves; codebooks and studies write it alike.
func readWaves(_ nodes: [ConfigNode], findings: FindingCollector) -> [Wave] {
  var seen: Set<String> = []
  if nodes.count > Wave.limit {
    findings.add(
      Finding(
        .wrongValue, at: nodes[Wave.limit].location,
        "there are \(nodes.count) waves, and at most \(Wave.limit) can be told apart; remove those that the study does not have"
      ))
  }
  return nodes.compactMap { node in
    let wave: Wave
    if case .scalar(let id) = node.content {
      wave = Wave(id: id)
    } else {
      guard
        let section = ConfigSection(
          node, named: "a wave", keys: ["id", "label"], required: ["id"], findings: findings),
        let id = section.string("id")
      else { return nil }
      wave = Wave(id: id, label: section.string("label"))
    }
    guard seen.insert(wave.id).inserted else {
      findings.add(
        Finding(
          .duplicateID, at: node.location,
          "wave `\(wave.id)` is listed twice; remove one of them"))
      return nil
    }
    return wave
  }
}

/// What a form may refer to.
struct CodebookContext {
  let roles: [String: Role]
  let waves: [Wave]
  let domains: [Domain]
  let responseScales: [String: ResponseScale]
  /// Every response scale that is described, those with mistakes included.
  let responseScaleIDs: Set<String>
  let attributes: [Attribute]
}

/// The names of items and questions so far: one name, one meaning, over all forms.
struct NameRegister {
  let findings: FindingCollector
  private var places: [String: SourceLocation] = [:]
  private var formIDs: [String: String] = [:]

  init(findings: FindingCollector) { self.findings = findings }

  /// True where a form describes an item or multi-select question of that name, be it with a
  /// mistake.
  func isDescribed(_ id: String, in formID: String) -> Bool { formIDs[id] == formID }

  /// False, with a finding, where the name is taken.
  ///
  /// - Parameter formID: the form that describes it; nil for what no scale or pair can refer to.
  mutating func claim(_ id: String, in formID: String?, at location: SourceLocation) -> Bool {
    if let first = places[id] {
      let line = first.line.map { " (line \($0))" } ?? ""
      findings.add(
        Finding(
          .duplicateID, at: location, subject: id,
          "the id `\(id)` is already used\(line); give each item and question its own"))
      return false
    }
    places[id] = location
    formIDs[id] = formID
    return true
  }
}
