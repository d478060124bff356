package import SurveyModel

/// A group of rows of which something was published.
package struct PublishedGroup: Hashable, Sendable {
  /// The form whose rows they are.
  package let formID: String
  /// The items, scales and attributes of which something was published.
  package let targets: Set<String>
  /// The group's rows in the form, ascending.
  package let rows: [Int32]

  /// Takes its parts.
  package init(formID: String, targets: Set<String>, rows: [Int32]) {
    self.formID = formID
    self.targets = targets
    self.rows = rows
  }
}

extension DisclosureRule {
  /// How many persons and partners every part must keep; more where groups are made by answers, so that
  /// who is in a group is an answer itself.
  func minimumOfParts(usesAnswers: Bool) -> Int { usesAnswers ? max(fullFrom, minimum) : minimum }
}

/// What was published of a study's groups, so that nothing more is published that singles out few.
///
/// Every published group cuts the rows of its form in two, those inside and those outside; all of
/// them together cut the rows into *parts*. Whatever can be worked out from published groups by
/// adding, subtracting and intersecting them is a sum over whole parts. So a group is refused where
/// it would leave a part in which somebody, but fewer than the minimum of persons or of their
/// partners, gave an answer to what is asked.
///
/// Items and the scales made of them are cut together, because a score is a sum of its items.
/// Everyone in a wave counts as published: reports show it. `docs/explanation/disclosure.md`.
package struct PublishedGroups {
  private let dataset: SurveyDataset
  private let links: PersonLinks
  private let families: TargetFamilies
  /// For each form and family the part of each row.
  private var parts: [Key: [Int32]] = [:]
  /// What was published since this was made, for the log.
  package private(set) var added: [PublishedGroup] = []

  private struct Key: Hashable {
    let formID: String
    let family: String
  }

  /// Nothing is published but everyone in each wave.
  package init(_ dataset: SurveyDataset) {
    self.dataset = dataset
    links = PersonLinks(dataset)
    families = TargetFamilies(dataset.codebook)
  }

  /// Takes a group that was published before.
  package mutating func restore(_ group: PublishedGroup) {
    guard let responses = dataset.responses(to: group.formID) else { return }
    let isInside = Self.flags(group.rows, count: responses.rowCount)
    for family in families.of(group.targets) {
      let key = Key(formID: group.formID, family: family)
      parts[key] = Self.cut(parts[key] ?? responses.waves.map(Int32.init), isInside)
    }
  }

  /// Publishes something of a group, or says why not.
  ///
  /// - Parameters:
  ///   - targets: what it is computed from.
  ///   - rows: the group's rows in the form.
  ///   - answered: for each row of the form whether it has an answer to it, inside the group or not.
  ///   - minimum: how many persons and partners every part must have.
  package mutating func publish(
    _ targets: Set<String>, of rows: [Int32], in responses: FormResponses, answered: [Bool],
    minimum: Int
  ) -> HiddenReason? {
    let isInside = Self.flags(rows, count: responses.rowCount)
    var isTouched = [Bool](repeating: false, count: Wave.limit)
    for row in rows { isTouched[Int(responses.waves[Int(row)])] = true }
    let relevant = (0..<Int32(responses.rowCount)).filter {
      answered[Int($0)] && isTouched[Int(responses.waves[Int($0)])]
    }
    var cuts: [(Key, [Int32])] = []
    for family in families.of(targets) {
      let key = Key(formID: responses.form.id, family: family)
      let cut = Self.cut(parts[key] ?? responses.waves.map(Int32.init), isInside)
      guard isSafe(relevant, cut, in: responses, minimum: minimum) else {
        return .singlesOut(minimum: minimum)
      }
      cuts.append((key, cut))
    }
    for (key, cut) in cuts { parts[key] = cut }
    note(targets, rows, responses.form.id)
    return nil
  }

  /// True where every part with an answer has enough persons and partners who gave one.
  private func isSafe(
    _ rows: [Int32], _ parts: [Int32], in responses: FormResponses, minimum: Int
  ) -> Bool {
    // Parts are numbered without gaps.
    var ends = [Int](repeating: 0, count: Int(parts.max() ?? -1) + 1)
    for row in rows { ends[Int(parts[Int(row)])] += 1 }
    guard ends.allSatisfy({ $0 == 0 || $0 >= minimum }) else { return false }
    // Where each row is a person of its own, their numbers are all there is to know.
    if responses.pairs == nil, responses.personCount == responses.rowCount { return true }
    let counts = ends
    for part in ends.indices.dropFirst() { ends[part] += ends[part - 1] }
    let starts = zip(ends, counts).map { $0 - $1 }
    var places = starts
    var sorted = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let part = Int(parts[Int(row)])
      sorted[places[part]] = row
      places[part] += 1
    }
    return starts.indices.allSatisfy { part in
      guard counts[part] > 0 else { return true }
      let base = links.base(of: Array(sorted[starts[part]..<ends[part]]), in: responses)
      return base.personCount >= minimum && base.partnerCount ?? minimum >= minimum
    }
  }

  private mutating func note(_ targets: Set<String>, _ rows: [Int32], _ formID: String) {
    if let last = added.last, last.formID == formID, last.rows == rows {
      added[added.count - 1] = PublishedGroup(
        formID: formID, targets: last.targets.union(targets), rows: rows)
    } else {
      added.append(PublishedGroup(formID: formID, targets: targets, rows: rows))
    }
  }

  private static func flags(_ rows: [Int32], count: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    for row in rows where flags.indices.contains(Int(row)) { flags[Int(row)] = true }
    return flags
  }

  /// Parts cut in two, numbered from 0 in the order of their first rows.
  private static func cut(_ parts: [Int32], _ isInside: [Bool]) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: 2 * (Int(parts.max() ?? -1) + 1))
    var count: Int32 = 0
    return zip(parts, isInside).map { part, isInside in
      let half = Int(part) * 2 + (isInside ? 1 : 0)
      if numbers[half] < 0 {
        numbers[half] = count
        count += 1
      }
      return numbers[half]
    }
  }
}

/// Items and scales whose numbers determine each other: a score is a sum of its items.
struct TargetFamilies {
  private var family: [String: String] = [:]

  init(_ codebook: Codebook) {
    for form in codebook.forms {
      for scale in form.scales {
        let members = [scale.id] + scale.items.map(\.id) + scale.subscaleIDs
        let joined = Set(members.map { family[$0] ?? $0 })
        guard let name = joined.min() else { continue }
        for member in members { family[member] = name }
        for (member, own) in family where joined.contains(own) { family[member] = name }
      }
    }
  }

  /// The families of some targets, in order.
  func of(_ targets: Set<String>) -> [String] {
    Set(targets.map { family[$0] ?? $0 }).sorted()
  }
}
