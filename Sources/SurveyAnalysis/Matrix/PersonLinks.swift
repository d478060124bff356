package import SurveyModel

/// Who stands behind the rows of each form: persons, and the persons they are paired with.
package struct PersonLinks {
  private let partners: [String: [Int32]]
  private let clusterFormID: String?

  /// Links the forms of a dataset through their pairs.
  package init(_ dataset: SurveyDataset) {
    let linked = dataset.forms.filter { $0.pairs != nil }
    guard linked.count == 2 else {
      partners = [:]
      clusterFormID = nil
      return
    }
    // The side whose persons have several pairs is the one that others are nested in.
    let cluster = linked.max { Self.pairsPerPerson($0) < Self.pairsPerPerson($1) } ?? linked[0]
    clusterFormID = cluster.form.id
    var partners: [String: [Int32]] = [:]
    for (own, other) in [(linked[0], linked[1]), (linked[1], linked[0])] {
      partners[own.form.id] = Self.partners(
        of: own, in: other, pairCount: dataset.pairCount, isNested: own.form.id != clusterFormID)
    }
    self.partners = partners
  }

  private static func pairsPerPerson(_ responses: FormResponses) -> Double {
    let pairs = Set((responses.pairs ?? []).filter { $0 >= 0 }).count
    return Double(pairs) / Double(max(1, responses.personCount))
  }

  /// The person each row is paired with. Where nobody answered on the other side, a pair of the
  /// nesting side still is one person; on the nested side all such rows belong to an unknown
  /// person (−1), because several of them may share a mentor, also one who is known.
  private static func partners(
    of own: FormResponses, in other: FormResponses, pairCount: Int, isNested: Bool
  ) -> [Int32] {
    var personOfPair = [Int32](repeating: -1, count: pairCount)
    for (row, pair) in (other.pairs ?? []).enumerated() where pair >= 0 {
      personOfPair[Int(pair)] = other.persons[row]
    }
    return (own.pairs ?? []).map { pair in
      guard pair >= 0 else { return -1 }
      let person = personOfPair[Int(pair)]
      return person >= 0 || isNested ? person : Int32(other.personCount) + pair
    }
  }

  /// Who stands behind some rows.
  package func base(of rows: [Int32], in responses: FormResponses) -> Base {
    let persons = Tally(rows.map { responses.persons[Int($0)] })
    guard let partners = partners[responses.form.id] else {
      return Base(
        rowCount: rows.count, personCount: persons.distinctCount, partnerCount: nil,
        largestShare: persons.largestShare(of: rows.count),
        repeatsPersons: persons.repeats, repeatsPartners: false)
    }
    let others = Tally(rows.map { partners[Int($0)] })
    let cluster = responses.form.id == clusterFormID ? persons : others
    return Base(
      rowCount: rows.count, personCount: persons.distinctCount,
      partnerCount: others.distinctCount, largestShare: cluster.largestShare(of: rows.count),
      repeatsPersons: persons.repeats, repeatsPartners: others.repeats)
  }

  /// The person that each of some rows is paired with, −1 where unknown; none without pairs.
  package func partners(of rows: [Int32], in responses: FormResponses) -> [Int32] {
    partners[responses.form.id].map { partners in rows.map { partners[Int($0)] } } ?? []
  }

  /// Which of some rows share persons or partners.
  package func groups(of rows: [Int32], in responses: FormResponses) -> RowGroups {
    RowGroups(
      rows: rows, rowCount: responses.rowCount,
      columns: [responses.persons, partners[responses.form.id]].compactMap(\.self))
  }

  /// How often each person occurs. Unknown persons, −1, are no one person.
  private struct Tally {
    private var knownCount = 0
    private var unknownCount = 0
    /// The rows of the person with most of them.
    private var largestCount = 0

    init(_ persons: [Int32]) {
      // Persons are numbered from 0 without large gaps.
      var counts = [Int](repeating: 0, count: Int(persons.max() ?? -1) + 1)
      for person in persons {
        if person < 0 {
          unknownCount += 1
        } else {
          if counts[Int(person)] == 0 { knownCount += 1 }
          counts[Int(person)] += 1
        }
      }
      largestCount = counts.max() ?? 0
    }

    /// An unknown person may be one of the known, so it counts only where none is known.
    var distinctCount: Int { knownCount > 0 ? knownCount : min(unknownCount, 1) }

    /// A row of an unknown person may be another row's person, so it makes rows dependent.
    var repeats: Bool { largestCount > 1 || (unknownCount > 0 && knownCount + unknownCount > 1) }

    func largestShare(of total: Int) -> Double {
      total == 0 ? 0 : Double(largestCount) / Double(total)
    }
  }
}

/// How many rows and distinct persons stand behind a result.
package struct Base: Hashable, Sendable {
  /// Rows with an answer.
  package let rowCount: Int
  /// Distinct persons who gave them.
  package let personCount: Int
  /// Distinct persons they are paired with; nil where the study has no pairs.
  package let partnerCount: Int?
  /// Share of the rows that the person with most of them supplies, 0–1.
  package let largestShare: Double
  /// True where a person stands behind several rows.
  package let repeatsPersons: Bool
  /// True where several rows share a partner.
  package let repeatsPartners: Bool

  /// The smaller of both in every count, the larger in share: what two groups allow together.
  func weaker(with other: Base) -> Base {
    let partners = [partnerCount, other.partnerCount].compactMap(\.self).min()
    return Base(
      rowCount: min(rowCount, other.rowCount), personCount: min(personCount, other.personCount),
      partnerCount: partners, largestShare: max(largestShare, other.largestShare),
      repeatsPersons: repeatsPersons || other.repeatsPersons,
      repeatsPartners: repeatsPartners || other.repeatsPartners)
  }

  /// True where rows are independent, so that an ordinary interval is right.
  package var isIndependent: Bool { !repeatsPersons && !repeatsPartners }

  /// Why an ordinary interval would be too narrow; nil where it is right.
  package var intervalAbsence: IntervalAbsence? {
    if repeatsPersons { return .personsRepeat(rows: rowCount, persons: personCount) }
    if repeatsPartners, let partnerCount {
      return .partnersRepeat(rows: rowCount, partners: partnerCount)
    }
    return nil
  }
}
