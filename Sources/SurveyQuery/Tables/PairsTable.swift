import SurveyAnalysis
import SurveyModel

/// One row for each pair and wave, with what both sides answered.
struct PairsTable {
  let data: QueryData
  private let forms: [Int]
  private let rows: PairRows

  init(data: QueryData) {
    self.data = data
    let linked = data.dataset.forms.indices.filter { data.dataset.forms[$0].pairs != nil }
    forms = linked.count >= 2 ? linked : []
    rows = PairRows(data.dataset, forms: forms)
  }

  var definition: TableDefinition {
    TableDefinition(
      "pairs", "One row for each pair and wave, both sides beside each other",
      wishes: frontColumns + forms.flatMap(sideColumns) + gapColumns,
      stretches: { [rows] in [rows.pairs.count] })
  }

  private var frontColumns: [ColumnWish] {
    let waves = data.dataset.waves
    let isNamed = waves.contains { !$0.id.isEmpty }
    func wave(_ name: String, _ summary: String, _ text: @escaping (Wave) -> String) -> TableColumn
    {
      TableColumn(name: name, type: .text, summary: summary) { [rows] _ in
        isNamed ? .places(rows.waves, waves.map(text)) : .same(.null)
      }
    }
    let pair = TableColumn(
      name: "pair", type: .integer, summary: "the mentorship, numbered from 1"
    ) { [rows] _ in .numbered(rows.pairs, first: 1) }
    return [
      pair, wave("wave", "when, by the wave's id", \.id),
      wave("wave_label", "when, as reports say it", \.label),
    ].map { ColumnWish("pair", $0) }
  }

  private func sideColumns(_ form: Int) -> [ColumnWish] {
    let responses = data.dataset.forms[form]
    let id = responses.form.id
    let start = ResponseColumns(data).starts[form]
    func column(
      _ name: String, _ type: ColumnType, _ summary: String, _ rank: ColumnRank = .always,
      codes: String? = nil, _ cells: @escaping () -> CellSource
    ) -> TableColumn {
      TableColumn(name: name, type: type, summary: summary, rank: rank, codes: codes) { [rows] _ in
        cells().taking(rows.sides[form] ?? [])
      }
    }
    let own = [
      column("\(id)_response", .integer, "the row in `responses`") { .counted(from: start) },
      column("\(id)_respondent", .integer, "the person, numbered from 1") {
        .numbered(responses.persons, first: 1)
      },
    ].map { ColumnWish(id, $0) }
    let columns = FormColumns(
      responses: responses, codebook: data.dataset.codebook,
      showsIdentifying: data.showsIdentifying)
    return own
      + columns.all.map { source in
        let isShared = source.kind == .attribute || source.kind == .key
        let stem = isShared ? "\(id)_\(source.stem)" : source.stem
        return ColumnWish(
          source.kind.rawValue, stem: stem, suffix: source.suffix,
          column(
            stem + source.suffix, source.type, source.summary, source.rank, codes: source.codes,
            source.cells))
      }
  }

  private var gapColumns: [ColumnWish] {
    PairGap.all(in: data.dataset).map { gap in
      ColumnWish(
        "pair",
        TableColumn(
          name: "\(gap.id)_gap", type: .real,
          summary: "\(gap.label): the first form's value less the second's"
        ) { [rows] _ in .numbers(gap.values(for: rows)) })
    }
  }
}

/// The pairs and waves with a response on either side, and the first such response of each side.
final class PairRows {
  private let dataset: SurveyDataset
  private let forms: [Int]

  init(_ dataset: SurveyDataset, forms: [Int]) {
    self.dataset = dataset
    self.forms = forms
  }

  private struct Rows {
    var pairs: [Int32] = []
    var waves: [Int32] = []
    var sides: [Int: [Int32]] = [:]
  }

  /// Each row's pair, from 0.
  var pairs: [Int32] { found.pairs }
  /// Each row's wave.
  var waves: [Int32] { found.waves }
  /// Each row's response on each form, or −1.
  var sides: [Int: [Int32]] { found.sides }

  private lazy var found: Rows = {
    let waveCount = dataset.waves.count
    var first: [Int: [Int32]] = [:]
    for form in forms {
      let responses = dataset.forms[form]
      var rows = [Int32](repeating: -1, count: dataset.pairCount * waveCount)
      for (row, pair) in (responses.pairs ?? []).enumerated().reversed() where pair >= 0 {
        rows[Int(pair) * waveCount + Int(responses.waves[row])] = Int32(row)
      }
      first[form] = rows
    }
    var result = Rows()
    let size = forms.isEmpty ? 0 : dataset.pairCount * waveCount
    let places = (0..<size).filter { place in first.values.contains { $0[place] >= 0 } }
    result.pairs = places.map { Int32($0 / waveCount) }
    result.waves = places.map { Int32($0 % waveCount) }
    result.sides = first.mapValues { rows in places.map { rows[$0] } }
    return result
  }()
}
