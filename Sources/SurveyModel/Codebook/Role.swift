/// The part a respondent has in a mentorship: mentor, mentee, or another that the codebook names.
public struct Role: Hashable, Sendable {
  /// The codebook's word, such as `mentor`.
  public let id: String
  /// One person of this role, as reports say it.
  public let singular: String
  /// Several persons of this role, as reports say it.
  public let plural: String

  /// A role; without a plural, an s is added.
  public init(id: String, singular: String? = nil, plural: String? = nil) {
    self.id = id
    self.singular = singular ?? id
    self.plural = plural ?? (singular ?? id) + "s"
  }

  /// Gives help.
  public static let mentor = Role(id: "mentor")
  /// Receives it.
  public static let mentee = Role(id: "mentee")
}
