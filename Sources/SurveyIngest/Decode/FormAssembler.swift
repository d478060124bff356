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

    /// The number of each row's pair, −1 where it names none.
    func numbers(of keys: CodedTexts, rows: [Int]) -> [Int32] {
      var known = [Int32](repeating: -1, count: keys.count)
      return rows.map { row in
        let code = Int(keys.codes[row])
        guard code >= 0 else { return -1 }
        if known[code] < 0 { known[code] = number(of: keys.text(at: code)) }
        return known[code]
      }
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
      }, completions: completions(rows), identities: identities(rows))
    return (responses, duplicates)
  }

  private func completions(_ rows: [[Int]]) -> [Completion] {
    let finished = gather(rows, \.finished)
    guard finished.contains(where: { $0 != nil }) else { return [] }
    return finished.map { $0.map { $0 ? .finished : .unfinished } ?? .unknown }
  }

  /// Who the persons are, where every source kept it.
  private func identities(_ rows: [[Int]]) -> Identities? {
    guard sources.allSatisfy({ $0.identifying != nil }) else { return nil }
    let ids = codebook.attributes(of: form.id).filter { $0.use == .describe && $0.isIdentifying }
    return Identities(
      respondents: TextColumn(cells: gather(rows, \.respondentKeys.rows)),
      pairs: TextColumn(cells: gather(rows, \.pairKeys.rows)),
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
    // All rows of the only source need no copy.
    if sources.count == 1 {
      let values = values(sources[0])
      return rows[0].count == values.count ? values : rows[0].map { values[$0] }
    }
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
    var categories = codebook.attributes.first { $0.id == id }?.options ?? []
    var places = Dictionary(
      categories.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var cells: [Int32] = []
    for (source, rows) in zip(sources, rows) {
      let values = source.categories[id] ?? CodedTexts(rowCount: source.tableRows.count)
      // In order of appearance, so that a category that only dropped rows have is none.
      var known = [Int32](repeating: -1, count: values.count)
      cells.reserveCapacity(cells.count + rows.count)
      for row in rows {
        let code = Int(values.codes[row])
        guard code >= 0 else {
          cells.append(-1)
          continue
        }
        if known[code] < 0 {
          let text = values.text(at: code)
          if places[text] == nil {
            places[text] = Int32(categories.count)
            categories.append(text)
          }
          known[code] = places[text] ?? -1
        }
        cells.append(known[code])
      }
    }
    return CategoryColumn(categories: categories, cells: cells)
  }

  // MARK: Persons and pairs

  private func numberPersons(_ rows: [[Int]]) -> (numbers: [Int32], count: Int, isKnown: Bool) {
    let persons = SharedNumbers(sources.map(\.respondentKeys))
    var known = [Int32](repeating: -1, count: persons.count)
    var isKnown = false
    var count: Int32 = 0
    var numbers: [Int32] = []
    numbers.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    for (index, rows) in rows.enumerated() {
      var nameless = 0
      for row in rows {
        let person = Int(persons.rows[index][row])
        if person >= 0, known[person] >= 0 {
          numbers.append(known[person])
          continue
        }
        if person >= 0 {
          known[person] = count
          isKnown = true
        } else {
          nameless += 1
        }
        numbers.append(count)
        count += 1
      }
      reportNameless(nameless, of: rows.count, in: sources[index])
    }
    return (numbers, Int(count), isKnown)
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
    zip(sources, rows).flatMap { pairs.numbers(of: $0.pairKeys, rows: $1) }
  }
}
