import SurveyModel

/// The rows of one export that count, decoded; every array has one element a kept row.
struct DecodedSource {
  let file: SourceFile
  /// Place of each kept row in the file's table.
  let tableRows: [Int]
  let waves: [UInt8]
  /// What names the person and the pair; dropped once numbers stand for them.
  let respondentKeys: CodedTexts
  let pairKeys: CodedTexts
  let submitted: [Int64?]
  let finished: [Bool?]
  let items: [String: [UInt8]]
  let multiSelects: [String: MultiSelectColumn]
  let texts: [String: [String?]]
  let categories: [String: CodedTexts]
  let numbers: [String: [Double?]]
  /// Attributes that tell who somebody is; nil unless they are to be kept.
  let identifying: [String: [String?]]?
  let leftOut: [SourceIntake.LeftOut]
}

/// Decodes one export: attributes first, because they decide which rows count and what was asked.
struct SourceDecoder {
  let file: SourceFile
  let codebook: Codebook
  let waves: [Wave]
  /// True to keep who the persons are.
  var keepsIdentifying = false

  func decode() -> DecodedSource {
    let attributes = AttributeDecoder(file: file)
    let categories = readCategories(attributes)
    let allWaves = readWaves(attributes)
    var kept = [Bool](repeating: true, count: file.rowCount)
    var leftOut = droppedByDialect()
    leftOut += applyConsent(attributes, &kept)
    leftOut += applyWaves(allWaves, &kept)
    let rows = kept.indices.filter { kept[$0] }
    let isAsked = AskedRows(file: file, waves: waves, rowWaves: allWaves, categories: categories)
    func keep<Value>(_ values: [Value]) -> [Value] {
      rows.count == values.count ? values : rows.map { values[$0] }
    }
    let finished = CompletionReader(file: file, codebook: codebook).read()
    let answers = AnswerReader(file: file, isAsked: isAsked, rows: rows, finished: finished).read()
    reportRaggedRows()
    DurationAudit(file: file).report()
    return DecodedSource(
      file: file, tableRows: rows, waves: rows.map { UInt8(allWaves[$0]) },
      respondentKeys: keys(of: .respondent).keeping(rows),
      pairKeys: keys(of: .pair).keeping(rows),
      submitted: keep(readSubmitted(attributes)), finished: keep(finished),
      items: answers.items.mapValues(keep), multiSelects: answers.multiSelects,
      texts: file.columns.texts.mapValues { keep(attributes.texts(of: $0)) },
      categories: categories.mapValues { $0.keeping(rows) },
      numbers: readNumbers(attributes).mapValues(keep),
      identifying: keepsIdentifying ? readIdentifying(attributes).mapValues(keep) : nil,
      leftOut: leftOut)
  }

  // MARK: Attributes

  private func attribute(_ use: Attribute.Use) -> (Attribute, RawColumn)? {
    file.attribute(use, in: codebook)
  }

  private func unknown<Value>(_ type: Value.Type) -> [Value?] {
    [Value?](repeating: nil, count: file.rowCount)
  }

  private func keys(of use: Attribute.Use) -> CodedTexts {
    attribute(use).map { KeyReader(file: file).keys(of: $0.0, in: $0.1) }
      ?? CodedTexts(rowCount: file.rowCount)
  }

  private func readSubmitted(_ decoder: AttributeDecoder) -> [Int64?] {
    attribute(.submitted).map { decoder.moments(of: $0.0, in: $0.1) } ?? unknown(Int64.self)
  }

  private func readCategories(_ decoder: AttributeDecoder) -> [String: CodedTexts] {
    var values: [String: CodedTexts] = [:]
    for attribute in codebook.attributes(of: file.form.id)
    where attribute.use == .describe && attribute.kind == .category && !attribute.isIdentifying {
      values[attribute.id] = file.columns.attributes[attribute.id].map {
        decoder.categories(of: attribute, in: $0)
      }
    }
    return values
  }

  private func readNumbers(_ decoder: AttributeDecoder) -> [String: [Double?]] {
    var values: [String: [Double?]] = [:]
    for attribute in codebook.attributes(of: file.form.id)
    where attribute.use == .describe && attribute.kind == .number && !attribute.isIdentifying {
      values[attribute.id] = file.columns.attributes[attribute.id].map {
        decoder.numbers(of: attribute, in: $0)
      }
    }
    return values
  }

  /// As they stand: a finding about them would show them.
  private func readIdentifying(_ decoder: AttributeDecoder) -> [String: [String?]] {
    var values: [String: [String?]] = [:]
    for attribute in codebook.attributes(of: file.form.id)
    where attribute.use == .describe && attribute.isIdentifying {
      values[attribute.id] = file.columns.attributes[attribute.id].map(decoder.texts)
    }
    return values
  }

  // MARK: Which rows count

  private func droppedByDialect() -> [SourceIntake.LeftOut] {
    let count = file.export.droppedRows.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [] }
    let kinds = file.export.droppedRows.map { "\($0.count) \($0.kind.rawValue)" }
    file.findings.add(
      Finding(
        .testResponse, at: SourceLocation(file: file.path), count: count,
        "\(counted(count, "response", "responses")) that the survey tool marks as no respondent's \(count == 1 ? "is" : "are") left out (\(kinds.joined(separator: ", ")))"
      ))
    return [.init(reason: .test, count: count)]
  }

  private func applyConsent(
    _ decoder: AttributeDecoder, _ kept: inout [Bool]
  ) -> [SourceIntake.LeftOut] {
    guard let (attribute, column) = attribute(.consent) else { return [] }
    let granted = decoder.claims(of: column, granted: attribute.grantedBy)
    let without = kept.indices.filter { kept[$0] && granted[$0] != true }
    guard !without.isEmpty else { return [] }
    for row in without { kept[row] = false }
    file.findings.add(
      Finding(
        .missingConsent, at: SourceLocation(file: file.path),
        subject: attribute.id,
        count: without.count,
        "\(counted(without.count, "response without consent is", "responses without consent are")) left out"
      ))
    return [.init(reason: .consent, count: without.count)]
  }

  /// Position of each row's wave, or −1 where the study does not know it.
  private func readWaves(_ decoder: AttributeDecoder) -> [Int] {
    if let id = file.source.waveID {
      let wave = waves.firstIndex { $0.id == id } ?? -1
      return [Int](repeating: wave, count: file.rowCount)
    }
    guard let (_, column) = attribute(.wave) else {
      return [Int](repeating: 0, count: file.rowCount)
    }
    var places: [String: Int] = [:]
    for (index, wave) in waves.enumerated() {
      places[AttributeDecoder.comparable(wave.id)] = index
      places[AttributeDecoder.comparable(wave.label)] = index
    }
    let coded = decoder.coded(column, known: waves.flatMap { [$0.id, $0.label] })
    let named = coded.texts.map { places[AttributeDecoder.comparable($0)] ?? -1 }
    return coded.codes.map { $0 < 0 ? -1 : named[Int($0)] }
  }

  private func applyWaves(_ rowWaves: [Int], _ kept: inout [Bool]) -> [SourceIntake.LeftOut] {
    let strangers = kept.indices.filter { kept[$0] && rowWaves[$0] < 0 }
    guard !strangers.isEmpty else { return [] }
    for row in strangers { kept[row] = false }
    file.report(
      .unknownWave, rows: strangers, total: strangers.count,
      column: attribute(.wave)?.1.index, subject: attribute(.wave)?.0.id,
      "\(counted(strangers.count, "response names no wave of the study and is", "responses name no wave of the study and are")) left out; the waves are \(waves.map { "`\($0.id)`" }.joined(separator: ", "))"
    )
    return [.init(reason: .wave, count: strangers.count)]
  }

  private func reportRaggedRows() {
    let ragged = file.table.raggedRows
    guard let first = ragged.first else { return }
    file.report(
      .raggedRow, rows: ragged.prefix(6).map(\.row), total: ragged.count, subject: nil,
      "\(counted(ragged.count, "record has", "records have")) another number of cells than the header's \(first.expected), and cells they lack are unreadable; \(file.table.raggedAdvice)"
    )
  }
}

/// Which rows of a file were asked a question.
struct AskedRows {
  let file: SourceFile
  let waves: [Wave]
  let rowWaves: [Int]
  let categories: [String: CodedTexts]

  /// Whether each row's wave is among those in which a question is asked; nil: all are.
  func rows(askedIn: [String]?) -> [Bool]? {
    guard let askedIn else { return nil }
    let isAsked = waves.map { askedIn.contains($0.id) }
    return rowWaves.map { $0 < 0 || isAsked[$0] }
  }

  /// Marks answers of rows that were not to be asked as not administered, and reports them.
  func apply(to cells: inout [UInt8], of item: Item, column: RawColumn) {
    let inWave = rows(askedIn: item.askedIn)
    let condition = item.condition.flatMap { condition in
      categories[condition.attributeID].map { (condition, $0) }
    }
    guard inWave != nil || condition != nil else { return }
    let named = Set((condition?.0.values ?? []).map(AttributeDecoder.comparable))
    // Few texts stand in many rows.
    let isNamed = condition?.1.texts.map { named.contains(AttributeDecoder.comparable($0)) } ?? []
    var unexpected: [Int] = []
    for row in cells.indices {
      var isAsked = inWave?[row] ?? true
      if let (condition, values) = condition, values.codes[row] >= 0 {
        let isEqual = isNamed[Int(values.codes[row])]
        if isEqual != condition.isAskedWhenEqual { isAsked = false }
      }
      guard !isAsked else { continue }
      if cells[row] < CodedColumn.firstMissing { unexpected.append(row) }
      cells[row] = MissingReason.notAdministered.cell
    }
    guard !unexpected.isEmpty else { return }
    file.report(
      .unexpectedAnswer, rows: unexpected, total: unexpected.count, column: column.index,
      subject: item.id,
      "item `\(item.id)` is answered \(times(unexpected.count)) by respondents who are not to be asked; these answers are not counted, so correct `ask_if` or `ask_in` if they should be"
    )
  }
}
