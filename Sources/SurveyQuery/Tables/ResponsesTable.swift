import SurveyModel

/// One row a response, with all that is known of it.
struct ResponsesTable {
  let data: QueryData

  var definition: TableDefinition {
    let row = TableColumn(
      name: "responses", type: .integer, summary: "the row itself, for functions", isHidden: true,
      cells: ResponseColumns(data).number)
    let wishes =
      ResponseColumns(data).all.map { ColumnWish("response", $0) } + studyColumns
      + [ColumnWish("row", row)]
    return TableDefinition(
      "responses", "One row for each response", wishes: wishes,
      stretches: { [forms = data.dataset.forms] in forms.map(\.rowCount) })
  }

  /// The columns that the codebook names; a name on several forms is one column.
  private var studyColumns: [ColumnWish] {
    var order: [FormColumn] = []
    var places: [String: Int] = [:]
    var sources: [[Int: FormColumn]] = []
    for (index, responses) in data.dataset.forms.enumerated() {
      let columns = FormColumns(
        responses: responses, codebook: data.dataset.codebook,
        showsIdentifying: data.showsIdentifying)
      for column in columns.all {
        let key = "\(column.kind.rawValue) \(column.name)"
        if let place = places[key] {
          sources[place][index] = column
        } else {
          places[key] = order.count
          order.append(column)
          sources.append([index: column])
        }
      }
    }
    let kinds: [FormColumn.Kind] = [.key, .attribute, .item, .option, .scale, .question]
    return kinds.flatMap { kind in
      order.indices.filter { order[$0].kind == kind }.map { place in
        let column = order[place]
        let parts = sources[place]
        return ColumnWish(
          kind.rawValue, stem: column.stem, suffix: column.suffix,
          TableColumn(
            name: column.name, type: column.type, summary: column.summary, rank: column.rank,
            codes: column.codes
          ) { form in parts[form]?.cells() ?? .same(.null) })
      }
    }
  }
}

/// What every table of responses begins with: which row, who, when.
struct ResponseColumns {
  let dataset: SurveyDataset
  /// The number of each form's first row.
  let starts: [Int]

  init(_ data: QueryData) {
    dataset = data.dataset
    var start = 0
    starts = data.dataset.forms.map { form in
      defer { start += form.rowCount }
      return start
    }
  }

  /// The row's number.
  func number(ofForm form: Int) -> CellSource { .counted(from: starts[form]) }

  /// Them all, by the form's number.
  var all: [TableColumn] {
    let column = { (name: String, type: ColumnType, summary: String, cells) in
      TableColumn(name: name, type: type, summary: summary, cells: cells)
    }
    return [
      column("response", .integer, "number of the row, from 0", number),
      column(
        "form", .text, "which form was filled in", { .same(.text(dataset.forms[$0].form.id)) }),
      column("role", .text, "who filled it in", { .same(.text(dataset.forms[$0].form.role.id)) }),
      column("wave", .text, "when, by the wave's id", { wave($0, \.id) }),
      column("wave_label", .text, "when, as reports say it", { wave($0, \.label) }),
      column(
        "respondent", .integer, "the person, numbered from 1 within the role",
        { .numbered(dataset.forms[$0].persons, first: 1) }),
      column("pair", .integer, "the mentorship, numbered from 1", pair),
    ]
  }

  private func pair(ofForm form: Int) -> CellSource {
    let responses = dataset.forms[form]
    let none = [Int32](repeating: -1, count: responses.pairs == nil ? responses.rowCount : 0)
    return .numbered(responses.pairs ?? none, first: 1)
  }

  /// A single wave without a name is none.
  private func wave(_ form: Int, _ text: (Wave) -> String) -> CellSource {
    guard dataset.waves.contains(where: { !$0.id.isEmpty }) else { return .same(.null) }
    return .places(dataset.forms[form].waves.map(Int32.init), dataset.waves.map(text))
  }
}
