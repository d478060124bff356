import SurveyModel

/// One row for each respondent, and pair where rows are by pair, with all waves beside each other.
struct WavesTable {
  let data: QueryData
  private let rows: WaveRows

  init(data: QueryData) {
    self.data = data
    rows = WaveRows(data.dataset)
  }

  var definition: TableDefinition {
    TableDefinition(
      "waves", "One row for each respondent and pair, the waves beside each other",
      wishes: frontColumns.map { ColumnWish("response", $0) } + studyColumns,
      stretches: { [rows, forms = data.dataset.forms] in
        forms.indices.map { rows.first(ofForm: $0).count }
      })
  }

  private var frontColumns: [TableColumn] {
    ResponseColumns(data).all.filter { ["form", "role", "respondent", "pair"].contains($0.name) }
      .map { column in
        TableColumn(name: column.name, type: column.type, summary: column.summary) {
          [rows] form in
          let cells = column.cells(form)
          if case .same = cells { return cells }
          return cells.taking(rows.first(ofForm: form))
        }
      }
  }

  private var studyColumns: [ColumnWish] {
    var order: [(column: FormColumn, forms: [Int: FormColumn])] = []
    var places: [String: Int] = [:]
    for (form, responses) in data.dataset.forms.enumerated() {
      let columns = FormColumns(
        responses: responses, codebook: data.dataset.codebook,
        showsIdentifying: data.showsIdentifying)
      let wanted = columns.attributes + columns.items + columns.options + columns.scales
      for column in wanted where ["", "_keyed"].contains(column.suffix) {
        let key = "\(column.kind.rawValue) \(column.name)"
        if let place = places[key] {
          order[place].forms[form] = column
        } else {
          places[key] = order.count
          order.append((column, [form: column]))
        }
      }
    }
    let starts = ResponseColumns(data).starts
    let attributes = order.filter { $0.column.kind == .attribute }.map { source in
      wish(source.column.name, source.column, rows: { [rows] in rows.first(ofForm: $0) }) {
        source.forms[$0]?.cells()
      }
    }
    return attributes
      + data.dataset.waves.indices.flatMap { wave in
        [ColumnWish("wave", responseColumn(wave, starts: starts))]
          + order.filter { $0.column.kind != .attribute }.map { source in
            wish(
              name(source.column.stem, wave), source.column,
              rows: { [rows] in rows.rows(ofForm: $0, wave: wave) }
            ) { source.forms[$0]?.cells() }
          }
      }
  }

  private func name(_ stem: String, _ wave: Int) -> String {
    let id = data.dataset.waves[wave].id
    return id.isEmpty ? stem : "\(stem)_\(id)"
  }

  private func responseColumn(_ wave: Int, starts: [Int]) -> TableColumn {
    TableColumn(
      name: name("response", wave), type: .integer, summary: "the row in `responses`"
    ) { [rows] form in
      CellSource.counted(from: starts[form]).taking(rows.rows(ofForm: form, wave: wave))
    }
  }

  private func wish(
    _ stem: String, _ source: FormColumn, rows: @escaping (Int) -> [Int32],
    cells: @escaping (Int) -> CellSource?
  ) -> ColumnWish {
    ColumnWish(
      source.kind.rawValue, stem: stem, suffix: source.suffix,
      TableColumn(
        name: stem + source.suffix, type: source.type, summary: source.summary,
        rank: source.rank, codes: source.codes
      ) { form in cells(form)?.taking(rows(form)) ?? .same(.null) })
  }
}

/// The respondents of each form with their first response in each wave.
final class WaveRows {
  private let dataset: SurveyDataset
  private var known: [Int: [[Int32]]] = [:]

  init(_ dataset: SurveyDataset) { self.dataset = dataset }

  /// Each respondent's first response, over all waves.
  func first(ofForm form: Int) -> [Int32] { rows(ofForm: form)[dataset.waves.count] }

  /// Each respondent's response in a wave, or −1.
  func rows(ofForm form: Int, wave: Int) -> [Int32] { rows(ofForm: form)[wave] }

  private struct Key: Hashable {
    let person: Int32
    let pair: Int32
  }

  private func rows(ofForm form: Int) -> [[Int32]] {
    if let rows = known[form] { return rows }
    let responses = dataset.forms[form]
    var places: [Key: Int] = [:]
    var rows = [[Int32]](repeating: [], count: dataset.waves.count + 1)
    for row in 0..<responses.rowCount {
      let key = Key(person: responses.persons[row], pair: responses.pairs?[row] ?? -1)
      let place = places[key] ?? places.count
      if places.updateValue(place, forKey: key) == nil {
        for wave in rows.indices { rows[wave].append(-1) }
        rows[dataset.waves.count][place] = Int32(row)
      }
      let wave = Int(responses.waves[row])
      if rows[wave][place] < 0 { rows[wave][place] = Int32(row) }
    }
    known[form] = rows
    return rows
  }
}
