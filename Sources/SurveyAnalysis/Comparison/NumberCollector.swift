import NumericCore
import SurveyModel

/// Takes the numbers out of results.
struct NumberCollector {
  /// For each wave its id; nil where the study has no waves.
  let waveIDs: [String?]
  /// Level of the intervals of shares that come without one.
  let level: Double

  func numbers(of results: AnalysisResults) -> [PublishedNumber] {
    var numbers = turnout(results.flow)
    for item in results.items { numbers += self.numbers(of: item) }
    for scale in results.scales { numbers += self.numbers(of: scale) }
    for result in results.reliabilities { numbers += self.numbers(of: result) }
    for question in results.multiSelects { numbers += self.numbers(of: question) }
    for pair in results.pairs { numbers += self.numbers(of: pair) }
    for pair in results.pairOptions { numbers += self.numbers(of: pair) }
    for question in results.openQuestions { numbers.append(written(question)) }
    return numbers
  }

  // MARK: Who answered

  private func turnout(_ flow: ResponseFlow) -> [PublishedNumber] {
    var numbers: [PublishedNumber] = []
    if let linked = flow.linkedPairCount {
      numbers.append(count(linked, NumberKey(.linkedPairs), label: "pairs"))
    }
    for form in flow.forms {
      let label = form.role.plural
      numbers.append(
        count(form.personCount, NumberKey(.respondents, form: form.formID), label: label))
      if let invited = form.invitedCount {
        numbers.append(count(invited, NumberKey(.invited, form: form.formID), label: label))
      }
      if let invited = form.invitedCount, let rate = form.responseRate {
        numbers.append(
          PublishedNumber(
            key: NumberKey(.responseRate, form: form.formID), label: label, n: invited,
            personCount: invited, content: .shown(ShownNumber(rate))))
      }
      for wave in form.waves { numbers += turnout(wave, form: form.formID, label: label) }
    }
    return numbers
  }

  private func turnout(_ flow: WaveFlow, form: String, label: String) -> [PublishedNumber] {
    let wave = waveIDs[flow.wave]
    let missing = MissingReason.allCases.filter { $0 != .notAdministered }.map { reason in
      let content: PublishedNumber.Content =
        if let asked = flow.askedCount, let missing = flow.missing {
          asked == 0
            ? .notShown(.undefined)
            : .shown(ShownNumber(Double(missing[reason] ?? 0) / Double(asked)))
        } else {
          .notShown(.hidden)
        }
      return PublishedNumber(
        key: NumberKey(.missingShare, form: form, wave: wave, part: reason.rawValue),
        label: label, n: flow.base.rowCount, personCount: flow.base.personCount, content: content)
    }
    return [
      count(
        flow.base.rowCount, NumberKey(.responses, form: form, wave: wave), label: label),
      count(
        flow.base.personCount, NumberKey(.persons, form: form, wave: wave), label: label),
    ] + missing
  }

  private func count(_ count: Int, _ key: NumberKey, label: String) -> PublishedNumber {
    PublishedNumber(
      key: key, label: label, n: nil, personCount: nil,
      content: .shown(ShownNumber(Double(count))))
  }

  private func written(_ result: OpenQuestionResult) -> PublishedNumber {
    NumberSubject(
      form: result.formID, wave: waveIDs[result.wave], id: result.question.id,
      label: result.question.stem, n: result.rowCount, personCount: nil
    ).number(
      .written,
      result.answeredCount.map { .shown(ShownNumber(Double($0))) } ?? .notShown(.hidden))
  }
}

/// What several numbers are of, and who is behind them.
struct NumberSubject {
  let form: String?
  let wave: String?
  let id: String
  let label: String
  let n: Int?
  let personCount: Int?

  func number(
    _ kind: NumberKind, part: String? = nil, partLabel: String? = nil,
    _ content: PublishedNumber.Content
  ) -> PublishedNumber {
    PublishedNumber(
      key: NumberKey(kind, form: form, wave: wave, subject: id, part: part), label: label,
      partLabel: partLabel, n: n, personCount: personCount, content: content)
  }

  /// Several numbers that are not shown, for one reason.
  func absent(
    _ kinds: [NumberKind], _ reason: PublishedNumber.NotShown
  ) -> [PublishedNumber] {
    kinds.map { number($0, .notShown(reason)) }
  }
}

extension Disclosed {
  /// Why no exact number is shown; nil where they are.
  var notShown: PublishedNumber.NotShown? {
    switch self {
    case .full: nil
    case .coarse: .coarse
    case .hidden: .hidden
    case .undefined: .undefined
    }
  }

  /// True where the report says how many are behind the result.
  var tellsBase: Bool { notShown == nil || notShown == .coarse }
}

extension ShownNumber {
  /// A share with Wilson's interval and the binomial standard error, where rows are independent.
  init(_ proportion: Proportion, level: Double, isIndependent: Bool) {
    self.init(
      proportion.rate, interval: isIndependent ? try? proportion.wilson(level: level) : nil,
      standardError: isIndependent ? proportion.standardError : nil)
  }

  /// A share as results hold it.
  init(_ share: ShareResult) {
    let interval = share.interval.interval
    self.init(
      share.proportion.rate, interval: interval,
      standardError: interval.map { _ in share.proportion.standardError })
  }

  /// A mean with its interval. A standard error stands beside Student's t only, which takes rows as
  /// independent.
  init(_ mean: Double, _ description: Description, _ outcome: IntervalOutcome?) {
    let interval = outcome?.interval
    self.init(
      mean, interval: interval,
      standardError: interval?.method == .studentT ? description.standardError : nil)
  }
}

extension Proportion {
  /// √(p(1 − p) / n), of independent rows.
  fileprivate var standardError: Double {
    (rate * (1 - rate) / Double(totalCount)).squareRoot()
  }
}
