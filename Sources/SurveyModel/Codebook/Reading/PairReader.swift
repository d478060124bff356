/// Reads `pair_items` and `pair_scales` of a codebook.
struct PairReader {
  let findings: FindingCollector
  let forms: [Form]

  /// Two questions of two forms; each key but `id`, `label` and `kind` is a form's name.
  func readItems(_ top: ConfigSection) -> [PairItem] {
    var seen: Set<String> = []
    return top.list("pair_items").compactMap { node in
      guard
        let section = ConfigSection(
          node, named: "a pair item", keys: ["id", "label", "kind"] + forms.map(\.id),
          findings: findings),
        let id = section.requiredString("id")
      else { return nil }
      guard seen.insert(id).inserted else {
        section.report(.duplicateID, "id", "pair item `\(id)` is listed twice; remove one of them")
        return nil
      }
      let sides = forms.compactMap { form in section.string(form.id).map { (form, $0) } }
      guard sides.count == 2, knows(sides, section) else {
        if sides.count != 2 { reportSides(section, "pair item `\(id)`") }
        return nil
      }
      guard alike(sides, section, id), let kind = readKind(section, "pair item `\(id)`") else {
        return nil
      }
      let label = section.string("label") ?? stem(sides[0].1, in: sides[0].0)
      return PairItem(
        id: id, label: label, firstID: sides[0].1, secondID: sides[1].1, kind: kind,
        location: section.location)
    }
  }

  /// Two lists of items of two forms, of the same length.
  func readScales(_ top: ConfigSection) -> [PairScale] {
    top.list("pair_scales").compactMap { node in
      let keys = ["id", "name", "kind", "score", "min_answered"] + forms.map(\.id)
      guard
        let section = ConfigSection(node, named: "a pair scale", keys: keys, findings: findings),
        let id = section.requiredString("id")
      else { return nil }
      let sides = forms.filter { section.node($0.id) != nil }
      guard sides.count == 2 else {
        reportSides(section, "pair scale `\(id)`")
        return nil
      }
      let first = items(section, of: sides[0], id)
      let second = items(section, of: sides[1], id)
      guard let kind = readKind(section, "pair scale `\(id)`") else { return nil }
      if first.count != second.count {
        section.report(
          .wrongValue, sides[1].id,
          "pair scale `\(id)` has \(first.count) and \(second.count) items; list them in pairs")
      }
      return PairScale(
        id: id, name: section.string("name") ?? id, first: first, second: second, kind: kind,
        scoring: readScoring(section, owner: "pair scale `\(id)`"), location: section.location)
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

  private func knows(_ sides: [(Form, String)], _ section: ConfigSection) -> Bool {
    var isComplete = true
    for (form, id) in sides where form.item(id) == nil && form.multiSelect(id) == nil {
      findings.addUnknownReference(
        "question", id, at: section.node(form.id)?.location ?? section.location,
        in: section.name, known: form.items.map(\.id) + form.multiSelects.map(\.id))
      isComplete = false
    }
    return isComplete
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

  private func items(_ section: ConfigSection, of form: Form, _ id: String) -> [Item] {
    section.strings(form.id).compactMap { name in
      if let item = form.item(name.text) { return item }
      findings.addUnknownReference(
        "item", name.text, at: name.location, in: "pair scale `\(id)`",
        known: form.items.map(\.id))
      return nil
    }
  }
}
