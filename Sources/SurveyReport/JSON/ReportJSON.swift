import NumericCore
package import ReportDocument
package import SurveyAnalysis
package import SurveyModel

/// Every number of a report, unrounded, as JSON; what is hidden in the report is hidden here.
package enum ReportJSON {
  /// The whole report: `abacus.report/1`.
  package static func report(_ input: ReportInput) -> JSONValue {
    let context = JSONContext(input: input)
    let results = input.results
    let instrument = input.codebook.instrument
    return [
      "schema": "abacus.report/1",
      "study": [
        "title": .string(input.study.title), "subtitle": JSONValue(input.study.subtitle),
        "notice": JSONValue(input.study.notice), "date": .string(input.date),
      ],
      "engine": .string(input.engine),
      "instrument": [
        "id": .string(instrument.id), "version": .string(instrument.version),
        "status": .string(instrument.status.rawValue), "title": .string(instrument.title),
      ],
      "waves": .array(input.waves.map { ["id": .string($0.id), "label": .string($0.label)] }),
      "options": context.options, "responses": context.flow(results.flow),
      "items": .array(results.items.map(context.item)),
      "scales": .array(results.scales.map(context.scale)),
      "reliability": .array(results.reliabilities.map(context.reliability)),
      "multi_select": .array(results.multiSelects.map(context.multiSelect)),
      "pairs": .array(results.pairs.map(context.pair)),
      "pair_options": .array(results.pairOptions.map(context.pairOptions)),
      "open_questions": .array(results.openQuestions.map(context.openQuestion)),
      "questions": .array(input.questions.map(QuestionJSON.value)),
      "findings": .array(input.findings.map(FindingJSON.value)),
    ]
  }

  /// The item and scale descriptions alone: `abacus.describe/1`.
  ///
  /// - Parameter items: ids of the items; nil for all, and the scales with them.
  package static func describe(_ input: ReportInput, items: [String]?) -> JSONValue {
    let context = JSONContext(input: input)
    let chosen = input.results.items.filter { items?.contains($0.item.id) ?? true }
    let scales = items == nil ? input.results.scales : []
    return [
      "schema": "abacus.describe/1", "items": .array(chosen.map(context.item)),
      "scales": .array(scales.map(context.scale)),
    ]
  }

  /// The reliability results alone: `abacus.reliability/1`.
  ///
  /// - Parameter scales: ids of the scales; nil for all.
  package static func reliability(_ input: ReportInput, scales: [String]?) -> JSONValue {
    let context = JSONContext(input: input)
    let chosen = input.results.reliabilities.filter { scales?.contains($0.scale.id) ?? true }
    return [
      "schema": "abacus.reliability/1", "scales": .array(chosen.map(context.reliability)),
    ]
  }

  /// Reliability of a bare file's items, group by group.
  package static func reliability(
    _ results: [(group: BareGroup, result: ReliabilityResult)]
  ) -> JSONValue {
    [
      "schema": "abacus.reliability/1",
      "scales": .array(
        results.map { group, result in
          merged(GroupJSON.value(group.values), ReliabilityJSON.value(result, wave: nil))
        }),
    ]
  }
}

/// A finding as JSON.
package enum FindingJSON {
  /// Code, severity, place, subject, count, message.
  package static func value(_ finding: Finding) -> JSONValue {
    [
      "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
      "file": JSONValue(finding.location?.file), "line": JSONValue(finding.location?.line),
      "column": JSONValue(finding.location?.column), "subject": JSONValue(finding.subject),
      "count": .integer(finding.count), "message": .string(finding.message),
    ]
  }

  /// The same, and whether it stops the run.
  package static func stopping(_ finding: Finding) -> JSONValue {
    merged(value(finding), ["stops": .bool(finding.severity == .fatal)])
  }
}

/// A number, or null where it is not finite.
func json(_ value: Double?) -> JSONValue {
  value.flatMap(FiniteNumber.init).map(JSONValue.number) ?? .null
}

/// An interval, or null beside the reason.
func json(_ outcome: IntervalOutcome?) -> JSONValue {
  switch outcome {
  case .interval(let interval)?:
    [
      "lower": json(interval.lower), "upper": json(interval.upper), "level": json(interval.level),
      "method": .string(interval.method.rawValue),
    ]
  case .absent(let reason)?: ["reason": .string(Words.absence(reason)), "value": nil]
  case nil: nil
  }
}

/// Pairs of two objects together; the second's win.
func merged(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
  guard case .object(let left) = first, case .object(let right) = second else { return second }
  return .object(left.merging(right))
}
