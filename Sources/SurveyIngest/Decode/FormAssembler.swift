import SurveyModel

/// Puts the exports of one form together: persons and pairs become numbers, duplicates go.
struct FormAssembler {
  let form: Form
  let codebook: Codebook
  let sources: [DecodedSource]
  let findings: FindingCollector

  /// Numbers for the pairs of all forms, in order of appearance.
  final class PairNumbers {
    private(set) var numbers: [String: Int32] = [:]

    func number(of key: String) -> Int32 {
      if let number = numbers[key] { return number }
      let number = Int32(numbers.count)
      numbers[key] = number
      return number
    }
  }

  func assemble(pairs: PairNumbers) -> (responses: FormResponses, duplicates: [Int]) {
    let hasPairs = codebook.attributes(of: form.id).contains { $0.use == .pair }
    let (rows, duplicates) = Deduplication(
      sources: sources, hasPairs: hasPairs, findings: findings
    ).rowsToKeep()
    let persons = numberPersons(rows)
    let responses = FormResponses(
      form: form, waves: gather(rows, \.waves), persons: persons.numbers,
      personCount: persons.count, knowsPersons: persons.isKnown,
      pairs: hasPairs ? numberPairs(rows, pairs) : nil,
      items: columns(form.items.map(\.id)) { id in
        CodedColumn(cells: gather(rows) { $0.items[id] ?? [] })
      },
      multiSelects: columns(form.multiSelects.map(\.id)) { id in
        MultiSelectColumn(
          states: gather(rows) { $0.multiSelects[id]?.states ?? [] },
          ticks: gather(rows) { $0.multiSelects[id]?.ticks ?? [] })
      },
      texts: columns(form.openQuestions.map(\.id)) { id in
        TextColumn(
          cells: gather(rows) { source in
            source.texts[id] ?? .init(repeating: nil, count: source.tableRows.count)
          })
      },
      categories: columns(attributeIDs(.category)) { id in category(id, rows) },
      numbers: columns(attributeIDs(.number)) { id in
        NumberColumn(
          cells: gather(rows) { source in
            source.numbers[id] ?? .init(repeating: nil, count: source.tableRows.count)
          })
      }, identities: identities(rows))
    return (responses, duplicates)
  }

  /// Who the persons are, where every source kept it.
  private func identities(_ rows: [[Int]]) -> Identities? {
    guard sources.allSatisfy({ $0.identifying != nil }) else { return nil }
    let ids = codebook.attributes(of: form.id).filter { $0.use == .describe && $0.isIdentifying }
    return Identities(
      respondents: TextColumn(cells: gather(rows, \.respondentKeys)),
      pairs: TextColumn(cells: gather(rows, \.pairKeys)),
      attributes: columns(ids.map(\.id)) { id in
        TextColumn(
          cells: gather(rows) { source in
            source.identifying?[id] ?? .init(repeating: nil, count: source.tableRows.count)
          })
      })
  }

  private func attributeIDs(_ kind: Attribute.Kind) -> [String] {
    codebook.attributes(of: form.id).filter { $0.use == .describe && $0.kind == kind }.map(\.id)
  }

  private func columns<Column>(_ ids: [String], _ make: (String) -> Column) -> [String: Column] {
    Dictionary(ids.map { ($0, make($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The values of the rows to keep, source after source.
  private func gather<Value>(_ rows: [[Int]], _ values: (DecodedSource) -> [Value]) -> [Value] {
    var result: [Value] = []
    for (source, rows) in zip(sources, rows) {
      let values = values(source)
      result.reserveCapacity(result.count + rows.count)
      if rows.count == values.count {
        result += values
      } else {
        for row in rows { result.append(values[row]) }
      }
    }
    return result
  }

  private func category(_ id: String, _ rows: [[Int]]) -> CategoryColumn {
    let values = gather(rows) { source in
      source.categories[id] ?? .init(repeating: nil, count: source.tableRows.count)
    }
    var categories = codebook.attributes.first { $0.id == id }?.options ?? []
    var places = Dictionary(
      categories.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    let cells = values.map { value -> Int32 in
      guard let value else { return -1 }
      if let place = places[value] { return place }
      let place = Int32(categories.count)
      categories.append(value)
      places[value] = place
      return place
    }
    return CategoryColumn(categories: categories, cells: cells)
  }

  // MARK: Persons and pairs

  private func numberPersons(_ rows: [[Int]]) -> (numbers: [Int32], count: Int, isKnown: Bool) {
    var known: [String: Int32] = [:]
    known.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    var count: Int32 = 0
    var numbers: [Int32] = []
    for (source, rows) in zip(sources, rows) {
      var nameless = 0
      for row in rows {
        if let key = source.respondentKeys[row] {
          if let number = known[key] {
            numbers.append(number)
            continue
          }
          known[key] = count
        } else {
          nameless += 1
        }
        numbers.append(count)
        count += 1
      }
      reportNameless(nameless, of: rows.count, in: source)
    }
    return (numbers, Int(count), !known.isEmpty)
  }

  private func reportNameless(_ count: Int, of total: Int, in source: DecodedSource) {
    let names = codebook.attributes(of: form.id).contains { $0.use == .respondent }
    guard names, count > 0 else { return }
    let column = source.file.attribute(.respondent, in: codebook)?.column.index
    findings.add(
      Finding(
        .missingRespondent,
        at: SourceLocation(file: source.file.path, column: column.map { $0 + 1 }), count: count,
        "\(count) of \(counted(total, "response names", "responses name")) no respondent, and each counts as a person of its own; repeated persons among them can't be seen"
      ))
  }

  private func numberPairs(_ rows: [[Int]], _ pairs: PairNumbers) -> [Int32] {
    gather(rows) { source in source.pairKeys.map { $0.map(pairs.number(of:)) ?? -1 } }
  }
}
