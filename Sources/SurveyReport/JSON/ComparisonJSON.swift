package import ReportDocument
package import SurveyAnalysis

/// A comparison as JSON, unrounded.
package enum ComparisonJSON {
  /// The comparison: `abacus.diff/1`.
  ///
  /// - Parameter showsAll: true for every number, also those that did not change.
  package static func value(_ comparison: NumbersComparison, showsAll: Bool) -> JSONValue {
    let changes = comparison.changes.filter { change in
      guard !showsAll else { return true }
      return change.isDifferent && change.verdict != .unchanged
    }
    return [
      "schema": "abacus.diff/1", "equal": .bool(comparison.isEqual),
      "old": edition(comparison.old), "new": edition(comparison.new),
      "overlap": .string(overlap(comparison.overlap)), "level": json(comparison.level),
      "judged_count": .integer(comparison.judgedCount),
      "beyond_noise_count": .integer(comparison.beyondNoise.count),
      "stands_out_count": .integer(comparison.standingOut.count),
      "expected_by_chance": json(comparison.expectedByChance),
      "responses": .array(comparison.turnouts.map { turnout($0, comparison.overlap) }),
      "changes": .array(changes.map(change)),
      "appeared": .array(comparison.appeared.map(oneSided)),
      "disappeared": .array(comparison.disappeared.map(oneSided)),
      "reworded": .array(comparison.reworded.map(reworded)),
    ]
  }

  private static func edition(_ edition: ReportEdition) -> JSONValue {
    [
      "title": .string(edition.title), "date": .string(edition.date),
      "engine": .string(edition.engine),
      "instrument": [
        "id": .string(edition.instrumentID), "version": .string(edition.instrumentVersion),
      ],
    ]
  }

  private static func overlap(_ overlap: SampleOverlap) -> String {
    switch overlap {
    case .unknown: "unknown"
    case .same: "same"
    case .disjoint: "disjoint"
    case .disjointAsStated: "disjoint_as_stated"
    case .otherWaves, .otherWavesOfSamePersons, .otherWavesOfSamePartners: "other_waves"
    case .counted: "counted"
    }
  }

  private static func turnout(_ turnout: TurnoutChange, _ overlap: SampleOverlap) -> JSONValue {
    let shared = overlap.overlap(form: turnout.formID, wave: turnout.waveID)
    return [
      "form": .string(turnout.formID), "wave": JSONValue(turnout.waveID),
      "old_count": JSONValue(turnout.old?.responseCount),
      "new_count": JSONValue(turnout.new?.responseCount),
      "old_person_count": JSONValue(turnout.old?.personCount),
      "new_person_count": JSONValue(turnout.new?.personCount),
      "shared_count": JSONValue(shared?.sharedCount),
    ]
  }

  private static func change(_ change: NumberChange) -> JSONValue {
    merged(
      merged(
        place(
          change.key.formID, change.key.waveID, change.key.subjectID, change.key.partID),
        [
          "kind": .string(change.key.kind.rawValue), "label": .string(change.new.label),
          "old_value": json(change.old.value), "new_value": json(change.new.value),
          "old_n": JSONValue(change.old.n), "new_n": JSONValue(change.new.n),
          "repeats": .bool(change.isRepeat),
        ]), verdict(change.verdict))
  }

  private static func verdict(_ verdict: NumberChange.Verdict) -> JSONValue {
    switch verdict {
    case .unchanged: ["verdict": "unchanged"]
    case .withinNoise(let found): merged(["verdict": "within_noise"], difference(found))
    case .beyondNoise(let found): merged(["verdict": "beyond_noise"], difference(found))
    case .unjudged(let value, let reason):
      [
        "verdict": "not_judged", "difference": json(value),
        "reason": .string(NumberWords.unjudged(reason)),
      ]
    case .hidden(let minimum):
      [
        "verdict": "hidden",
        "reason": .string("fewer than \(minimum) persons differ, or may"),
      ]
    case .notComparable(let reason):
      ["verdict": "not_comparable", "reason": .string(NumberWords.notComparable(reason))]
    }
  }

  private static func difference(_ difference: NumberDifference) -> JSONValue {
    [
      "difference": json(difference.value),
      "interval": [
        "lower": json(difference.lower), "upper": json(difference.upper),
        "level": json(difference.level), "method": .string(difference.method.rawValue),
      ], "shared_count": .integer(difference.sharedCount),
      "correlation": json(difference.correlation),
    ]
  }

  private static func oneSided(_ found: OneSided) -> JSONValue {
    merged(
      place(found.formID, found.waveID, found.subjectID, found.partID),
      [
        "kind": JSONValue(found.kind?.rawValue), "label": .string(found.label),
        "part_label": JSONValue(found.partLabel),
      ])
  }

  private static func reworded(_ found: Reworded) -> JSONValue {
    merged(
      place(found.formID, nil, found.subjectID, found.partID),
      ["old_label": .string(found.old), "new_label": .string(found.new)])
  }

  private static func place(
    _ form: String?, _ wave: String?, _ subject: String?, _ part: String?
  ) -> JSONValue {
    [
      "form": JSONValue(form), "wave": JSONValue(wave), "subject": JSONValue(subject),
      "part": JSONValue(part),
    ]
  }
}
