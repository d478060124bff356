/// How the values of one attribute are spread over the invented people.
struct AttributeProfile {
  /// Whom a value belongs to.
  enum Scope {
    /// The respondent.
    case person
    /// Both sides of one mentorship.
    case pair
    /// A mentor and all of the mentor's mentees.
    case mentor
  }

  /// What values there are.
  enum Values {
    /// Words with their weights, for mentors and for everyone else.
    case words(mentors: [(String, Double)], others: [(String, Double)])
    /// Whole numbers of a range in the first wave; each later wave adds `perWave`.
    case numbers(ClosedRange<Int>, perWave: Int)
  }

  /// Whom a value belongs to.
  let scope: Scope
  /// The stream the value is drawn from: attributes that share one go together.
  let stream: String
  /// What values there are.
  let values: Values

  private init(_ scope: Scope, _ stream: String, _ values: Values) {
    self.scope = scope
    self.stream = stream
    self.values = values
  }

  private static func words(_ words: [(String, Double)]) -> Values {
    .words(mentors: words, others: words)
  }

  /// The profile of an attribute by its id; nil for one that is not known here.
  static func named(_ id: String) -> AttributeProfile? {
    switch id {
    case "site":
      AttributeProfile(
        .mentor, id, words([("North", 0.42), ("South", 0.32), ("East", 0.22), ("Island", 0.04)]))
    case "cohort":
      // Of one stream with the months: who began in spring has been together for less long.
      AttributeProfile(.pair, "start", words([("2025 spring", 0.45), ("2024 autumn", 0.55)]))
    case "months_together":
      AttributeProfile(.pair, "start", .numbers(1...7, perWave: 7))
    case "meetings_last_6_months":
      AttributeProfile(.pair, id, .numbers(2...9, perWave: 1))
    case "matched_how":
      AttributeProfile(
        .pair, id, words([("assigned", 0.4), ("self_selected", 0.38), ("mixed", 0.22)]))
    case "format":
      AttributeProfile(
        .pair, id,
        words([("one_to_one", 0.68), ("group", 0.14), ("peer", 0.05), ("remote", 0.13)]))
    case "specialty": AttributeProfile(.person, id, words(specialties))
    case "career_stage":
      AttributeProfile(.person, id, .words(mentors: mentorStages, others: menteeStages))
    case "prior_training":
      AttributeProfile(.person, id, words([("yes", 0.4), ("no", 0.6)]))
    case "gender":
      AttributeProfile(
        .person, id,
        words([
          ("woman", 0.52), ("man", 0.42), ("non_binary", 0.02), ("self_described", 0.01),
          ("prefer_not_to_say", 0.03),
        ]))
    default: nil
    }
  }

  private static let specialties = [
    ("internal_medicine", 0.22), ("surgery", 0.14), ("paediatrics", 0.14), ("psychiatry", 0.1),
    ("emergency_medicine", 0.1), ("family_medicine", 0.1), ("obstetrics_gynaecology", 0.06),
    ("anaesthesia", 0.06), ("radiology", 0.03), ("pathology", 0.02), ("basic_science", 0.02),
    ("other", 0.01),
  ]

  private static let mentorStages = [
    ("resident_senior", 0.08), ("fellow", 0.14), ("early_faculty", 0.28), ("mid_faculty", 0.28),
    ("senior_faculty", 0.2), ("emeritus", 0.02),
  ]

  private static let menteeStages = [
    ("preclinical_student", 0.12), ("clinical_student", 0.26), ("intern", 0.16),
    ("resident", 0.28), ("fellow", 0.1), ("early_faculty", 0.08),
  ]
}
