import SurveyAnalysis
import SurveyModel

/// A short table that is written out row by row.
struct ListTable {
  let name: String
  let summary: String
  /// Name, type and summary of each column.
  let columns: [(String, ColumnType, String)]
  /// The rows; each has one value a column.
  let rows: () -> [[CellValue]]

  var definition: TableDefinition {
    let store = Store(rows)
    return TableDefinition(
      name, summary,
      columns: columns.enumerated().map { place, column in
        TableColumn(name: column.0, type: column.1, summary: column.2) { _ in
          .values(store.rows.map { $0[place] })
        }
      }, stretches: { [store.rows.count] })
  }

  private final class Store {
    private let make: () -> [[CellValue]]
    lazy var rows = make()
    init(_ make: @escaping () -> [[CellValue]]) { self.make = make }
  }
}

/// The tables that say what the questionnaire is, and what was found in the data.
struct ListTables {
  let data: QueryData

  private var forms: [Form] { data.dataset.forms.map(\.form) }

  /// Items, options, scales and findings.
  var all: [ListTable] { [items, options, scales, findings] }

  private var items: ListTable {
    ListTable(
      name: "items", summary: "One row for each item",
      columns: [
        ("item", .text, "its id"), ("form", .text, "the form it is on"),
        ("role", .text, "who is asked"), ("domain", .text, "the domain it is reported under"),
        ("scales", .text, "the scales it belongs to, joined by a comma and a space"),
        ("stem", .text, "its wording"), ("short_label", .text, "a few words for it"),
        ("response_scale", .text, "the options it offers, by their id"),
        ("kind", .text, "ordinal, nominal or numeric"), ("lowest", .integer, "its lowest code"),
        ("highest", .integer, "its highest code"), ("keying", .text, "forward or reverse"),
      ],
      rows: { forms.flatMap { form in form.items.map { row($0, of: form) } } })
  }

  private func row(_ item: Item, of form: Form) -> [CellValue] {
    let scales = form.scales.filter { $0.items.contains { $0.id == item.id } }.map(\.id)
    let response = item.responseScale
    return [
      .text(item.id), .text(form.id), .text(form.role.id), CellValue(item.domainID),
      CellValue(scales.isEmpty ? nil : scales.joined(separator: ", ")), .text(item.stem),
      .text(item.shortLabel), .text(response.id), .text(response.kind.rawValue),
      CellValue(response.limits?.lowerBound), CellValue(response.limits?.upperBound),
      .text(item.keying.rawValue),
    ]
  }

  private var options: ListTable {
    ListTable(
      name: "options", summary: "One row for each option of each item",
      columns: [
        ("item", .text, "the item's id"), ("code", .integer, "the option's code"),
        ("label", .text, "its words"), ("position", .integer, "its place in the item, from 1"),
        ("missing", .text, "the kind of missing that it counts as"),
      ],
      rows: {
        forms.flatMap(\.items).flatMap { item in
          let substantive = item.responseScale.options.map { ($0.code, $0.label, String?.none) }
          let others = item.responseScale.nonSubstantive.map {
            ($0.code, $0.label, String?.some($0.reason.rawValue))
          }
          return (substantive + others).enumerated().map { place, option in
            [
              .text(item.id), .integer(option.0), .text(option.1), .integer(place + 1),
              CellValue(option.2),
            ]
          }
        }
      })
  }

  private var scales: ListTable {
    ListTable(
      name: "scales", summary: "One row for each scale",
      columns: [
        ("scale", .text, "its id"), ("form", .text, "the form it is on"),
        ("role", .text, "who is asked"), ("name", .text, "what reports call it"),
        ("domain", .text, "the domain it belongs to"), ("kind", .text, "reflective or checklist"),
        ("method", .text, "mean or sum"),
        ("item_count", .integer, "how many items it has, or subscales where it has any"),
        ("items", .text, "their ids, joined by a comma and a space"),
        ("lowest", .real, "the lowest score it can give"),
        ("highest", .real, "the highest score it can give"),
      ],
      rows: { forms.flatMap { form in form.scales.map { row($0, of: form) } } })
  }

  private func row(_ scale: Scale, of form: Form) -> [CellValue] {
    let parts = scale.items.map(\.id) + scale.subscaleIDs
    let range = ScoreRange.of(scale, in: form)
    return [
      .text(scale.id), .text(form.id), .text(form.role.id), .text(scale.name),
      CellValue(scale.domainID), .text(scale.kind.rawValue), .text(scale.scoring.method.rawValue),
      .integer(parts.count), .text(parts.joined(separator: ", ")), CellValue(range?.lowerBound),
      CellValue(range?.upperBound),
    ]
  }

  private var findings: ListTable {
    ListTable(
      name: "findings", summary: "One row for each flaw found while the files were read",
      columns: [
        ("code", .text, "its kind"), ("severity", .text, "note, warning or error"),
        ("file", .text, "the file it is in"), ("line", .integer, "its line, from 1"),
        ("column", .integer, "its column, from 1"),
        ("subject", .text, "the item, scale or attribute concerned"),
        ("count", .integer, "how many cells or rows it concerns"),
        ("message", .text, "what is wrong, and what to do"),
      ],
      rows: {
        data.findings.map { finding in
          [
            .text(finding.code.rawValue), .text(finding.severity.rawValue),
            CellValue(finding.location?.file), CellValue(finding.location?.line),
            CellValue(finding.location?.column), CellValue(finding.subject),
            .integer(finding.count), .text(finding.message),
          ]
        }
      })
  }
}
