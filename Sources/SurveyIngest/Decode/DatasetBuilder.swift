import SurveyModel

/// Decodes the exports of a study and links the forms.
struct DatasetBuilder {
  let study: Study
  let codebook: Codebook
  let files: [SourceFile]
  let findings: FindingCollector
  /// True to keep who the persons are.
  var keepsIdentifying = false

  /// The dataset.
  func build() -> SurveyDataset {
    let waves = studyWaves()
    let decoded = files.map {
      SourceDecoder(
        file: $0, codebook: codebook, waves: waves, keepsIdentifying: keepsIdentifying
      ).decode()
    }
    LeadingZeroAudit(sources: decoded, codebook: codebook, findings: findings).report()
    SimilarIdentifierAudit(sources: decoded, codebook: codebook).report()
    RestartAudit(sources: decoded, codebook: codebook, findings: findings).report()
    let pairs = FormAssembler.PairNumbers()
    var forms: [FormResponses] = []
    var duplicates: [String: [Int]] = [:]
    var completions: [String: [Completion]] = [:]
    for form in codebook.forms {
      let own = decoded.filter { $0.file.form.id == form.id }
      guard !own.isEmpty else { continue }
      let assembled = FormAssembler(
        form: form, codebook: codebook, sources: own, findings: findings
      ).assemble(pairs: pairs)
      forms.append(assembled.responses)
      duplicates[form.id] = assembled.duplicates
      completions[form.id] = assembled.responses.completions
    }
    PairAudit(forms: forms, pairCount: pairs.numbers.count, findings: findings).report()
    PersonItemAudit(forms: forms, findings: findings).report()
    return SurveyDataset(
      codebook: codebook, waves: waves, forms: forms,
      intake: intake(decoded, duplicates: duplicates, completions: completions),
      pairCount: pairs.numbers.count)
  }

  private func studyWaves() -> [Wave] {
    let named = study.waves.isEmpty ? codebook.waves : study.waves
    return named.isEmpty ? [Wave(id: "", label: "")] : named
  }

  private func intake(
    _ decoded: [DecodedSource], duplicates: [String: [Int]], completions: [String: [Completion]]
  ) -> [SourceIntake] {
    var positions: [String: Int] = [:]
    // The rows of a form stand source after source.
    var rest = completions.mapValues { $0[...] }
    return decoded.map { source in
      let id = source.file.form.id
      let position = positions[id, default: 0]
      positions[id] = position + 1
      let repeated = duplicates[id]?[position] ?? 0
      var leftOut = source.leftOut
      if repeated > 0 { leftOut.append(.init(reason: .duplicate, count: repeated)) }
      let tests = source.leftOut.filter { $0.reason == .test }.reduce(0) { $0 + $1.count }
      let keptCount = source.tableRows.count - repeated
      let own = rest[id]?.prefix(keptCount) ?? []
      rest[id] = rest[id]?.dropFirst(keptCount)
      return SourceIntake(
        file: FilePath.name(of: source.file.path), formID: id,
        dialect: source.file.export.dialect, format: source.file.table.format,
        recordCount: source.file.rowCount + tests,
        keptCount: keptCount,
        unfinishedCount: own.contains { $0 != .unknown } ? own.count { $0 == .unfinished } : nil,
        leftOut: leftOut)
    }
  }
}

/// Looks whether the two forms of each pair are there.
struct PairAudit {
  let forms: [FormResponses]
  let pairCount: Int
  let findings: FindingCollector

  func report() {
    let linked = forms.filter { $0.pairs != nil }
    guard linked.count == 2 else { return }
    let present = linked.map { form -> [Bool] in
      var seen = [Bool](repeating: false, count: pairCount)
      for pair in form.pairs ?? [] where pair >= 0 { seen[Int(pair)] = true }
      return seen
    }
    for (own, other) in [(0, 1), (1, 0)] {
      let form = linked[own]
      let alone = (form.pairs ?? []).filter { $0 >= 0 && !present[other][Int($0)] }.count
      let nameless = (form.pairs ?? []).filter { $0 < 0 }.count
      let partner = linked[other].form.role.singular
      if alone > 0 {
        findings.add(
          Finding(
            .unknownPair, subject: form.form.id, count: alone,
            "\(counted(alone, "response", "responses")) of \(form.form.role.plural) \(alone == 1 ? "names" : "name") a pair for which no \(partner) answered; they count in the tables of their role and not in pair results"
          ))
      }
      if nameless > 0 {
        findings.add(
          Finding(
            .unknownPair, subject: form.form.id, count: nameless,
            "\(counted(nameless, "response", "responses")) of \(form.form.role.plural) \(nameless == 1 ? "names" : "name") no pair; they count in the tables of their role and not in pair results"
          ))
      }
    }
  }
}

/// Looks whether answers about a person agree over that person's rows of a wave.
struct PersonItemAudit {
  let forms: [FormResponses]
  let findings: FindingCollector

  func report() {
    for responses in forms where responses.knowsPersons {
      for item in responses.form.items where item.level == .person {
        guard let column = responses.items[item.id] else { continue }
        let count = changedCount(column, responses)
        guard count > 0 else { continue }
        findings.add(
          Finding(
            .changedPersonAnswer, subject: item.id, count: count,
            "item `\(item.id)` is about the person, but \(counted(count, "person answers", "persons answer")) it differently in one wave; their first answer is counted"
          ))
      }
    }
  }

  private func changedCount(_ column: CodedColumn, _ responses: FormResponses) -> Int {
    var first: [Int64: UInt8] = [:]
    var changed: Set<Int64> = []
    for row in column.cells.indices where column.cells[row] < CodedColumn.firstMissing {
      let key = Int64(responses.persons[row]) << 8 | Int64(responses.waves[row])
      if let cell = first[key] {
        if cell != column.cells[row] { changed.insert(key) }
      } else {
        first[key] = column.cells[row]
      }
    }
    return changed.count
  }
}
