import NumericCore
import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Turns results into JSON with the names of a study's waves and roles.
struct JSONContext {
  let input: ReportInput

  var options: JSONValue {
    let rule = input.study.disclosure
    return [
      "confidence_level": json(input.study.report.confidenceLevel),
      "missing": .string(input.study.report.missing),
      "disclosure": [
        "minimum": .integer(rule.minimum), "full_from": .integer(rule.fullFrom),
        "largest_share": json(rule.largestShare),
      ],
    ]
  }

  private func wave(_ index: Int) -> JSONValue { .string(input.waves[index].id) }

  /// The group that a wave is split into, by field; nothing where it is whole.
  private func group(_ index: Int) -> JSONValue { GroupJSON.value(input.waves[index].group) }

  private func missing(_ counts: [MissingReason: Int]) -> JSONValue {
    .object(JSONObject(MissingReason.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) }))
  }

  // MARK: Who answered

  func flow(_ flow: ResponseFlow) -> JSONValue {
    [
      "pair_count": JSONValue(flow.pairCount), "linked_pair_count": JSONValue(flow.linkedPairCount),
      "forms": .array(flow.forms.map(form)), "sources": .array(flow.sources.map(source)),
    ]
  }

  private func form(_ form: FormFlow) -> JSONValue {
    [
      "form": .string(form.formID), "role": .string(form.role.id),
      "invited_count": JSONValue(form.invitedCount), "person_count": .integer(form.personCount),
      "partial_person_count": .integer(form.partialPersonCount),
      "response_rate": json(form.responseRate),
      "complete_response_rate": json(form.completeResponseRate),
      "linked_person_count": JSONValue(form.linkedPersonCount),
      "all_waves_person_count": JSONValue(form.allWavesPersonCount),
      "waves": .array(
        form.waves.map { flow in
          [
            "wave": wave(flow.wave), "row_count": .integer(flow.base.rowCount),
            "person_count": .integer(flow.base.personCount),
            "response_rate": json(form.response(in: flow)?.rate),
            "asked_count": JSONValue(flow.askedCount), "missing": flow.missing.map(missing) ?? nil,
          ]
        }),
    ]
  }

  private func source(_ source: SourceIntake) -> JSONValue {
    [
      "file": .string(source.file), "form": .string(source.formID),
      "dialect": .string(source.dialect), "encoding": .string(source.format.encoding.rawValue),
      "encoding_assumed": .bool(source.format.isEncodingAssumed),
      "delimiter": .string(source.format.delimiterName),
      "compression": JSONValue(source.format.compression?.rawValue),
      "record_count": .integer(source.recordCount), "kept_count": .integer(source.keptCount),
      "unfinished_count": JSONValue(source.unfinishedCount),
      "left_out": .object(
        JSONObject(source.leftOut.map { ($0.reason.rawValue, .integer($0.count)) })),
    ]
  }

  // MARK: Items and scales

  func item(_ result: ItemResult) -> JSONValue {
    let head = merged(
      group(result.wave),
      [
        "item": .string(result.item.id), "form": .string(result.formID), "wave": wave(result.wave),
        "stem": .string(result.item.stem), "keying": .string(result.item.keying.rawValue),
        "domain": JSONValue(result.item.domainID),
      ])
    let counts: JSONValue = [
      "row_count": .integer(result.base.rowCount),
      "person_count": .integer(result.base.personCount),
    ]
    switch result.content {
    case .full(let detail):
      return merged(
        merged(head, counts), DescriptionJSON.item(detail, missing: missing(result.missing)))
    case .coarse(let bands):
      return merged(
        merged(head, counts), ["shown": "bands", "bands": DescriptionJSON.bands(bands)])
    case .hidden(let reason): return merged(head, hidden(reason, result.formID))
    case .undefined(let reason): return merged(head, undefined(reason))
    }
  }

  func scale(_ result: ScaleResult) -> JSONValue {
    let ranksPersons = JSONValue(input.interpretation(of: result)?.code)
    let head = merged(
      group(result.wave),
      [
        "scale": .string(result.scale.id), "form": .string(result.scale.formID),
        "wave": wave(result.wave), "name": .string(result.scale.name),
        "domain": JSONValue(result.scale.domainID),
      ])
    let counts: JSONValue = [
      "row_count": .integer(result.base.rowCount),
      "person_count": .integer(result.base.personCount),
    ]
    switch result.content {
    case .full(let detail):
      let body: JSONValue = [
        "shown": "full", "unscored_count": .integer(result.unscoredCount),
        "ranks_persons": ranksPersons,
        "scores": DescriptionJSON.description(detail.description),
        "mean_interval": json(detail.meanInterval),
        "histogram": .array(
          detail.histogram.map { bin in
            [
              "lower": json(bin.lower), "upper": json(bin.upper),
              "upper_included": .bool(bin.includesUpper), "count": .integer(bin.count),
            ]
          }),
      ]
      return merged(merged(head, counts), body)
    case .coarse(let coarse):
      return merged(
        merged(head, counts),
        [
          "shown": "bands", "rounded_mean": json(coarse.roundedMean), "ranks_persons": ranksPersons,
        ])
    case .hidden(let reason): return merged(head, hidden(reason, result.scale.formID))
    case .undefined(let reason): return merged(head, undefined(reason))
    }
  }

  func reliability(_ result: ReliabilityResult) -> JSONValue {
    let wave = input.waves[result.wave].id
    switch result.content {
    case .hidden(let reason):
      return merged(
        merged(group(result.wave), ReliabilityJSON.head(result, wave: wave)),
        hidden(reason, result.scale.formID))
    default: return merged(group(result.wave), ReliabilityJSON.value(result, wave: wave))
    }
  }

  // MARK: Questions and pairs

  func multiSelect(_ result: MultiSelectResult) -> JSONValue {
    let head: JSONValue = [
      "question": .string(result.question.id), "form": .string(result.formID),
      "wave": wave(result.wave),
    ]
    let counts: JSONValue = [
      "row_count": .integer(result.base.rowCount),
      "person_count": .integer(result.base.personCount),
      "nothing_ticked_count": JSONValue(result.nothingTickedCount),
      "not_shown_count": JSONValue(result.notShownCount),
      "broken_off_count": JSONValue(result.brokenOffCount),
      "unreadable_count": JSONValue(result.unreadableCount),
    ]
    let codes = result.question.options.map(\.code)
    switch result.content {
    case .full(let detail):
      let options = zip(codes, detail.options).map { code, share -> JSONValue in
        merged(["option": .string(code)], DescriptionJSON.share(share))
      }
      return merged(merged(head, counts), ["shown": "full", "options": .array(options)])
    case .coarse(let shares):
      let options = zip(codes, shares).map { code, share -> JSONValue in
        ["option": .string(code), "share": DescriptionJSON.band(share)]
      }
      return merged(head, ["shown": "bands", "options": .array(options)])
    case .hidden(let reason): return merged(head, hidden(reason, result.formID))
    case .undefined(let reason): return merged(head, undefined(reason))
    }
  }

  func openQuestion(_ result: OpenQuestionResult) -> JSONValue {
    [
      "question": .string(result.question.id), "form": .string(result.formID),
      "wave": wave(result.wave), "answered_count": JSONValue(result.answeredCount),
      "row_count": .integer(result.rowCount),
    ]
  }

  func pair(_ result: PairResult) -> JSONValue {
    let head: JSONValue = [
      "pair": .string(result.id), "label": .string(result.label),
      "kind": .string(result.kind.rawValue), "wave": wave(result.wave),
      "first": .array(result.first.map { .string($0.id) }),
      "second": .array(result.second.map { .string($0.id) }),
    ]
    let counts: JSONValue = [
      "pair_count": .integer(result.base.pairCount),
      "first_person_count": .integer(result.base.firstPersonCount),
      "second_person_count": .integer(result.base.secondPersonCount),
    ]
    switch result.content {
    case .full(let detail):
      return merged(
        merged(merged(head, counts), DescriptionJSON.pair(detail)), selection(of: result))
    case .coarse(let coarse):
      return merged(
        merged(head, counts),
        [
          "shown": "bands", "first_rounded_mean": json(coarse.first),
          "second_rounded_mean": json(coarse.second),
        ])
    case .hidden(let reason):
      return merged(head, hidden(reason, input.codebook.forms.first?.id ?? ""))
    case .undefined(let reason): return merged(head, undefined(reason))
    }
  }

  /// Whether a gap stands out among all of its wave; of the last wave, whose gaps are looked at.
  private func selection(of result: PairResult) -> JSONValue {
    guard let selection = input.gapSelection,
      let gap = selection.gaps.first(where: { $0.result == result })
    else { return [:] }
    return [
      "selection": [
        "looked_at_count": .integer(selection.count), "interval": json(gap.interval),
        "stands_out": .bool(gap.standsOut),
      ]
    ]
  }

  func pairOptions(_ result: PairOptionsResult) -> JSONValue {
    let head: JSONValue = [
      "pair": .string(result.id), "label": .string(result.label),
      "kind": .string(result.kind.rawValue), "wave": wave(result.wave),
    ]
    let codes = result.options.map { JSONValue.string($0.code) }
    switch result.content {
    case .full(let detail):
      let options = zip(codes, detail.options).map { code, option -> JSONValue in
        [
          "option": code, "first_rate": json(option.first.rate),
          "second_rate": json(option.second.rate), "both_rate": json(option.both.rate),
        ]
      }
      return merged(
        head,
        [
          "shown": "full", "pair_count": .integer(result.base.pairCount),
          "excluded_count": .integer(result.excludedCount), "options": .array(options),
        ])
    case .coarse(let coarse):
      let shares = zip(coarse.first, coarse.second).map { first, second -> JSONValue in
        ["first": DescriptionJSON.band(first), "second": DescriptionJSON.band(second)]
      }
      let options = zip(codes, shares).map { merged(["option": $0], $1) }
      return merged(head, ["shown": "bands", "options": .array(options)])
    case .hidden(let reason):
      return merged(head, hidden(reason, input.codebook.forms.first?.id ?? ""))
    case .undefined(let reason): return merged(head, undefined(reason))
    }
  }

  private func hidden(_ reason: HiddenReason, _ formID: String) -> JSONValue {
    ["shown": "hidden", "reason": .string(input.words(reason, formID: formID))]
  }

  private func undefined(_ reason: Undefined) -> JSONValue {
    ["shown": "undefined", "reason": .string(Words.undefined(reason))]
  }
}
