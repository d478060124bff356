/// Reads `pair_items` and `pair_scales` of a codebook.
struct PairReader {
  let findings: FindingCollector
  let forms: [Form]
  let names: NameRegister

  /// Two questions of two forms; each key but `id`, `label` and `kind` is a form's name.
  func readItems(_ top: ConfigSection) -> [PairItem] {
    var seen: Set<String> = []
    return top.list("pair_items").compactMap { node in
      guard
        let section = ConfigSection(
          node, named: "a pair item", keys: ["id", "label", "kind"] + forms.map(\.id),
          required: ["id"], findings: findings),
        let id = section.string("id")
      else { return nil }
      guard seen.insert(id).inserted else {
        section.report(.duplicateID, "id", "pair item `\(id)` is listed twice; remove one of them")
        return nil
      }
      let kind = readKind(section, "pair item `\(id)`")
      let sides = forms.compactMap { form in section.string(form.id).map { (form, $0) } }
      guard sides.count == 2 else {
        reportSides(section, "pair item `\(id)`")
        return nil
      }
      guard knows(sides, section, id), alike(sides, section, id), let kind else { return nil }
      let label = section.string("label") ?? stem(sides[0].1, in: sides[0].0)
      return PairItem(
        id: id, label: label, firstID: sides[0].1, secondID: sides[1].1, kind: kind,
        location: section.location)
    }
  }

  /// Two lists of items of two forms, of the same length.
  func readScales(_ top: ConfigSection) -> [PairScale] {
    var seen: Set<String> = []
    return top.list("pair_scales").compactMap { node in
      let keys = ["id", "name", "kind", "score", "min_answered"] + forms.map(\.id)
      guard
        let section = ConfigSection(
          node, named: "a pair scale", keys: keys, required: ["id"], findings: findings),
        let id = section.string("id")
      else { return nil }
      guard seen.insert(id).inserted else {
        section.report(.duplicateID, "id", "pair scale `\(id)` is listed twice; remove one of them")
        return nil
      }
      let kind = readKind(section, "pair scale `\(id)`")
      let scoring = readScoring(section, owner: "pair scale `\(id)`")
      let sides = forms.filter { section.node($0.id) != nil }
      guard sides.count == 2 else {
        reportSides(section, "pair scale `\(id)`")
        return nil
      }
      let first = items(section, of: sides[0], id)
      let second = items(section, of: sides[1], id)
      guard let kind, let first, let second, alike(first, second, section, id, sides[1].id) else {
        return nil
      }
      return PairScale(
        id: id, name: section.string("name") ?? id, first: first, second: second, kind: kind,
        scoring: scoring, location: section.location)
    }
  }

  private func readKind(_ section: ConfigSection, _ owner: String) -> PairKind? {
    if section.node("kind") == nil {
      findings.add(
        Finding(
          .missingKey, at: section.location,
          "\(owner) has no `kind`; write `same_target` (both rate one thing) or `mirror_experience` (each rates their own)"
        ))
    }
    return section.choice("kind", of: PairKind.self)
  }

  private func reportSides(_ section: ConfigSection, _ owner: String) {
    let names = forms.map { "`\($0.id)`" }.joined(separator: ", ")
    findings.add(
      Finding(
        .missingKey, at: section.location,
        "\(owner) needs a question of exactly two forms; write two of \(names)"))
  }

  private func knows(_ sides: [(Form, String)], _ section: ConfigSection, _ pair: String) -> Bool {
    var isComplete = true
    for (form, id) in sides where form.item(id) == nil && form.multiSelect(id) == nil {
      isComplete = false
      // The mistake of a question that is described has been reported where it stands.
      if names.isDescribed(id, in: form.id) { continue }
      findings.addUnknownReference(
        "question", id, at: section.node(form.id)?.location ?? section.location,
        in: "pair item `\(pair)`", known: form.items.map(\.id) + form.multiSelects.map(\.id))
    }
    return isComplete
  }

  /// Scores of two forms may be compared where the items are as many and answered alike.
  private func alike(
    _ first: [Item], _ second: [Item], _ section: ConfigSection, _ id: String, _ key: String
  ) -> Bool {
    guard first.count == second.count else {
      section.report(
        .wrongValue, key,
        "pair scale `\(id)` has \(first.count) and \(second.count) items; list them in pairs")
      return false
    }
    for (one, other) in zip(first, second)
    where one.responseScale.codes != other.responseScale.codes {
      section.report(
        .wrongValue, key,
        "pair scale `\(id)` puts `\(one.id)` beside `\(other.id)`, whose options differ; pair items answered alike"
      )
      return false
    }
    return true
  }

  private func alike(_ sides: [(Form, String)], _ section: ConfigSection, _ id: String) -> Bool {
    let items = sides.map { $0.0.item($0.1) }
    let same: Bool
    if let first = items[0], let second = items[1] {
      same = first.responseScale.codes == second.responseScale.codes
    } else if items[0] == nil, items[1] == nil {
      let codes = sides.map { $0.0.multiSelect($0.1)?.options.map(\.code) }
      same = codes[0] == codes[1]
    } else {
      same = false
    }
    if !same {
      section.report(
        .wrongValue, sides[1].0.id,
        "pair item `\(id)` links questions with different options; link questions answered alike")
    }
    return same
  }

  private func stem(_ id: String, in form: Form) -> String {
    form.item(id)?.shortLabel ?? form.multiSelect(id)?.stem ?? id
  }

  /// The items that a pair scale lists, or nil where one of them can't be had.
  private func items(_ section: ConfigSection, of form: Form, _ id: String) -> [Item]? {
    let places = section.strings(form.id)
    let items = places.compactMap { name in
      if let item = form.item(name.text) { return item }
      let isMistaken =
        names.isDescribed(name.text, in: form.id) && form.multiSelect(name.text) == nil
      if !isMistaken {
        findings.addUnknownReference(
          "item", name.text, at: name.location, in: "pair scale `\(id)`",
          known: form.items.map(\.id))
      }
      return nil
    }
    return items.count == places.count ? items : nil
  }
}
