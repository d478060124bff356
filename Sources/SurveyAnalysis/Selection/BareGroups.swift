package import SurveyModel

extension SurveyDataset {
  /// The columns of a file without a codebook, as attributes of one form whose rows are persons.
  ///
  /// - Parameter names: all columns of the file; only those that a question names need be given.
  package static func ofColumns(
    _ names: [String], numbers: [String: [Double?]], categories: [String: CategoryColumn],
    rowCount: Int
  ) -> SurveyDataset {
    let location = SourceLocation(file: "")
    let form = Form(id: "", role: Role(id: ""), items: [])
    let responses = FormResponses(
      form: form, waves: [UInt8](repeating: 0, count: rowCount),
      persons: (0..<Int32(rowCount)).map { $0 }, personCount: rowCount, knowsPersons: false,
      pairs: nil, items: [:], multiSelects: [:], texts: [:],
      categories: categories,
      numbers: numbers.mapValues { NumberColumn(cells: $0) })
    return SurveyDataset(
      codebook: Codebook(
        instrument: Instrument(id: "", title: ""), forms: [form],
        attributes: names.map { name in
          Attribute(
            id: name, kind: numbers[name] == nil ? .category : .number, location: location)
        }),
      waves: [Wave(id: "")], forms: [responses], intake: [], pairCount: 0)
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
