/// Reads one form of a codebook.
struct FormReader {
  let findings: FindingCollector
  let context: CodebookContext
  let formID: String

  func read(_ node: ConfigNode, names: inout NameRegister) -> Form? {
    let keys = ["role", "preamble", "items", "scales", "multi_select", "open"]
    guard
      let section = ConfigSection(
        node, named: "form `\(formID)`", keys: keys, findings: findings)
    else { return nil }
    let roleID = section.string("role") ?? formID
    let scales = ScaleReader(findings: findings, context: context, formID: formID)
    let drafts = scales.readDrafts(section)
    let items = readItems(section, drafts: drafts, names: &names)
    return Form(
      id: formID, role: context.roles[roleID] ?? Role(id: roleID), items: items,
      scales: scales.resolve(drafts, items: items, names: names),
      multiSelects: readMultiSelects(section, names: &names),
      openQuestions: readOpenQuestions(section, names: &names))
  }

  // MARK: Items

  private static let itemKeys = [
    "id", "stem", "label", "response_scale", "reverse", "level", "facet", "domain", "ask_in",
    "ask_if", "columns",
  ]

  private func readItems(
    _ form: ConfigSection, drafts: [ScaleDraft], names: inout NameRegister
  ) -> [Item] {
    if form.node("items") == nil {
      findings.add(Finding(.missingKey, at: form.location, "\(form.name) has no `items`; add them"))
    }
    var items: [Item] = []
    for node in form.list("items") {
      guard
        let section = ConfigSection(
          node, named: "an item of \(form.name)", keys: Self.itemKeys,
          required: ["id", "stem", "response_scale"], findings: findings)
      else { continue }
      let (id, isNew) = claim(section, in: formID, names: &names)
      let item = readItem(id, section, draft: drafts.first { $0.itemIDs.contains(id) })
      if let item, isNew { items.append(item) }
    }
    return items
  }

  private func readItem(_ id: String, _ section: ConfigSection, draft: ScaleDraft?) -> Item? {
    let stem = section.string("stem") ?? ""
    let domain = reference(
      section, "domain", "domain", known: context.domains.map(\.id), owner: "item `\(id)`")
    let askedIn = readAskedIn(section)
    let condition = readCondition(section)
    let level = section.choice("level", of: Item.Level.self)
    guard let (scaleID, responseScale) = readResponseScale(of: id, section) else { return nil }
    let isReverse = section.flag("reverse")
    if isReverse, responseScale.limits == nil {
      section.report(
        .reverseWithoutLimits, "reverse",
        "item `\(id)` is reverse-keyed, but response scale `\(scaleID)` is nominal and has no limits; remove `reverse` or make the scale ordinal"
      )
    }
    return Item(
      id: id, stem: stem, shortLabel: section.string("label"), responseScale: responseScale,
      keying: isReverse ? .reverse : .forward,
      level: level ?? .relationship,
      facet: section.string("facet"), domainID: domain ?? draft?.domainID,
      askedIn: askedIn ?? draft?.askedIn, condition: condition ?? draft?.condition,
      columnNames: columnNames(section, id: id), location: section.location)
  }

  private func readResponseScale(
    of id: String, _ section: ConfigSection
  ) -> (id: String, scale: ResponseScale)? {
    guard let scaleID = section.string("response_scale") else { return nil }
    if let scale = context.responseScales[scaleID] { return (scaleID, scale) }
    if !context.responseScaleIDs.contains(scaleID) {
      findings.addUnknownReference(
        "response scale", scaleID, at: section.location(of: "response_scale"), in: "item `\(id)`",
        known: context.responseScaleIDs)
    }
    return nil
  }

  // MARK: Questions

  private func readMultiSelects(
    _ form: ConfigSection, names: inout NameRegister
  ) -> [MultiSelectQuestion] {
    var questions: [MultiSelectQuestion] = []
    for node in form.list("multi_select") {
      let keys = ["id", "stem", "options", "ask_in", "columns"]
      guard
        let section = ConfigSection(
          node, named: "a multi-select question of \(form.name)", keys: keys,
          required: ["id", "stem", "options"], findings: findings)
      else { continue }
      let (id, isNew) = claim(section, in: formID, names: &names)
      let question = MultiSelectQuestion(
        id: id, stem: section.string("stem") ?? "", options: readOptions(section, of: id),
        askedIn: readAskedIn(section), columnNames: columnNames(section, id: id),
        location: section.location)
      if isNew { questions.append(question) }
    }
    return questions
  }

  private func readOptions(_ section: ConfigSection, of id: String) -> [MultiSelectOption] {
    var codes: Set<String> = []
    let options: [MultiSelectOption] = section.list("options").compactMap { node in
      guard
        let option = ConfigSection(
          node, named: "an option of `\(id)`", keys: ["code", "label", "aliases", "exclusive"],
          required: ["code", "label"], findings: findings),
        let code = option.string("code")
      else { return nil }
      guard codes.insert(code).inserted else {
        option.report(.duplicateID, "code", "option `\(code)` of `\(id)` is listed twice; keep one")
        return nil
      }
      return MultiSelectOption(
        code: code, label: option.string("label") ?? code,
        aliases: option.strings("aliases").map(\.text),
        isExclusive: option.flag("exclusive"))
    }
    if section.node("options") != nil, options.isEmpty || options.count > 64 {
      section.report(
        .wrongValue, "options",
        "multi-select question `\(id)` has \(options.count) options; it needs 1 to 64")
    }
    checkAliases(of: options, in: section, of: id)
    return options
  }

  /// One alias may mean one option only.
  private func checkAliases(
    of options: [MultiSelectOption], in section: ConfigSection, of id: String
  ) {
    var owners: [String: String] = [:]
    for option in options {
      for alias in option.aliases {
        let other = owners.updateValue(option.code, forKey: AnswerText.normalized(alias))
        guard let other, other != option.code else { continue }
        section.report(
          .ambiguousOption, "options",
          "in question `\(id)` the alias \"\(alias)\" means the options `\(other)` and `\(option.code)`; keep one, and where cells say with it that nothing is ticked, none"
        )
      }
    }
  }

  private func readOpenQuestions(
    _ form: ConfigSection, names: inout NameRegister
  ) -> [OpenQuestion] {
    var questions: [OpenQuestion] = []
    for node in form.list("open") {
      guard
        let section = ConfigSection(
          node, named: "an open question of \(form.name)",
          keys: ["id", "stem", "domain", "ask_in", "columns"], required: ["id", "stem"],
          findings: findings)
      else { continue }
      let (id, isNew) = claim(section, in: nil, names: &names)
      let domain = reference(
        section, "domain", "domain", known: context.domains.map(\.id), owner: "question `\(id)`")
      let question = OpenQuestion(
        id: id, stem: section.string("stem") ?? "", domainID: domain,
        askedIn: readAskedIn(section), columnNames: columnNames(section, id: id),
        location: section.location)
      if isNew { questions.append(question) }
    }
    return questions
  }
}

extension FormReader {
  /// The id of an item or question, and whether it may bear it. One without an id of its own is
  /// read all the same, for its other mistakes.
  private func claim(
    _ section: ConfigSection, in formID: String?, names: inout NameRegister
  ) -> (id: String, isNew: Bool) {
    guard let id = section.string("id") else { return ("?", false) }
    return (id, names.claim(id, in: formID, at: section.location(of: "id")))
  }

  /// A name that something else must bear.
  func reference(
    _ section: ConfigSection, _ key: String, _ kind: String, known: [String], owner: String
  ) -> String? {
    guard let name = section.string(key) else { return nil }
    guard known.contains(name) else {
      findings.addUnknownReference(
        kind, name, at: section.location(of: key), in: owner, known: known)
      return nil
    }
    return name
  }

  func readAskedIn(_ section: ConfigSection) -> [String]? {
    readAskIn(section, waves: context.waves)
  }

  func readCondition(_ section: ConfigSection) -> AskCondition? {
    readAskIf(section, attributes: context.attributes, formID: formID)
  }
}
