import ReportDocument
import SurveyAnalysis

/// The parts of a comparison, as a document of its own and a section of a report show them.
struct ComparisonBlocks {
  let comparison: NumbersComparison
  /// What the older side is called in tables: "before", "early".
  var oldName = "before"
  /// What the newer side is called in tables.
  var newName = "now"
  /// True where options of the command are named.
  var namesOptions = false

  private var tables: ChangeTables {
    ChangeTables(comparison: comparison, oldName: oldName, newName: newName)
  }

  // MARK: What is beyond noise

  /// How many numbers were looked at, and how many are beyond noise, in sentences.
  var summary: [Block] {
    if comparison.isEqual {
      return [.paragraph("Both have the same numbers.")]
    }
    let judged = comparison.judgedCount
    guard judged > 0 else {
      return [.paragraph("No difference could be held against an interval.")]
    }
    let level = NumberStyle.level(comparison.level)
    let found = comparison.standingOut.count
    let own = comparison.beyondNoise.count
    let expected = NumberStyle.plain(decimals: 1).text(comparison.expectedByChance)
    let head =
      found == 0
      ? "No number changed beyond noise: nothing stands out among \(judged)."
      : "\(Words.count(found, "number", "numbers")) changed beyond noise, judged among \(judged)."
    return [
      .paragraph(
        InlineText(
          "\(head) \(Words.count(judged, "number was", "numbers were")) held against the \(level) interval of \(judged == 1 ? "its difference" : "their differences"), and \(Words.count(own, "interval leaves", "intervals leave")) zero out; were nothing different, about \(expected) would do so by chance alone, and rather in bunches than one by one, because numbers of one questionnaire go together. Changes are named only where they are more than that."
        ))
    ]
  }

  /// The table of numbers beyond noise; nothing where there is none.
  var beyondNoise: [Block] {
    let changes = comparison.standingOut
    guard !changes.isEmpty else { return [] }
    return [
      .table(
        tables.table(
          "Changed beyond noise", changes,
          note:
            "Of the changes named at most \(NumberStyle.percent().text(1 - comparison.level)) are noise on average (Benjamini & Hochberg 1995); each interval is the number’s own. Differences of shares are in percentage points. A difference says nothing about its cause."
        ))
    ]
  }

  /// What differs and can't be judged: how many, or a table of the main ones where nothing can be.
  var unjudged: [Block] {
    let changes = comparison.changes.filter { change in
      guard case .unjudged(_, let reason) = change.verdict, !change.isRepeat else { return false }
      return reason != .counted
    }
    guard !changes.isEmpty else { return [] }
    let others = namesOptions ? "; --all shows them all" : ""
    guard comparison.judgedCount == 0 else {
      let count = Words.count(changes.count, "number differs", "numbers differ")
      return [.note(InlineText("\(count) and can’t be held against an interval\(others)."))]
    }
    let main = changes.filter { tables.isMain($0.key) }
    guard !main.isEmpty else { return [] }
    return [
      .table(
        tables.table(
          "Different", main,
          note: InlineText(
            "Means, gaps, headline coefficients, and options of questions without a mean, \(main.count) of the \(Words.count(changes.count, "number that differs", "numbers that differ"))\(others)."
          )))
    ]
  }

  /// Every number of both.
  var everything: [Block] {
    [.table(tables.table("All numbers", comparison.changes, note: nil))]
  }

  // MARK: Who answered, and who is in both

  /// Who answered, before and now.
  var turnout: Block { .table(tables.turnout) }

  /// What is known of the answers in both, in a sentence.
  var overlap: Block { .note(InlineText(overlapWords)) }

  private var overlapWords: String {
    switch comparison.overlap {
    case .unknown:
      "How many answers are in both is not known, so no difference has an interval; and where few persons may have come, gone or changed an answer, none is shown."
        + (namesOptions ? " Say --disjoint where nobody is in both." : "")
    case .same:
      "Both are made from the same exports: what differs comes from the study file, the codebook or the engine, and not from chance."
    case .disjoint: "Nobody is in both: they are compared as independent groups."
    case .disjointAsStated:
      "They are compared as independent groups, because --disjoint says that nobody is in both; what is known of who answered neither shows nor contradicts it."
    case .otherWaves:
      "Persons may have answered in both waves, and how many is not among the numbers, so no difference has an interval."
        + (namesOptions ? " Say --disjoint where nobody did." : "")
    case .otherWavesOfSamePersons:
      "Persons answered in both waves, and how many is not among the numbers, so no difference has an interval."
    case .otherWavesOfSamePartners:
      "Persons in both waves are paired with the same partners, and how many is not among the numbers, so no difference has an interval."
    case .counted:
      "Answers that are in both make a difference less noisy, which its interval allows for."
    }
  }

  // MARK: What is not shown, and what came and went

  /// How many differences are hidden; nothing where none is.
  var hidden: [Block] {
    var counts: [String: Int] = [:]
    var places: [String] = []
    var minimum = 0
    for change in comparison.changes {
      guard case .hidden(let persons) = change.verdict else { continue }
      let place = comparison.place(form: change.key.formID, wave: change.key.waveID)
      if counts[place] == nil { places.append(place) }
      counts[place, default: 0] += 1
      if !change.key.kind.isOfPairs || minimum == 0 { minimum = persons }
    }
    guard !places.isEmpty else { return [] }
    let parts = places.map { "\($0) (\(Words.count(counts[$0] ?? 0, "number", "numbers")))" }
    return [
      .note(
        InlineText(
          "Hidden: \(Words.list(parts)). The difference would tell on fewer than \(minimum) persons, or may."
        ))
    ]
  }

  /// What only one side has, and what is worded otherwise; nothing where both have the same.
  var contents: [Block] {
    var points: [InlineText] = []
    if comparison.isOtherInstrument {
      points.append(
        InlineText(
          "The instrument was \(comparison.old.instrumentID), version \(comparison.old.instrumentVersion), and is \(comparison.new.instrumentID), version \(comparison.new.instrumentVersion)."
        ))
    }
    points += comparison.appeared.map { InlineText("New: \(words($0)).") }
    points += comparison.disappeared.map { InlineText("Gone: \(words($0)).") }
    points += comparison.reworded.map { change in
      let part = change.partID.map { ", option \($0)" } ?? ""
      return InlineText(
        "Worded otherwise: \(change.subjectID)\(part), “\(change.old)” before, “\(change.new)” now. Its numbers may differ for that reason."
      )
    }
    return points.isEmpty ? [] : [.bulletList(points)]
  }

  private func words(_ found: OneSided) -> String {
    let place = comparison.place(form: found.formID, wave: found.waveID)
    guard let subject = found.subjectID else { return place }
    var words = "\(subject), “\(found.label)”"
    if let part = found.partID {
      words += ", option \(part)" + (found.partLabel.map { ", “\($0)”" } ?? "")
    }
    if let kind = found.kind { words += ", \(NumberWords.name(kind))" }
    return "\(words) (\(place.prefix(1).lowercased() + place.dropFirst()))"
  }
}
