/// A scale as written, before its items are known.
struct ScaleDraft {
  let id: String
  let section: ConfigSection
  let domainID: String?
  let askedIn: [String]?
  let condition: AskCondition?
  let itemIDs: [String]
  let itemPlaces: [(text: String, location: SourceLocation)]
  let subscalePlaces: [(text: String, location: SourceLocation)]
}

/// Reads `scales` of a form.
struct ScaleReader {
  let findings: FindingCollector
  let context: CodebookContext
  let formID: String

  private static let keys = [
    "id", "name", "domain", "items", "subscales", "kind", "score", "min_answered", "ask_in",
    "ask_if",
  ]

  func readDrafts(_ form: ConfigSection) -> [ScaleDraft] {
    var seen: Set<String> = []
    return form.list("scales").compactMap { node in
      guard
        let section = ConfigSection(
          node, named: "a scale of \(form.name)", keys: Self.keys, required: ["id"],
          findings: findings),
        let id = section.string("id")
      else { return nil }
      guard seen.insert(id).inserted else {
        section.report(.duplicateID, "id", "scale `\(id)` is described twice; remove one of them")
        return nil
      }
      return draft(id, section)
    }
  }

  private func draft(_ id: String, _ section: ConfigSection) -> ScaleDraft {
    var domain = section.string("domain")
    if let name = domain, !context.domains.contains(where: { $0.id == name }) {
      findings.addUnknownReference(
        "domain", name, at: section.location(of: "domain"), in: "scale `\(id)`",
        known: context.domains.map(\.id))
      domain = nil
    }
    if (section.node("items") == nil) == (section.node("subscales") == nil) {
      findings.add(
        Finding(
          .missingKey, at: section.location, subject: id,
          "scale `\(id)` needs either `items` or `subscales`; write one of them"))
    }
    let items = section.strings("items")
    return ScaleDraft(
      id: id, section: section, domainID: domain,
      askedIn: readAskIn(section, waves: context.waves),
      condition: readAskIf(section, attributes: context.attributes, formID: formID),
      itemIDs: items.map(\.text), itemPlaces: items,
      subscalePlaces: section.strings("subscales"))
  }

  /// The scales with their items; those of items first, then those of subscales.
  func resolve(_ drafts: [ScaleDraft], items: [Item], names: NameRegister) -> [Scale] {
    let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var owners: [String: String] = [:]
    var scales: [Scale] = []
    for draft in drafts where draft.subscalePlaces.isEmpty {
      let members = members(of: draft, byID: byID, names: names, owners: &owners)
      checkOneResponseScale(members, of: draft)
      let scale = scale(draft, content: .items(members))
      checkOneLevel(scale)
      scales.append(scale)
    }
    for draft in drafts where !draft.subscalePlaces.isEmpty {
      scales.append(composite(draft, drafts: drafts))
    }
    return scales
  }

  private func members(
    of draft: ScaleDraft, byID: [String: Item], names: NameRegister,
    owners: inout [String: String]
  ) -> [Item] {
    draft.itemPlaces.compactMap { place in
      guard let item = byID[place.text] else {
        // The mistake of an item that is described has been reported where it stands.
        if names.isDescribed(place.text, in: formID) { return nil }
        findings.addUnknownReference(
          "item", place.text, at: place.location, in: "scale `\(draft.id)`", known: byID.keys)
        return nil
      }
      if let owner = owners[item.id] {
        let message =
          owner == draft.id
          ? "scale `\(draft.id)` lists item `\(item.id)` twice; keep one"
          : "item `\(item.id)` is in the scales `\(owner)` and `\(draft.id)`; keep it in one, or use a pair scale"
        findings.add(
          Finding(.itemInTwoScales, at: place.location, subject: item.id, message))
        return nil
      }
      owners[item.id] = draft.id
      return item
    }
  }

  /// A person who answers for several partners answers some items once and others for each of them;
  /// together they make a score and a coefficient of neither.
  private func checkOneLevel(_ scale: Scale) {
    guard scale.mixesLevels else { return }
    func names(_ level: Item.Level) -> String {
      scale.items.filter { $0.level == level }.map { "`\($0.id)`" }.joined(separator: ", ")
    }
    findings.add(
      Finding(
        .mixedLevels, at: scale.location, subject: scale.id,
        "scale `\(scale.id)` mixes items about the person (\(names(.person))) with items about one response's subject (\(names(.relationship))); a person who answers several times counts in its coefficient several times, so score the two apart"
      ))
  }

  private func checkOneResponseScale(_ items: [Item], of draft: ScaleDraft) {
    guard let first = items.first else { return }
    if let other = items.first(where: { $0.responseScale.codes != first.responseScale.codes }) {
      draft.section.report(
        .wrongValue, "items",
        "scale `\(draft.id)` mixes the codes of `\(first.id)` and `\(other.id)`; score items of one response scale together"
      )
    }
    if first.responseScale.kind == .nominal {
      draft.section.report(
        .wrongValue, "items",
        "scale `\(draft.id)` scores `\(first.id)`, whose response scale is nominal; make it ordinal"
      )
    }
  }

  private func composite(_ draft: ScaleDraft, drafts: [ScaleDraft]) -> Scale {
    let known = Dictionary(drafts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var listed: Set<String> = []
    let ids = draft.subscalePlaces.compactMap { place -> String? in
      guard listed.insert(place.text).inserted else {
        findings.add(
          Finding(
            .itemInTwoScales, at: place.location, subject: place.text,
            "scale `\(draft.id)` lists subscale `\(place.text)` twice; keep one"))
        return nil
      }
      guard let part = known[place.text] else {
        findings.addUnknownReference(
          "scale", place.text, at: place.location, in: "scale `\(draft.id)`", known: known.keys)
        return nil
      }
      guard part.subscalePlaces.isEmpty else {
        findings.add(
          Finding(
            .cyclicReference, at: place.location, subject: draft.id,
            "scale `\(draft.id)` is made of `\(place.text)`, which has subscales itself; name scales of items only"
          ))
        return nil
      }
      return place.text
    }
    return scale(draft, content: .subscales(ids))
  }

  private func scale(_ draft: ScaleDraft, content: Scale.Content) -> Scale {
    let section = draft.section
    let scoring = readScoring(section, owner: "scale `\(draft.id)`")
    let partCount = draft.itemPlaces.count + draft.subscalePlaces.count
    if case .count(let count) = scoring.minimumAnswered, count > partCount, partCount > 0 {
      section.report(
        .wrongValue, "min_answered",
        "`min_answered` of scale `\(draft.id)` is \(count), but it is made of \(partCount); lower it, or no score can be made"
      )
    }
    return Scale(
      id: draft.id, name: section.string("name") ?? draft.id, formID: formID,
      domainID: draft.domainID, content: content,
      kind: section.choice("kind", of: Scale.Kind.self) ?? .reflective,
      scoring: scoring, location: section.location)
  }
}

/// Reads `score` and `min_answered`.
func readScoring(_ section: ConfigSection, owner: String) -> ScoringRule {
  let method = section.choice("score", of: ScoringRule.Method.self) ?? .mean
  guard let text = section.string("min_answered") else {
    return ScoringRule(method: method, minimumAnswered: .half)
  }
  switch text {
  case "half": return ScoringRule(method: method, minimumAnswered: .half)
  case "all": return ScoringRule(method: method, minimumAnswered: .all)
  default:
    guard let count = Int(text), count >= 1 else {
      section.report(
        .wrongValue, "min_answered",
        "`min_answered` of \(owner) is `\(text)`; write `half`, `all` or a whole number from 1")
      return ScoringRule(method: method, minimumAnswered: .half)
    }
    return ScoringRule(method: method, minimumAnswered: .count(count))
  }
}
