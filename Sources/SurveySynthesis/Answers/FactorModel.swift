/// Where respondents stand on what the scales measure: a correlated-factor model with nesting.
///
///     F = √ρ · direction · G + √(1 − ρ) · S
///
/// `G` is the respondent's general opinion of the mentorship, `S` what is special to one scale,
/// and ρ the correlation of two scales. Both are sums of a part of the mentor (shared by all the
/// mentor's pairs), of the pair (shared by both sides), of the respondent, and of the occasion.
/// All parts are independent and normal; every factor has mean 0 and variance 1.
struct FactorModel {
  let key: RandomKey

  /// Correlation of two scales of one form, ρ.
  static let correlation = 0.4
  /// Shares of the variance; they sum to 1.
  private static let mentorShare = 0.12
  private static let pairShare = 0.2
  private static let respondentShare = 0.43
  private static let occasionShare = 0.25

  /// The general opinion, positive when the mentorship is thought to go well.
  func general(_ unit: AnswerUnit) -> Double { combined(key / "general", unit) }

  /// The score on one scale's factor.
  func score(onScale id: String, direction: Double, _ unit: AnswerUnit) -> Double {
    Self.correlation.squareRoot() * direction * general(unit)
      + (1 - Self.correlation).squareRoot() * combined(key / "scale" / id, unit)
  }

  private func combined(_ key: RandomKey, _ unit: AnswerUnit) -> Double {
    Self.mentorShare.squareRoot() * unit.mentorKey(key / "mentor").normal
      + Self.pairShare.squareRoot() * unit.pairKey(key / "pair").normal
      + Self.respondentShare.squareRoot() * unit.respondentKey(key / "respondent").normal
      + Self.occasionShare.squareRoot() * unit.occasionKey(key / "occasion").normal
  }
}

/// Whose answer it is: a respondent's about one mentorship, or about themselves.
///
/// Answers about oneself draw from streams that name no pair, so all rows of a person repeat them.
struct AnswerUnit {
  let seat: Seat
  /// True for an answer about the respondent as a person.
  let isAboutPerson: Bool
  /// 1 for a response sent a second time, else 0.
  let attempt: Int

  /// The stream that the mentor and all of the mentor's mentees share.
  func mentorKey(_ key: RandomKey) -> RandomKey {
    seat.mentor.map { key / $0 } ?? respondentKey(key / "none")
  }

  /// The stream that both sides of the pair share.
  func pairKey(_ key: RandomKey) -> RandomKey {
    if let pair = seat.pair, !isAboutPerson { return key / pair }
    return respondentKey(key / "none")
  }

  /// The stream of the respondent.
  func respondentKey(_ key: RandomKey) -> RandomKey { key / seat.form / seat.person }

  /// The stream of the respondent and, unless it is about the person, the pair.
  func rowKey(_ key: RandomKey) -> RandomKey {
    isAboutPerson ? respondentKey(key) : respondentKey(key) / (seat.pair ?? -1)
  }

  /// The stream of one occasion.
  func occasionKey(_ key: RandomKey) -> RandomKey { rowKey(key) / seat.wave }

  /// The stream of one questionnaire sent; an answer about the person stays as it was.
  func noiseKey(_ key: RandomKey) -> RandomKey {
    occasionKey(key) / (isAboutPerson ? 0 : attempt)
  }
}
