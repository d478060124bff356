package import SurveyModel

extension SurveyDataset {
  /// The columns of a file without a codebook, as attributes of one form whose rows are persons.
  package static func ofColumns(
    numbers: [String: [Double?]], texts: [String: [String?]], rowCount: Int, file: String
  ) -> SurveyDataset {
    let location = SourceLocation(file: file)
    let names =
      (numbers.keys.map { ($0, Attribute.Kind.number) } + texts.keys.map { ($0, .category) })
      .sorted { $0.0 < $1.0 }
    let form = Form(id: "", role: Role(id: ""), items: [])
    let responses = FormResponses(
      form: form, waves: [UInt8](repeating: 0, count: rowCount),
      persons: (0..<Int32(rowCount)).map { $0 }, personCount: rowCount, knowsPersons: false,
      pairs: nil, items: [:], multiSelects: [:], texts: [:],
      categories: texts.mapValues(CategoryColumn.init(texts:)),
      numbers: numbers.mapValues { NumberColumn(cells: $0) })
    return SurveyDataset(
      codebook: Codebook(
        instrument: Instrument(id: "", title: ""), forms: [form],
        attributes: names.map { Attribute(id: $0.0, kind: $0.1, location: location) }),
      waves: [Wave(id: "")], forms: [responses], intake: [], pairCount: 0)
  }
}

extension CategoryColumn {
  /// Texts as categories, in order of appearance.
  init(texts: [String?]) {
    var places: [String: Int32] = [:]
    var names: [String] = []
    let cells = texts.map { text -> Int32 in
      guard let text else { return -1 }
      if let place = places[text] { return place }
      let place = Int32(names.count)
      places[text] = place
      names.append(text)
      return place
    }
    self.init(categories: names, cells: cells)
  }
}

/// Some rows of a bare file, as an analysis of their own.
package struct BareGroup: Sendable {
  /// What the rows have in common; empty without groups.
  package let values: [Wave.GroupValue]
  /// Its name in tables; nil without groups.
  package let label: String?
  /// The analysis of these rows.
  package let analysis: BareAnalysis
}

extension BareAnalysis {
  /// The chosen rows of a file, group by group.
  ///
  /// - Parameters:
  ///   - selection: which rows and groups; nil for all rows as one.
  ///   - fields: the columns they are chosen by, over the same rows.
  /// - Throws: `QuestionError`.
  package func groups(_ selection: RowSelection?, fields: SurveyDataset?) throws -> [BareGroup] {
    guard let selection, let fields else {
      return [BareGroup(values: [], label: nil, analysis: self)]
    }
    let grouped = try GroupedRows(fields, selection)
    let split = try fields.split(into: grouped, asked: selection.condition?.text ?? "")
    return split.waves.enumerated().map { index, wave in
      let rows = split.forms[0].rows(inWave: index)
      return BareGroup(
        values: wave.group, label: wave.label.isEmpty ? nil : wave.label,
        analysis: BareAnalysis(
          columns: columns.map { column in
            Column(
              name: column.name, values: rows.map { column.values[Int($0)] },
              keying: column.keying)
          }, confidenceLevel: confidenceLevel))
    }
  }
}
