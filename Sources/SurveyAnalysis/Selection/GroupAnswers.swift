package import SurveyModel
import NumericCore

/// Answers a question of statistics by groups, with small groups hidden.
package struct GroupAnswers {
  private let dataset: SurveyDataset
  private let question: GroupQuestion
  private let rule: DisclosureRule
  private let links: PersonLinks
  private let grouped: GroupedRows
  private let bound: [(form: Int, calls: [BoundCall])]

  /// A question whose names exist.
  ///
  /// - Parameter rule: the limits on small groups.
  /// - Throws: `QuestionError`.
  package init(
    _ question: GroupQuestion, of dataset: SurveyDataset, rule: DisclosureRule
  ) throws {
    self.question = question
    self.dataset = dataset
    self.rule = rule
    bound = try QuestionBinder(question: question, dataset: dataset).bind()
    grouped = try GroupedRows(dataset, question.selection)
    links = PersonLinks(dataset)
  }

  /// The answer.
  ///
  /// - Parameter published: what was published before and is protected together with the answer;
  ///   nil where nothing is.
  package func table(publishing published: inout PublishedGroups?) -> QueryTable {
    var sheet = AnswerSheet(
      fieldNames: grouped.fieldNames, hasRole: bound.count > 1, waves: dataset.waves)
    for (form, calls) in bound {
      let responses = dataset.forms[form]
      for (group, cells) in answers(calls, form: form, publishing: &published) {
        sheet.add(grouped.groups[group], role: responses.form.role, cells)
      }
    }
    return sheet.table
  }

  /// For each group with rows its cells, in the order of groups.
  private func answers(
    _ calls: [BoundCall], form: Int, publishing published: inout PublishedGroups?
  ) -> [(Int, GroupCells)] {
    let responses = dataset.forms[form]
    let data = FormGroups(responses, grouped: grouped, form: form, calls: calls)
    let protects = published != nil
    let answered = protects ? calls.map { $0.answered(in: responses) } : []
    var answers: [(Int, GroupCells)] = []
    // Large groups come first, so that what would follow by subtraction is the next smallest.
    for group in data.groupsBySize {
      let rows = protects || !data.isSimple ? data.rows[group] : []
      let base = data.base(ofGroup: group, links)
      var cells = GroupCells(base: base)
      for (index, call) in calls.enumerated() {
        var outcome = outcome(call, group: group, data)
        if case .shown = outcome, published != nil,
          let reason = published?.publish(
            Set(call.targets.map(\.id)), of: rows, in: responses, answered: answered[index],
            minimum: minimum)
        {
          outcome = .hidden(reason)
        }
        cells.add(outcome, of: call)
      }
      guard !(protects && grouped.usesAnswers && cells.isHidden) else { continue }
      answers.append((group, cells))
    }
    return answers.sorted { $0.0 < $1.0 }
  }

  private var minimum: Int { rule.minimumOfParts(usesAnswers: grouped.usesAnswers) }

  private func outcome(_ call: BoundCall, group: Int, _ data: FormGroups) -> CallOutcome {
    let base = data.base(ofGroup: group, answering: call, links)
    let allowance = DisclosureControl(rule: rule).allowance(for: base)
    if case .hidden(let reason) = allowance { return .hidden(reason) }
    let isCoarse = allowance == .coarse
    if isCoarse, grouped.usesAnswers || !call.hasCoarseForm {
      return .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom))
    }
    do throws(NumericError) {
      let input = try data.input(of: call, group: group, codebook: dataset.codebook)
      // The answers have no intervals, so their level does not matter.
      let values = try call.definition.compute(input, level: 0.95)
      return .shown(
        isCoarse
          ? call.coarse(values, in: data.responses.form)
          : values.map { AnswerValue($0.name, item: $0.item, .exact($0.value)) },
        warnings: isCoarse ? [] : values.flatMap(\.warnings).map(\.description))
    } catch {
      return isCoarse
        ? .hidden(.tooFewForCoefficients(fullFrom: rule.fullFrom)) : .undefined(error)
    }
  }
}

/// What became of one statistic in one group.
enum CallOutcome: Hashable {
  /// Its values.
  case shown([AnswerValue], warnings: [String])
  /// None, because of the persons behind it.
  case hidden(HiddenReason)
  /// None, because it can't be computed.
  case undefined(NumericError)
}

/// One value of a statistic as it may be shown.
struct AnswerValue: Hashable {
  let output: String
  let item: Int?
  let content: Content

  /// The value itself.
  enum Content: Hashable {
    /// Unrounded; nil where it is undefined for this item.
    case exact(Double?)
    /// Blurred.
    case share(BandShare)
  }

  init(_ output: String, item: Int?, _ content: Content) {
    self.output = output
    self.item = item
    self.content = content
  }
}

extension BoundCall {
  /// True for what may be shown of a small group: its size, a mean, a share.
  var hasCoarseForm: Bool {
    definition.input == .share || ["n", "mean"].contains(definition.id.rawValue)
  }

  /// The values as they may be shown of a small group.
  func coarse(_ values: [NamedValue], in form: Form) -> [AnswerValue] {
    values.map { value in
      guard let number = value.value, definition.id.rawValue != "n" else {
        return AnswerValue(value.name, item: value.item, .exact(value.value))
      }
      if definition.input == .share {
        return AnswerValue(value.name, item: value.item, .share(BandShare(number)))
      }
      let limits = targets.first?.limits(in: form)
      return AnswerValue(
        value.name, item: value.item, .exact(coarseMean(number, within: limits)))
    }
  }
}
