package import SurveyModel

/// Hides what the groups of a question would tell on few persons together with what was published.
package struct GroupControl {
  /// All responses.
  package let dataset: SurveyDataset
  /// The chosen rows, a wave for each group in each wave.
  package let split: SurveyDataset
  /// The limits of the study.
  package let rule: DisclosureRule
  /// True where rows were chosen or grouped by answers, so that who is in a group is an answer.
  package let usesAnswers: Bool

  /// Takes its parts.
  package init(
    dataset: SurveyDataset, split: SurveyDataset, rule: DisclosureRule, usesAnswers: Bool
  ) {
    self.dataset = dataset
    self.split = split
    self.rule = rule
    self.usesAnswers = usesAnswers
  }

  /// Persons and partners that every part needs; who answered alike is told of large groups only.
  package var minimum: Int { rule.minimumOfParts(usesAnswers: usesAnswers) }

  /// The results as they may be shown, and published with that.
  ///
  /// Large groups come first, so that what would follow by subtraction is the next smallest.
  package func control(
    _ results: AnalysisResults, publishing published: inout PublishedGroups
  ) -> AnalysisResults {
    var results = results
    for (form, wave) in groupsBySize {
      let responses = dataset.forms[form]
      let rows = split.forms[form].rows(inWave: wave)
      for index in results.items.indices
      where results.items[index].wave == wave && results.items[index].formID == responses.form.id {
        let item = results.items[index].item
        results.items[index].content = decided(
          results.items[index].content, base: results.items[index].base, [item.id], rows, responses,
          Answered.to(item, in: responses), &published)
        if results.items[index].content.isHidden { results.items[index].missing = [:] }
      }
      for index in results.scales.indices
      where results.scales[index].wave == wave
        && results.scales[index].scale.formID == responses.form.id
      {
        let result = results.scales[index]
        results.scales[index].content = decided(
          result.content, base: result.base, [result.scale.id], rows, responses,
          Answered.to(result.scale, in: responses), &published)
      }
      for index in results.reliabilities.indices
      where results.reliabilities[index].wave == wave
        && results.reliabilities[index].scale.formID == responses.form.id
      {
        let result = results.reliabilities[index]
        results.reliabilities[index].content = decided(
          result.content, base: result.weakestBase, [result.scale.id], rows, responses,
          Answered.toAll(result.scale.items, in: responses), &published)
      }
    }
    return usesAnswers ? withoutHidden(results) : results
  }

  /// That a group is hidden tells that somebody is in it, where its members are known by answers.
  private func withoutHidden(_ results: AnalysisResults) -> AnalysisResults {
    var results = results
    results.items.removeAll { $0.content.isHidden }
    results.scales.removeAll { $0.content.isHidden }
    results.reliabilities.removeAll { $0.content.isHidden }
    return results
  }

  /// Forms and waves that have rows, those with most rows first.
  private var groupsBySize: [(form: Int, wave: Int)] {
    var groups: [(form: Int, wave: Int, count: Int)] = []
    for (form, responses) in split.forms.enumerated() {
      var counts = [Int](repeating: 0, count: Wave.limit)
      for wave in responses.waves { counts[Int(wave)] += 1 }
      for wave in split.waves.indices where counts[wave] > 0 {
        groups.append((form, wave, counts[wave]))
      }
    }
    return groups.sorted { ($1.count, $0.form, $0.wave) < ($0.count, $1.form, $1.wave) }
      .map { ($0.form, $0.wave) }
  }

  private func decided<Detail>(
    _ content: Disclosed<Detail>, base: Base, _ targets: Set<String>, _ rows: [Int32],
    _ responses: FormResponses, _ answered: [Bool], _ published: inout PublishedGroups
  ) -> Disclosed<Detail> {
    switch content {
    case .hidden: return content
    case .undefined, .coarse:
      if usesAnswers { return .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom)) }
    case .full: break
    }
    if let reason = published.publish(
      targets, of: rows, in: responses, answered: answered, minimum: minimum)
    {
      return .hidden(reason)
    }
    return content
  }
}

/// Which rows of a form have an answer to something.
enum Answered {
  static func to(_ item: Item, in responses: FormResponses) -> [Bool] {
    responses.items[item.id]?.cells.map { $0 < CodedColumn.firstMissing }
      ?? [Bool](repeating: false, count: responses.rowCount)
  }

  static func to(_ scale: Scale, in responses: FormResponses) -> [Bool] {
    FormScores(responses).scores(of: scale).scores.map { $0 != nil }
  }

  static func toAll(_ items: [Item], in responses: FormResponses) -> [Bool] {
    var all = [Bool](repeating: true, count: responses.rowCount)
    for item in items {
      for (row, isAnswered) in to(item, in: responses).enumerated() where !isAnswered {
        all[row] = false
      }
    }
    return all
  }
}

extension Disclosed {
  /// True where nothing is shown because of the persons behind it.
  var isHidden: Bool { if case .hidden = self { true } else { false } }
}
