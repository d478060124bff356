package import ReportDocument
package import SurveyModel

extension CodebookDocument {
  /// One item with its options; nil where no form has it.
  package static func document(ofItem id: String, in codebook: Codebook) -> Document? {
    let found = codebook.forms.lazy.compactMap { form in form.item(id).map { (form, $0) } }.first
    guard let (form, item) = found else { return nil }
    let scales = form.scales.filter { $0.items.contains { $0.id == id } }.map(\.id)
    var facts = [
      Definition("Form", InlineText(form.id)),
      Definition("Options", InlineText(item.responseScale.id)),
      Definition("Keying", InlineText(item.keying.rawValue)),
    ]
    if !scales.isEmpty {
      facts.append(Definition("Scale", InlineText(scales.joined(separator: ", "))))
    }
    if let domain = item.domainID { facts.append(Definition("Domain", InlineText(domain))) }
    let options = Table(
      caption: "Options", columns: [.init("Code"), .init("label", .text)],
      rows: item.responseScale.options.map { option in
        Table.Row(
          InlineText(NumberStyle.plain(decimals: 0).text(Double(option.code))),
          [.text(InlineText(option.label))])
      })
    return Document(
      title: item.id,
      blocks: [.paragraph(InlineText(item.stem)), .definitionList(facts), .table(options)])
  }

  /// The items whose id, wording or label holds a text in any case; all where it is empty.
  package static func items(matching text: String, in codebook: Codebook) -> Document {
    let sought = text.lowercased()
    let rows = codebook.forms.flatMap { form in
      form.items.filter { item in
        sought.isEmpty
          || [item.id, item.stem, item.shortLabel].contains { $0.lowercased().contains(sought) }
      }.map { item in
        Table.Row(
          InlineText(item.id),
          [
            .text(InlineText(form.id)), .text(InlineText(item.responseScale.id)),
            .text(InlineText(item.stem)),
          ])
      }
    }
    guard !rows.isEmpty else { return Document(title: "", blocks: [.note("no item has that")]) }
    let columns: [Table.Column] = [
      .init("Item", .text), .init("form", .text), .init("options", .text),
      .init("stem", .text, minWidth: 30),
    ]
    return Document(title: "", blocks: [.table(Table(caption: "", columns: columns, rows: rows))])
  }
}
