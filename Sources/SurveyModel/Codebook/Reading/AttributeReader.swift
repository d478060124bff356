/// Reads `attributes` of a codebook.
struct AttributeReader {
  let findings: FindingCollector

  private static let keys = [
    "id", "label", "kind", "use", "identifying", "quasi_identifying", "options", "granted_by",
    "minimum", "maximum", "date_order", "forms", "required", "columns",
  ]

  func read(_ top: ConfigSection) -> [Attribute] {
    var seen: Set<String> = []
    return top.list("attributes").compactMap { node in
      guard
        let section = ConfigSection(
          node, named: "an attribute", keys: Self.keys, required: ["id"], findings: findings)
      else { return nil }
      // One without an id of its own is read all the same, for its other mistakes.
      let attribute = readAttribute(section.string("id") ?? "?", section)
      guard section.node("id") != nil else { return nil }
      guard seen.insert(attribute.id).inserted else {
        section.report(
          .duplicateID, "id", "attribute `\(attribute.id)` is described twice; remove one of them")
        return nil
      }
      return attribute
    }
  }

  private func readAttribute(_ id: String, _ section: ConfigSection) -> Attribute {
    let use = section.choice("use", of: Attribute.Use.self) ?? .describe
    let kind = section.choice("kind", of: Attribute.Kind.self) ?? Self.usualKind(of: use)
    let options = section.node("options") == nil ? nil : section.strings("options").map(\.text)
    var granted = section.strings("granted_by").map(\.text)
    if granted.isEmpty, use == .consent || use == .finished {
      granted = Attribute.usualGrants
    }
    if kind != .number, section.node("minimum") != nil || section.node("maximum") != nil {
      section.report(
        .wrongValue, section.node("minimum") != nil ? "minimum" : "maximum",
        "attribute `\(id)` has a limit but is not a number; write `kind: number` or remove it")
    }
    checkDates(id, kind, use, section)
    return Attribute(
      id: id, label: section.string("label"), kind: kind, use: use,
      isIdentifying: section.flag("identifying") || use == .respondent || use == .pair,
      isQuasiIdentifying: section.flag("quasi_identifying"), options: options,
      grantedBy: granted, minimum: section.number("minimum"), maximum: section.number("maximum"),
      dateOrder: section.choice("date_order", of: DateOrder.self),
      formIDs: section.node("forms") == nil ? nil : section.strings("forms").map(\.text),
      isRequired: section.flag("required"),
      columnNames: columnNames(section, id: id), location: section.location)
  }

  /// Only the date of submission is read; a date of another kind would silently do nothing.
  private func checkDates(
    _ id: String, _ kind: Attribute.Kind, _ use: Attribute.Use, _ section: ConfigSection
  ) {
    if kind == .date, use != .submitted, !section.flag("identifying") {
      section.report(
        .wrongValue, "kind",
        "attribute `\(id)` is a date that nothing reads; write `use: submitted` if it says when the response came in, `kind: category` or `kind: number` with a column such as the year, or remove it"
      )
    }
    if use == .submitted, kind != .date {
      section.report(
        .wrongValue, "kind",
        "attribute `\(id)` says when the response was submitted, so its kind can't be `\(kind.rawValue)`; write `kind: date` or remove the key"
      )
    }
    if kind != .date, section.node("date_order") != nil {
      section.report(
        .wrongValue, "date_order",
        "attribute `\(id)` has a `date_order` but is no date; remove it or write `use: submitted`")
    }
  }

  /// Looks at what needs all attributes and the names of all forms.
  func check(_ attributes: [Attribute], formIDs: Set<String>) {
    for attribute in attributes {
      for id in attribute.formIDs ?? [] where !formIDs.contains(id) {
        findings.addUnknownReference(
          "form", id, at: attribute.location, in: "attribute `\(attribute.id)`", known: formIDs)
      }
    }
    for (place, attribute) in attributes.enumerated() where attribute.use != .describe {
      let forms = Set(attribute.formIDs ?? Array(formIDs))
      let first = attributes[..<place].first {
        $0.use == attribute.use && !forms.isDisjoint(with: $0.formIDs ?? Array(formIDs))
      }
      guard let first else { continue }
      findings.add(
        Finding(
          .wrongValue, at: attribute.location, subject: attribute.id,
          "the attributes `\(first.id)` and `\(attribute.id)` of one form both have `use: \(attribute.use.rawValue)`; keep one, or give them different `forms`"
        ))
    }
  }

  private static func usualKind(of use: Attribute.Use) -> Attribute.Kind {
    switch use {
    case .respondent, .pair: .identifier
    case .submitted: .date
    case .wave, .consent, .finished, .describe: .category
    }
  }
}

/// The names a column may have: the id first, then those that `columns` lists.
func columnNames(_ section: ConfigSection, id: String) -> [String] {
  [id] + section.strings("columns").map(\.text).filter { $0 != id }
}
