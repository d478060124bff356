import SurveyModel

/// Counts who answered, wave by wave.
struct ResponseFlowCounts {
  let context: AnalysisContext
  let invited: [String: Int]

  func run() -> ResponseFlow {
    let dataset = context.dataset
    let linked = linkedPairs()
    return ResponseFlow(
      forms: dataset.forms.map { flow(of: $0, linked: linked) }, sources: dataset.intake,
      linkedPairCount: linked.map { $0.count { $0 } },
      pairCount: linked == nil ? nil : dataset.pairCount)
  }

  /// For each pair, whether both sides answered in any wave.
  private func linkedPairs() -> [Bool]? {
    let forms = context.dataset.forms.filter { $0.pairs != nil }
    guard forms.count == 2 else { return nil }
    var sides = [UInt8](repeating: 0, count: context.dataset.pairCount)
    for (side, form) in forms.enumerated() {
      for (row, pair) in (form.pairs ?? []).enumerated()
      where pair >= 0 && !Turnout.isSilent(form, row) {
        sides[Int(pair)] |= 1 << UInt8(side)
      }
    }
    return sides.map { $0 == 3 }
  }

  private func flow(of responses: FormResponses, linked: [Bool]?) -> FormFlow {
    let waves = context.dataset.waves.indices.map { wave in
      (wave, responses.rows(inWave: wave))
    }
    let personsByWave = waves.map { _, rows in
      Set(
        rows.filter { !Turnout.isSilent(responses, Int($0)) }.map { responses.persons[Int($0)] })
    }
    let present = personsByWave.filter { !$0.isEmpty }
    let all = present.dropFirst().reduce(present.first ?? []) { $0.intersection($1) }
    let isGrouped = context.dataset.waves.contains { !$0.group.isEmpty }
    let linkedPersons = linked.map { linked in
      Set(
        responses.persons.indices.filter { row in
          guard let pair = responses.pairs?[row], pair >= 0, !Turnout.isSilent(responses, row)
          else { return false }
          return linked[Int(pair)]
        }.map { responses.persons[$0] })
    }
    let turnout = Turnout(of: responses)
    return FormFlow(
      formID: responses.form.id, role: responses.form.role,
      invitedCount: invited[responses.form.role.id] ?? invited[responses.form.id],
      personCount: responses.personCount - turnout.silentCount,
      partialPersonCount: turnout.partialCount, silentPersonCount: turnout.silentCount,
      knowsPersons: responses.knowsPersons,
      knowsCompletion: responses.completions.contains { $0 != .unknown },
      linkedPersonCount: linkedPersons?.count,
      allWavesPersonCount: responses.knowsPersons && present.count > 1 ? all.count : nil,
      sharedWaves: isGrouped
        ? [] : SharedWaves.all(in: responses, waves.map(\.1), links: context.links),
      waves: waves.filter { !$0.1.isEmpty }.map { wave, rows in
        flow(in: responses, wave: wave, rows: rows, answering: personsByWave[wave].count)
      })
  }

  private func flow(
    in responses: FormResponses, wave: Int, rows: [Int32], answering: Int
  ) -> WaveFlow {
    var missing: [MissingReason: Int] = [:]
    var cells = 0
    for item in responses.form.items {
      guard let column = responses.items[item.id] else {
        cells += rows.count
        continue
      }
      let rows =
        item.level == .person
        ? PersonRows.rows(of: rows, in: responses) { column.cells[$0] < CodedColumn.firstMissing }
        : rows
      cells += rows.count
      missing.merge(column.missingCounts(rows: rows), uniquingKeysWith: +)
    }
    return WaveFlow(
      wave: wave, base: context.links.base(of: rows, in: responses),
      answeringPersonCount: answering,
      askedCount: cells - (missing[.notAdministered] ?? 0), missing: missing)
  }
}

extension SharedWaves {
  /// What is known of every two waves that have rows.
  ///
  /// - Parameter waves: the rows of each wave.
  static func all(
    in responses: FormResponses, _ waves: [[Int32]], links: PersonLinks
  ) -> [SharedWaves] {
    let persons = waves.map { Set($0.map { responses.persons[Int($0)] }) }
    let partners = waves.map { Set(links.partners(of: $0, in: responses)) }
    let used = waves.indices.filter { !waves[$0].isEmpty }
    return used.flatMap { first in
      used.filter { $0 > first }.map { second in
        SharedWaves(
          first: first, second: second,
          persons: responses.knowsPersons ? !persons[first].isDisjoint(with: persons[second]) : nil,
          partners: shared(partners[first], partners[second]))
      }
    }
  }

  /// A partner who is not known, −1, may be any of the others.
  private static func shared(_ first: Set<Int32>, _ second: Set<Int32>) -> Bool? {
    guard !first.isEmpty, !second.isEmpty else { return nil }
    if first.intersection(second).contains(where: { $0 >= 0 }) { return true }
    return first.contains(-1) || second.contains(-1) ? nil : false
  }
}
