import SurveyAnalysis
import SurveyModel

/// The responses of a study as functions look at them: by number, by item and by scale.
final class StudyRows {
  /// The responses.
  let dataset: SurveyDataset
  /// Level of the intervals that functions answer with, 0–1.
  let confidenceLevel: Double
  /// How many groups of rows are being gathered; none between two questions.
  var openGroupCount = 0
  /// The number of the first row of each form, and of the row after the last.
  private let starts: [Int]
  private lazy var links = PersonLinks(dataset)
  private var groups: [GroupKey: RowGroups] = [:]

  private struct GroupKey: Hashable {
    let form: Int
    let waves: Set<UInt8>
  }

  /// The responses of a study.
  init(_ data: QueryData) {
    dataset = data.dataset
    confidenceLevel = data.confidenceLevel
    starts = dataset.forms.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.rowCount) }
  }

  /// How many responses there are, of all forms.
  var rowCount: Int { starts[starts.count - 1] }

  /// The numbers of the responses to a form.
  func numbers(ofForm index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  /// Who stands behind some rows of a form.
  func base(of rows: [Int32], ofForm index: Int) -> Base {
    links.base(of: rows, in: dataset.forms[index])
  }

  /// The group of each of some rows, within the waves that these are of; nil where some person is
  /// not known.
  func clusters(of rows: [Int32], ofForm index: Int) -> [Int]? {
    let responses = dataset.forms[index]
    let waves = Set(rows.map { responses.waves[Int($0)] })
    let key = GroupKey(form: index, waves: waves)
    let known =
      groups[key]
      ?? links.groups(
        of: responses.waves.indices.filter { waves.contains(responses.waves[$0]) }.map(Int32.init),
        in: responses)
    groups[key] = known
    return known.clusters(of: rows)
  }
}

/// What a name in a question stands for.
struct ResponseTarget {
  /// The position of its form.
  let formIndex: Int
  /// The item or the scale.
  let content: Content

  /// An item or a scale.
  enum Content {
    /// One item.
    case item(Item)
    /// A scale of items or of subscales.
    case scale(Scale)
  }
}

extension StudyRows {
  /// The item or scale of that name.
  ///
  /// - Throws: `QueryError` where there is none, or none that the statistic can be computed from.
  ///   Its words go on from the argument; they don't repeat the name, which may be an answer.
  func target(named name: String, for statistic: Statistic) throws(QueryError) -> ResponseTarget {
    let form = statistic.form
    let takesScales = form != .condition && form != .columnAndHighest && form != .item
    let takesItems = form != .items && form != .subscales
    for (index, responses) in dataset.forms.enumerated() {
      if let item = responses.form.item(name) {
        guard takesItems else { throw isItem(item, in: responses.form) }
        return ResponseTarget(formIndex: index, content: .item(try ordered(item, statistic)))
      }
      if let scale = responses.form.scale(name) {
        guard takesScales else {
          throw QueryError(
            "names the scale `\(scale.id)`; name one of its items, as a share is of one question")
        }
        try check(scale, form)
        return ResponseTarget(formIndex: index, content: .scale(scale))
      }
    }
    throw unknown(name, takesItems: takesItems, takesScales: takesScales)
  }

  private func ordered(_ item: Item, _ statistic: Statistic) throws(QueryError) -> Item {
    guard item.responseScale.kind != .nominal || statistic.isCount else {
      throw QueryError(
        "names item `\(item.id)`, whose options have no order; count them with GROUP BY instead")
    }
    guard !statistic.isShare || item.responseScale.hasAnswerSides else {
      throw QueryError(
        "names item `\(item.id)`, a rating, whose answers have no such share; ask for its mean")
    }
    return item
  }

  private func isItem(_ item: Item, in form: Form) -> QueryError {
    let scale = form.scales.first { $0.items.contains { $0.id == item.id } }
    let advice = scale.map { "name its scale, `\($0.id)`" } ?? "name a scale"
    return QueryError("names item `\(item.id)`, and one item has no such statistic; \(advice)")
  }

  private func check(_ scale: Scale, _ form: ArgumentForm) throws(QueryError) {
    if form == .items, scale.items.isEmpty {
      throw QueryError(
        "names scale `\(scale.id)`, which is made of subscales; use stratified_alpha, or name one of \(scale.subscaleIDs.joined(separator: ", "))"
      )
    }
    if form == .subscales, scale.subscaleIDs.isEmpty {
      throw QueryError(
        "names scale `\(scale.id)`, which is made of items; use cronbach_alpha, or name a scale of subscales"
      )
    }
  }

  private func unknown(_ name: String, takesItems: Bool, takesScales: Bool) -> QueryError {
    for responses in dataset.forms {
      let isOther =
        responses.form.multiSelect(name) != nil
        || responses.form.openQuestions.contains { $0.id == name }
      if isOther {
        return QueryError(
          "names `\(name)`, a question that is not answered with one code; name an item or a scale")
      }
    }
    let known = dataset.forms.flatMap { responses in
      (takesItems ? responses.form.items.map(\.id) : [])
        + (takesScales ? responses.form.scales.map(\.id) : [])
    }
    let kind = takesItems ? takesScales ? "item or scale" : "item" : "scale"
    let advice =
      NearestName.of(name, among: known).map { "did you mean '\($0)'?" }
      ?? "pass the id of one, or codes, such as `MA1_keyed`, instead of text"
    return QueryError("is text that is no \(kind) of the codebook; \(advice)")
  }
}
