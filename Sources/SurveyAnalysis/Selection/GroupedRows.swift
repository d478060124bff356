package import SurveyModel

/// The rows that a condition chooses, split into groups by fields and waves.
package struct GroupedRows: Sendable {
  /// The fields that distinguish the groups, in the order asked for; role, form and wave are left
  /// out, because results are split by them anyway.
  package let fieldNames: [String]
  /// Every combination of values and wave that may occur, in order.
  package let groups: [Group]
  /// True where rows are chosen or grouped by answers, so that who is in a group is an answer.
  package let usesAnswers: Bool
  /// For each form of the dataset the group of each row: a position in `groups`, or their number
  /// for a row that is not chosen.
  let places: [[UInt16]]

  /// Rows that share their values and their wave.
  package struct Group: Hashable, Sendable {
    /// The value of each field; nil where it is not known.
    package let values: [String?]
    /// Position of the wave.
    package let wave: Int
  }

  /// More combinations than anybody reads.
  package static let largestGroupCount = 10_000

  /// Chooses and groups rows.
  ///
  /// - Throws: `QuestionError` for a name or value that nothing has.
  package init(_ dataset: SurveyDataset, _ selection: RowSelection) throws {
    let text = selection.fieldsText
    let fields = DatasetFields(dataset: dataset)
    let evaluator = try selection.condition.map { try ConditionEvaluator($0, in: dataset) }
    var known: [RowCondition.Word] = []
    for word in selection.fields {
      let name = try fields.known(word, in: text)
      try fields.checkMeaning(of: name, at: word, in: text)
      guard !fields.isBuiltIn(name), !known.contains(where: { $0.text == name })
      else { continue }
      known.append(RowCondition.Word(text: name, offset: word.offset))
    }
    fieldNames = known.map(\.text)
    let used = Set(fieldNames + (selection.condition?.fieldNames ?? []))
    usesAnswers = !used.isDisjoint(with: fields.answerNames(matching: used))
    let keys = try known.map { try GroupKey($0, fields: fields, in: text) }
    let groupCount = keys.reduce(dataset.waves.count) { $0 * ($1.values.count + 1) }
    guard groupCount <= Self.largestGroupCount else {
      throw QuestionError(
        "\(fieldNames.joined(separator: ", ")) make \(groupCount) groups; group by fields with fewer values",
        in: text, at: selection.fields.last?.offset ?? 0)
    }
    groups = Self.groups(keys, waveCount: dataset.waves.count)
    places = dataset.forms.enumerated().map { index, responses in
      Self.places(
        responses, keys: keys.map { $0.columns[index] },
        verdicts: evaluator?.verdicts(in: responses) ?? .same(RowVerdicts.yes),
        waveCount: dataset.waves.count)
    }
  }

  /// Values change slowest in the first field, and waves fastest; a value not known comes last.
  private static func groups(_ keys: [GroupKey], waveCount: Int) -> [Group] {
    var values: [[String?]] = [[]]
    for key in keys {
      values = values.flatMap { head in (key.values.map(\.self) + [nil]).map { head + [$0] } }
    }
    return values.flatMap { values in
      (0..<waveCount).map { Group(values: values, wave: $0) }
    }
  }

  private static func places(
    _ responses: FormResponses, keys: [GroupKey.Column], verdicts: RowVerdicts, waveCount: Int
  ) -> [UInt16] {
    let count = responses.rowCount
    var size = waveCount
    var strides: [Int] = []
    for key in keys.reversed() {
      strides.insert(size, at: 0)
      size *= key.valueCount + 1
    }
    let none = UInt16(size)
    if case .same(let verdict) = verdicts, verdict != RowVerdicts.yes {
      return [UInt16](repeating: none, count: count)
    }
    var places = [UInt16](repeating: 0, count: count)
    let steps = zip(keys, strides).map { $0.steps(stride: $1) }
    places.withUnsafeMutableBufferPointer { places in
      // In blocks, so that one that was just written is still at hand for the next field.
      for start in Swift.stride(from: 0, to: count, by: blockSize) {
        let block = start..<min(start + blockSize, count)
        for (key, steps) in zip(keys, steps) { key.add(steps, to: places, rows: block) }
        if waveCount > 1 {
          responses.waves.withUnsafeBufferPointer { waves in
            for row in block { places[row] &+= UInt16(waves[row]) }
          }
        }
        if case .rows(let verdicts) = verdicts {
          verdicts.withUnsafeBufferPointer { verdicts in
            mask(places, verdicts, rows: block, none: none)
          }
        }
      }
    }
    return places
  }

  private static let blockSize = 8_192

  /// Rows for which the condition does not hold are in no group; without a branch, because nobody
  /// foresees which.
  private static func mask(
    _ places: UnsafeMutableBufferPointer<UInt16>, _ verdicts: UnsafeBufferPointer<UInt8>,
    rows: Range<Int>, none: UInt16
  ) {
    guard let places = places.baseAddress.map({ $0 + rows.lowerBound }),
      let verdicts = verdicts.baseAddress.map({ $0 + rows.lowerBound })
    else { return }
    for row in 0..<rows.count {
      let keeps = 0 &- UInt16(verdicts[row] & RowVerdicts.yes)
      places[row] = places[row] & keeps | none & ~keeps
    }
  }

  /// True where no row is chosen.
  package var isEmpty: Bool {
    places.allSatisfy { $0.allSatisfy { Int($0) == groups.count } }
  }

  /// The rows of a form in each group, ascending.
  package func rows(ofForm form: Int) -> [[Int32]] {
    var rows = [[Int32]](repeating: [], count: groups.count + 1)
    var counts = [Int](repeating: 0, count: groups.count + 1)
    for place in places[form] { counts[Int(place)] += 1 }
    for group in groups.indices { rows[group].reserveCapacity(counts[group]) }
    for (row, place) in places[form].enumerated() where Int(place) < groups.count {
      rows[Int(place)].append(Int32(row))
    }
    rows.removeLast()
    return rows
  }
}
