package import SurveyModel

extension SurveyDataset {
  /// The chosen rows alone, with a wave of its own for each group in each wave.
  ///
  /// Every analysis looks at one wave at a time, so it looks at one group at a time then.
  ///
  /// - Parameter text: what was asked, for messages.
  /// - Throws: `QuestionError` where no row is chosen, or more groups have rows than a study may have
  ///   waves.
  package func split(into grouped: GroupedRows, asked text: String) throws -> SurveyDataset {
    let used = grouped.groups.indices.filter { group in
      grouped.places.contains { $0.contains(UInt16(group)) }
    }
    guard !used.isEmpty else {
      throw QuestionError("no response meets the condition; widen it", in: text, at: 0)
    }
    // The last number stands for rows that are not chosen.
    guard used.count < Wave.limit else {
      throw QuestionError(
        "there are responses of \(used.count) groups; group by fields with fewer values", in: text,
        at: 0)
    }
    var numbers = [UInt8](repeating: UInt8(Wave.limit - 1), count: grouped.groups.count + 1)
    for (number, group) in used.enumerated() { numbers[group] = UInt8(number) }
    return SurveyDataset(
      codebook: codebook, waves: used.map { wave(of: grouped.groups[$0], grouped.fieldNames) },
      forms: zip(forms, grouped.places).map { responses, places in
        responses.inWaves(places.map { numbers[Int($0)] })
      }, intake: intake, pairCount: pairCount)
  }

  /// A number alone says nothing.
  private static func label(_ value: Wave.GroupValue) -> String {
    guard let text = value.value else { return "\(value.field) not known" }
    return Double(text) == nil ? text : "\(value.field) \(text)"
  }

  private func wave(of group: GroupedRows.Group, _ names: [String]) -> Wave {
    let wave = waves[group.wave]
    let values = zip(names, group.values).map { Wave.GroupValue(field: $0, value: $1) }
    let labels = values.map(Self.label) + [wave.label]
    return Wave(
      id: wave.id, label: labels.filter { !$0.isEmpty }.joined(separator: ", "), group: values)
  }
}

extension FormResponses {
  /// The same responses in other waves.
  fileprivate func inWaves(_ waves: [UInt8]) -> FormResponses {
    FormResponses(
      form: form, waves: waves, persons: persons, personCount: personCount,
      knowsPersons: knowsPersons, pairs: pairs, items: items, multiSelects: multiSelects,
      texts: texts, categories: categories, numbers: numbers, completions: completions)
  }
}
