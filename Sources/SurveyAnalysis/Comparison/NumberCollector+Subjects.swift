import NumericCore
import SurveyModel

extension NumberCollector {
  // MARK: Items and scales

  func numbers(of result: ItemResult) -> [PublishedNumber] {
    let item = result.item
    let subject = NumberSubject(
      form: result.formID, wave: waveIDs[result.wave], id: item.id, label: item.stem,
      n: result.content.tellsBase ? result.base.rowCount : nil,
      personCount: result.content.tellsBase ? result.base.personCount : nil)
    if let detail = result.content.detail {
      return nets(of: detail, subject, isIndependent: result.base.isIndependent)
        + options(of: detail, item, subject, isIndependent: result.base.isIndependent)
    }
    let reason = result.content.notShown ?? .undefined
    let nets: [NumberKind] =
      item.responseScale.kind == .nominal
      ? []
      : [.mean, .standardDeviation]
        + (item.responseScale.hasAnswerSides ? [.favourable, .agree] : []) + [.floor, .ceiling]
    return subject.absent(nets, reason)
      + item.responseScale.options.map { option in
        subject.number(
          .optionShare, part: String(option.code), partLabel: option.label, .notShown(reason))
      }
  }

  private func nets(
    of detail: ItemDetail, _ subject: NumberSubject, isIndependent: Bool
  ) -> [PublishedNumber] {
    guard let description = detail.description else { return [] }
    var numbers = [
      subject.number(.mean, .shown(ShownNumber(description.mean, description, detail.meanInterval)))
    ]
    numbers.append(
      subject.number(.standardDeviation, .shown(or: description.standardDeviation)))
    if let favourable = detail.favourable {
      numbers.append(subject.number(.favourable, .shown(ShownNumber(favourable))))
    }
    if let agree = detail.agree {
      numbers.append(subject.number(.agree, .shown(ShownNumber(agree))))
    }
    for (kind, count) in [
      (NumberKind.floor, detail.tally.counts.first), (.ceiling, detail.tally.counts.last),
    ] {
      numbers.append(
        subject.number(
          kind, share(count ?? 0, of: detail.tally.validCount, isIndependent: isIndependent)))
    }
    return numbers
  }

  private func options(
    of detail: ItemDetail, _ item: Item, _ subject: NumberSubject, isIndependent: Bool
  ) -> [PublishedNumber] {
    item.responseScale.options.map { option in
      subject.number(
        .optionShare, part: String(option.code), partLabel: option.label,
        share(
          detail.tally.count(of: option.code), of: detail.tally.validCount,
          isIndependent: isIndependent))
    }
  }

  private func share(
    _ count: Int, of total: Int, isIndependent: Bool
  ) -> PublishedNumber.Content {
    guard let share = try? Proportion(successCount: count, totalCount: total) else {
      return .notShown(.undefined)
    }
    return .shown(ShownNumber(share, level: level, isIndependent: isIndependent))
  }

  func numbers(of result: ScaleResult) -> [PublishedNumber] {
    let subject = NumberSubject(
      form: result.scale.formID, wave: waveIDs[result.wave], id: result.scale.id,
      label: result.scale.name, n: result.content.tellsBase ? result.base.rowCount : nil,
      personCount: result.content.tellsBase ? result.base.personCount : nil)
    guard let detail = result.content.detail else {
      return subject.absent(
        [.mean, .standardDeviation], result.content.notShown ?? .undefined)
    }
    let description = detail.description
    return [
      subject.number(
        .mean, .shown(ShownNumber(description.mean, description, detail.meanInterval))),
      subject.number(.standardDeviation, .shown(or: description.standardDeviation)),
    ]
  }

  func numbers(of result: ReliabilityResult) -> [PublishedNumber] {
    let detail = result.content.detail
    let subject = NumberSubject(
      form: result.scale.formID, wave: waveIDs[result.wave], id: result.scale.id,
      label: result.scale.name, n: detail?.headline.passport.usedCount,
      personCount: detail == nil ? nil : result.base.personCount)
    guard let detail else {
      let headline =
        result.scale.items.count == 2 ? SpearmanBrown.definition : CronbachAlpha.definition
      return subject.absent(
        [NumberKind(rawValue: headline.id.rawValue)], result.content.notShown ?? .undefined)
    }
    let estimates = ([detail.headline] + detail.others).map { estimate in
      // Where what the usual interval assumes does not hold, that of resamples is to be read.
      let interval = estimate.resampled?.interval ?? estimate.interval?.interval
      return subject.number(
        NumberKind(rawValue: estimate.passport.definitionID),
        .shown(ShownNumber(estimate.value, interval: interval)))
    }
    let items = detail.items.flatMap { row in
      [
        (NumberKind.itemRestCorrelation, row.itemRestCorrelation),
        (.alphaIfItemDropped, row.alphaIfItemDropped),
      ].map { kind, value in
        subject.number(kind, part: row.item.id, partLabel: row.item.stem, .shown(or: value))
      }
    }
    return estimates + items
  }

  func numbers(of result: MultiSelectResult) -> [PublishedNumber] {
    let subject = NumberSubject(
      form: result.formID, wave: waveIDs[result.wave], id: result.question.id,
      label: result.question.stem, n: result.toldBase?.rowCount,
      personCount: result.toldBase?.personCount)
    let reason = result.content.notShown ?? .undefined
    return result.question.options.enumerated().map { place, option in
      subject.number(
        .optionShare, part: option.code, partLabel: option.label,
        result.content.detail.map { .shown(ShownNumber($0.options[place])) } ?? .notShown(reason))
    }
  }

  // MARK: Pairs

  func numbers(of result: PairResult) -> [PublishedNumber] {
    let subject = NumberSubject(
      form: nil, wave: waveIDs[result.wave], id: result.id, label: result.label,
      n: result.content.tellsBase ? result.base.pairCount : nil, personCount: nil)
    guard let detail = result.content.detail else {
      let gap: [NumberKind] = result.kind == .sameTarget ? [.gap] : []
      let rates: [NumberKind] =
        gap.isEmpty || result.isScale
        ? [] : [.exactAgreement] + (result.tellsWithinOne ? [.withinOne] : [])
      return subject.absent(
        [.firstMean, .secondMean] + gap + rates, result.content.notShown ?? .undefined)
    }
    var numbers = [
      subject.number(
        .firstMean, .shown(ShownNumber(detail.first.mean, detail.first, detail.firstInterval))),
      subject.number(
        .secondMean, .shown(ShownNumber(detail.second.mean, detail.second, detail.secondInterval))),
    ]
    if let gap = detail.gap {
      let shown = ShownNumber(gap, interval: detail.gapInterval?.interval)
      numbers.append(subject.number(.gap, .shown(shown)))
    }
    for (kind, rate) in [
      (NumberKind.exactAgreement, detail.exactAgreementRate), (.withinOne, detail.withinOneRate),
    ] {
      guard let rate else { continue }
      // The rate is a count of pairs over their number.
      let count = Int((rate * Double(result.base.pairCount)).rounded())
      numbers.append(
        subject.number(
          kind,
          share(count, of: result.base.pairCount, isIndependent: !result.base.repeatsPersons)))
    }
    return numbers
  }

  func numbers(of result: PairOptionsResult) -> [PublishedNumber] {
    let subject = NumberSubject(
      form: nil, wave: waveIDs[result.wave], id: result.id, label: result.label,
      n: result.toldPairCount, personCount: nil)
    let reason = result.content.notShown ?? .undefined
    return result.options.enumerated().flatMap { place, option in
      let shares = result.content.detail?.options[place]
      return [
        (NumberKind.firstShare, shares?.first), (.secondShare, shares?.second),
        (.bothShare, shares?.both),
      ].map { kind, share in
        subject.number(
          kind, part: option.code, partLabel: option.label,
          share.map {
            .shown(
              ShownNumber($0, level: level, isIndependent: !result.base.repeatsPersons))
          } ?? .notShown(reason))
      }
    }
  }
}

extension PublishedNumber.Content {
  /// A number without an interval; undefined for nil.
  fileprivate static func shown(or value: Double?) -> Self {
    value.map { .shown(ShownNumber($0)) } ?? .notShown(.undefined)
  }
}
