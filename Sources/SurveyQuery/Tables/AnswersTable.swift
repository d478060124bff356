import SurveyModel

/// One row for each response and item of its form.
struct AnswersTable {
  let data: QueryData

  /// The answers to one item lie together; so each has a stretch of its own.
  private var places: [(form: Int, item: Item)] {
    data.dataset.forms.enumerated().flatMap { index, responses in
      responses.form.items.map { (index, $0) }
    }
  }

  var definition: TableDefinition {
    let forms = data.dataset.forms
    let places = places
    let shared = ResponseColumns(data).all.filter { $0.name != "wave_label" }.map { column in
      TableColumn(name: column.name, type: column.type, summary: column.summary) {
        column.cells(places[$0].form)
      }
    }
    func answers(
      _ name: String, _ type: ColumnType, _ summary: String,
      _ values: @escaping (ItemValues) -> [UInt8: CellValue]
    ) -> TableColumn {
      let codes = type == .integer ? "of the items" : nil
      return TableColumn(name: name, type: type, summary: summary, codes: codes) { stretch in
        let (form, item) = places[stretch]
        guard let column = forms[form].items[item.id] else { return .same(.null) }
        return .bytes(column.cells, values(ItemValues(item)))
      }
    }
    let columns =
      shared + [
        TableColumn(name: "item", type: .text, summary: "the item's id") {
          .same(.text(places[$0].item.id))
        },
        answers("code", .integer, "the code of the answer", \.codes),
        answers("label", .text, "the words of the option", \.labels),
        answers("missing", .text, "why there is no code", \.missing),
        answers("keyed", .integer, "the code, reversed where the item is", \.keyed),
      ]
    return TableDefinition(
      "answers", "One row for each response and item of its form", columns: columns,
      stretches: { places.map { forms[$0.form].rowCount } })
  }
}
