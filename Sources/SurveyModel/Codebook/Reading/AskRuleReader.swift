/// Reads `ask_in`: a list of waves.
func readAskIn(_ section: ConfigSection, waves: [Wave]) -> [String]? {
  guard section.node("ask_in") != nil else { return nil }
  let names = section.strings("ask_in")
  for name in names where !waves.isEmpty && !waves.contains(where: { $0.id == name.text }) {
    section.findings.addUnknownReference(
      "wave", name.text, at: name.location, in: section.name, known: waves.map(\.id))
  }
  return names.map(\.text)
}

/// Reads `ask_if`: an attribute with the values for which, or except for which, it is asked.
///
/// - Parameter formID: the form that is asked; it must carry the attribute.
func readAskIf(
  _ section: ConfigSection, attributes: [Attribute], formID: String
) -> AskCondition? {
  guard let node = section.node("ask_if"),
    let condition = ConfigSection(
      node, named: "`ask_if` of \(section.name)", keys: ["attribute", "is", "is_not"],
      required: ["attribute"], findings: section.findings),
    let attribute = condition.string("attribute")
  else { return nil }
  let known = attributes.filter { $0.kind == .category && $0.use == .describe }
  guard let found = known.first(where: { $0.id == attribute }) else {
    section.findings.addUnknownReference(
      "category attribute", attribute, at: condition.location(of: "attribute"), in: section.name,
      known: known.map(\.id))
    return nil
  }
  guard isReadable(found, inForm: formID, at: condition) else { return nil }
  let equal = condition.strings("is")
  let different = condition.strings("is_not")
  for place in equal + different where !(found.options?.contains(place.text) ?? true) {
    section.findings.addUnknownReference(
      "value", place.text, at: place.location, in: "`ask_if` of \(section.name)",
      known: found.options ?? [])
  }
  guard equal.isEmpty != different.isEmpty else {
    section.report(
      .wrongValue, "ask_if", "`ask_if` of \(section.name) needs either `is` or `is_not`, a list")
    return nil
  }
  return AskCondition(
    attributeID: attribute, values: (equal.isEmpty ? different : equal).map(\.text),
    isAskedWhenEqual: !equal.isEmpty)
}

/// False, with a finding, where a form's responses have no value of an attribute to look at.
private func isReadable(
  _ attribute: Attribute, inForm formID: String, at condition: ConfigSection
) -> Bool {
  if attribute.formIDs?.contains(formID) == false {
    condition.report(
      .unknownReference, "attribute",
      "\(condition.name) names the attribute `\(attribute.id)`, which form `\(formID)` does not carry; add `\(formID)` to the `forms` of the attribute or name another one"
    )
    return false
  }
  if attribute.isIdentifying {
    condition.report(
      .wrongValue, "attribute",
      "\(condition.name) names the attribute `\(attribute.id)`, which is identifying and therefore not kept; name another one"
    )
    return false
  }
  return true
}
