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
      knowsCompletion: responses.completions.contains { $0 != .unknown },
      linkedPersonCount: linkedPersons?.count,
      allWavesPersonCount: responses.knowsPersons && present.count > 1 ? all.count : nil,
      waves: waves.filter { !$0.1.isEmpty }.map { wave, rows in
        missing(in: responses, wave: wave, rows: rows)
      })
  }

  private func missing(
    in responses: FormResponses, wave: Int, rows: [Int32]
  ) -> WaveFlow {
    var missing: [MissingReason: Int] = [:]
    for item in responses.form.items {
      guard let column = responses.items[item.id] else { continue }
      missing.merge(column.missingCounts(rows: rows), uniquingKeysWith: +)
    }
    let cells = rows.count * responses.form.items.count
    return WaveFlow(
      wave: wave, base: context.links.base(of: rows, in: responses),
      askedCount: cells - (missing[.notAdministered] ?? 0), missing: missing)
  }
}
