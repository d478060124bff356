package import NumericCore
package import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Descriptive numbers as JSON, unrounded.
package enum DescriptionJSON {
  static func item(_ detail: ItemDetail, missing: JSONValue) -> JSONValue {
    [
      "shown": "full", "missing": missing,
      "frequencies": .array(
        zip(detail.tally.codes, detail.tally.counts).map { code, count in
          [
            "code": .integer(code), "count": .integer(count),
            "share": json(Double(count) / Double(detail.tally.validCount)),
          ]
        }),
      "description": detail.description.map(description) ?? nil,
      "mean_interval": json(detail.meanInterval), "agree": detail.agree.map(share) ?? nil,
      "favourable": detail.favourable.map(share) ?? nil, "floor_rate": json(detail.floorRate),
      "ceiling_rate": json(detail.ceilingRate),
    ]
  }

  /// Everything a description holds.
  package static func description(_ value: Description) -> JSONValue {
    [
      "count": .integer(value.count), "sum": json(value.sum), "mean": json(value.mean),
      "variance": json(value.variance), "standard_deviation": json(value.standardDeviation),
      "standard_error": json(value.standardError), "minimum": json(value.minimum),
      "maximum": json(value.maximum), "median": json(value.median),
      "lower_quartile": json(value.quartiles.lower),
      "upper_quartile": json(value.quartiles.upper), "skewness": json(value.skewness.type2),
      "excess_kurtosis": json(value.excessKurtosis.type2),
      "modes": .array(value.modes.map { json($0) }),
    ]
  }

  static func share(_ value: ShareResult) -> JSONValue {
    [
      "count": .integer(value.proportion.successCount),
      "total": .integer(value.proportion.totalCount), "rate": json(value.proportion.rate),
      "interval": json(value.interval),
    ]
  }

  static func bands(_ value: ItemBands) -> JSONValue {
    [
      "favourable": value.favourable.map(band) ?? nil, "neutral": value.neutral.map(band) ?? nil,
      "unfavourable": value.unfavourable.map(band) ?? nil, "rounded_mean": json(value.roundedMean),
    ]
  }

  /// A blurred share: `{"about": 0.43}`, `{"at_most": 0.1}`, `{"at_least": 0.9}`.
  static func band(_ share: BandShare) -> JSONValue {
    switch share {
    case .about(let rate): ["about": json(rate)]
    case .atMostTenth: ["at_most": json(0.1)]
    case .atLeastNineTenths: ["at_least": json(0.9)]
    }
  }

  static func pair(_ detail: PairDetail) -> JSONValue {
    [
      "shown": "full", "first_description": description(detail.first),
      "second_description": description(detail.second),
      "first_interval": json(detail.firstInterval), "second_interval": json(detail.secondInterval),
      "gap": json(detail.gap), "gap_interval": json(detail.gapInterval),
      "exact_agreement_rate": json(detail.exactAgreementRate),
      "within_one_rate": json(detail.withinOneRate),
    ]
  }
}

/// Reliability as JSON, unrounded, each estimate with its passport.
enum ReliabilityJSON {
  static func head(_ result: ReliabilityResult, wave: String?) -> JSONValue {
    [
      "scale": .string(result.scale.id), "name": .string(result.scale.name),
      "form": .string(result.scale.formID), "wave": JSONValue(wave),
      "item_count": .integer(result.scale.items.count),
      "score": .string(result.scale.scoring.method.rawValue),
    ]
  }

  static func value(_ result: ReliabilityResult, wave: String?) -> JSONValue {
    let head = head(result, wave: wave)
    switch result.content {
    case .full(let detail):
      let asked: JSONValue =
        detail.asked.isEmpty ? [:] : ["asked": .array(detail.asked.map(AskedJSON.value))]
      return merged(
        merged(head, asked),
        [
          "shown": "full", "row_count": .integer(result.base.rowCount),
          "person_count": .integer(result.base.personCount),
          "ranks_persons": .string(Interpretation(result).code),
          "estimates": .array(([detail.headline] + detail.others).map(estimate)),
          "items": .array(
            detail.items.map { row in
              [
                "item": .string(row.item.id), "keying": .string(row.item.keying.rawValue),
                "item_rest_correlation": json(row.itemRestCorrelation),
                "alpha_if_item_dropped": json(row.alphaIfItemDropped),
              ]
            }),
        ])
    case .undefined(let reason):
      return merged(head, ["shown": "undefined", "reason": .string(Words.undefined(reason))])
    case .hidden, .coarse: return merged(head, ["shown": "hidden"])
    }
  }

  static func estimate(_ estimate: Estimate) -> JSONValue {
    [
      "statistic": .string(estimate.passport.definitionID), "value": json(estimate.value),
      "interval": json(estimate.interval), "resampled_interval": json(estimate.resampled),
      "passport": passport(estimate.passport),
    ]
  }

  static func passport(_ passport: Passport) -> JSONValue {
    [
      "name": .string(passport.name), "definition": .string(passport.sentence),
      "same_as": .array(passport.sameAs.map(JSONValue.string)),
      "not_same_as": .array(passport.notSameAs.map(JSONValue.string)),
      "reference": .string(passport.reference), "used_count": .integer(passport.usedCount),
      "dropped_count": .integer(passport.droppedCount),
      "items": .array(passport.itemIDs.map(JSONValue.string)),
      "reversed_items": .array(passport.reversedItemIDs.map(JSONValue.string)),
      "missing": .string(passport.missingRule.rawValue),
      "warnings": .array(passport.warnings.map { .string(Words.warning($0)) }),
    ]
  }
}
