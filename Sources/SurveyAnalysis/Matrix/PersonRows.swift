package import SurveyModel

/// One row of each person: an answer about the person counts once, however many rows they have.
///
/// Describing, questions by groups and functions in SQL all choose the row here, so that one item has one
/// number everywhere.
package enum PersonRows {
  /// Of each person in each wave the first row that counts, or the first row where none does.
  ///
  /// - Parameters:
  ///   - rows: positions in `responses`.
  ///   - counts: whether the row at a position in `rows` has what is asked for.
  /// - Returns: positions in `rows`, in the order in which persons first occur.
  package static func places(
    of rows: [Int32], in responses: FormResponses, where counts: (Int) -> Bool
  ) -> [Int] {
    var known: [PersonInWave: Int] = [:]
    var chosen: [Int] = []
    for (place, row) in rows.enumerated() {
      let key = PersonInWave(
        person: responses.persons[Int(row)], wave: responses.waves[Int(row)])
      guard let found = known[key] else {
        known[key] = chosen.count
        chosen.append(place)
        continue
      }
      if !counts(chosen[found]), counts(place) { chosen[found] = place }
    }
    return chosen
  }

  /// The rows themselves; `counts` is asked of positions in `responses`.
  package static func rows(
    of rows: [Int32], in responses: FormResponses, where counts: (Int) -> Bool
  ) -> [Int32] {
    places(of: rows, in: responses) { counts(Int(rows[$0])) }.map { rows[$0] }
  }

  private struct PersonInWave: Hashable {
    let person: Int32
    let wave: UInt8
  }
}

extension Scale {
  /// True where all of its items are about the person; one that mixes them with items about the
  /// mentorship has a score for each row.
  package func isAboutPerson(in form: Form) -> Bool {
    let parts = subscaleIDs.compactMap(form.scale)
    guard !items.isEmpty || !parts.isEmpty else { return false }
    // A codebook has no scale inside itself, so this ends.
    return items.allSatisfy { $0.level == .person }
      && parts.allSatisfy { $0.isAboutPerson(in: form) }
  }
}
