import SurveyModel

extension DisclosureControl {
  /// All results as they may be shown: contents, and every count that stands beside them.
  package func control(_ results: AnalysisResults) -> AnalysisResults {
    let waves = WaveAllowances(results.flow, control: self)
    var results = results
    results.flow = control(results.flow)
    results.items = results.items.map { controlled($0, waves) }
    results.scales = results.scales.map { scale in
      var scale = scale
      scale.content = waves.asked(
        control(scale.content, base: scale.base), of: scale.scale, wave: scale.wave)
      return scale
    }
    results.reliabilities = results.reliabilities.map { result in
      var result = result
      result.content = waves.asked(
        control(result.content, base: result.weakestBase), of: result.scale, wave: result.wave)
      return result
    }
    results.multiSelects = results.multiSelects.map(controlled)
    results.openQuestions = results.openQuestions.map(controlled)
    results.pairs = results.pairs.map { pair in
      var pair = pair
      pair.content = control(pair.content, base: pair.base)
      return pair
    }
    results.pairOptions = results.pairOptions.map { pair in
      var pair = pair
      pair.content = control(pair.content, base: pair.base)
      return pair
    }
    return results
  }

  private func controlled(_ item: ItemResult, _ waves: WaveAllowances) -> ItemResult {
    var item = item
    item.content = control(item.content, base: item.unanswering ?? item.base)
    if item.item.condition != nil {
      item.content = waves.asked(item.content, formID: item.formID, wave: item.wave)
    }
    switch item.content {
    case .full, .undefined: break
    // How many declined, or were not asked, is as telling as how many agreed.
    case .coarse, .hidden: item.missing = [:]
    }
    return item
  }

  private func controlled(_ question: MultiSelectResult) -> MultiSelectResult {
    var question = question
    question.content = control(question.content, base: question.base)
    if question.content.detail == nil {
      question.nothingTickedCount = nil
      question.notShownCount = nil
      question.brokenOffCount = nil
      question.unreadableCount = nil
    }
    return question
  }

  private func controlled(_ question: OpenQuestionResult) -> OpenQuestionResult {
    var question = question
    if case .hidden = allowance(for: question.base) { question.answeredCount = nil }
    return question
  }

  /// Who answered stays; how many of their answers are missing goes where the group is small.
  private func control(_ flow: ResponseFlow) -> ResponseFlow {
    var flow = flow
    for form in flow.forms.indices {
      for wave in flow.forms[form].waves.indices
      where allowance(for: flow.forms[form].waves[wave].base) != .full {
        flow.forms[form].waves[wave].askedCount = nil
        flow.forms[form].waves[wave].missing = nil
      }
    }
    return flow
  }
}

/// What may be shown of everyone who filled in a form in a wave.
private struct WaveAllowances {
  private let fullFrom: Int
  private var byForm: [String: [Int: DisclosureControl.Allowance]] = [:]

  init(_ flow: ResponseFlow, control: DisclosureControl) {
    fullFrom = control.rule.fullFrom
    for form in flow.forms {
      for wave in form.waves {
        byForm[form.formID, default: [:]][wave.wave] = control.allowance(for: wave.base)
      }
    }
  }

  /// A result of a question that only some are asked: that none of a small group was asked tells
  /// something of each of them.
  func asked<Detail>(
    _ content: Disclosed<Detail>, formID: String, wave: Int
  ) -> Disclosed<Detail> {
    guard case .undefined(.notAdministered) = content else { return content }
    switch byForm[formID]?[wave] {
    case .full?: return content
    case .hidden(let reason)?: return .hidden(reason)
    case .coarse?, nil: return .hidden(.tooFewForCoefficients(fullFrom: fullFrom))
    }
  }

  /// The same of a scale, where any of its items has a condition or its parts may have one.
  func asked<Detail>(
    _ content: Disclosed<Detail>, of scale: Scale, wave: Int
  ) -> Disclosed<Detail> {
    let isForAll = !scale.items.isEmpty && scale.items.allSatisfy { $0.condition == nil }
    return isForAll ? content : asked(content, formID: scale.formID, wave: wave)
  }
}
