package import SurveyModel

/// Who was invited, who answered, who answered again, and what was left out.
package struct ResponseFlow: Hashable, Sendable {
  /// One for each form.
  package var forms: [FormFlow]
  /// One for each source, in study order.
  package let sources: [SourceIntake]
  /// Pairs in which both sides answered; nil without pairs.
  package let linkedPairCount: Int?
  /// Pairs that occur on any side; nil without pairs.
  package let pairCount: Int?
}

/// Who answered one form.
package struct FormFlow: Hashable, Sendable {
  /// The form.
  package let formID: String
  /// Who fills it in.
  package let role: Role
  /// How many were invited; nil where the study does not say.
  package let invitedCount: Int?
  /// Distinct persons who answered in any wave. Whoever left a form before answering anything, and
  /// sent no other, is none of them.
  package let personCount: Int
  /// Those of them who finished no response.
  package let partialPersonCount: Int
  /// Persons who left before they answered anything.
  package let silentPersonCount: Int
  /// Whether every response names who gave it, so that persons are told apart across waves.
  package let knowsPersons: Bool
  /// Whether the files say of any response whether it was finished.
  package let knowsCompletion: Bool
  /// Persons with a pair in which the other side answered too; nil without pairs.
  package let linkedPersonCount: Int?
  /// Persons who answered in every wave; nil with a single wave or nameless rows.
  package let allWavesPersonCount: Int?
  /// For each two waves whether somebody is behind both.
  package let sharedWaves: [SharedWaves]
  /// One for each wave.
  package var waves: [WaveFlow]

  /// Persons who answered ÷ persons invited, 0–1. Partial responses count, and all who were invited
  /// are taken as eligible: the response rate RR6 of the American Association for Public Opinion
  /// Research (AAPOR), Standard Definitions (2023). Nil where more answered than were invited, and over
  /// several waves where responses don't name who gave them.
  package var responseRate: Double? { rate(personCount) }

  /// The same without partial responses: RR5.
  package var completeResponseRate: Double? { rate(personCount - partialPersonCount) }

  /// How many answered where they are more than were invited; nil where they are not. Without names
  /// persons of several waves can't be added, so that the largest wave decides.
  package var excessPersonCount: Int? {
    let most = tellsPersonsApart ? personCount : waves.map(\.answeringPersonCount).max() ?? 0
    return invitedCount.flatMap { most > $0 ? most : nil }
  }

  private var tellsPersonsApart: Bool { knowsPersons || waves.count < 2 }

  /// How many were invited, where a rate of them means something.
  fileprivate var ratedInvitedCount: Int? {
    invitedCount.flatMap { $0 > 0 && excessPersonCount == nil ? $0 : nil }
  }

  private func rate(_ count: Int) -> Double? {
    tellsPersonsApart ? ratedInvitedCount.map { Double(count) / Double($0) } : nil
  }
}

/// Whether somebody is behind two waves of a form.
package struct SharedWaves: Hashable, Sendable {
  /// Position of the earlier wave.
  package let first: Int
  /// Position of the later wave.
  package let second: Int
  /// True where a person answered in both; nil where nobody knows who answered.
  package let persons: Bool?
  /// True where a partner of the persons of one is a partner of those of the other; nil without pairs, or
  /// where some partner is not known and no known one is in both.
  package let partners: Bool?
}

extension FormFlow {
  /// Who answered in one wave, of those invited.
  package struct WaveResponse: Hashable, Sendable {
    /// Position of the wave.
    package let wave: Int
    /// Distinct persons who answered in it; those who left before the first answer did not.
    package let personCount: Int
    /// How many were invited.
    package let invitedCount: Int

    /// Persons who answered ÷ persons invited, 0–1.
    package var rate: Double { Double(personCount) / Double(invitedCount) }
  }

  /// Who answered in a wave; nil where the study does not say how many were invited, or says fewer than
  /// answered.
  package func response(in wave: WaveFlow) -> WaveResponse? {
    ratedInvitedCount.map { invited in
      WaveResponse(wave: wave.wave, personCount: wave.answeringPersonCount, invitedCount: invited)
    }
  }

  /// Who answered in the form's last wave.
  package var lastWaveResponse: WaveResponse? {
    waves.max { $0.wave < $1.wave }.flatMap(response)
  }
}

/// Who answered one form in one wave.
package struct WaveFlow: Hashable, Sendable {
  /// Position of the wave.
  package let wave: Int
  /// Responses, and the persons who gave them.
  package let base: Base
  /// Distinct persons who answered anything; those who left before the first answer did not.
  package let answeringPersonCount: Int
  /// Cells of items asked; nil where the group is too small for counts.
  package var askedCount: Int?
  /// Cells without an answer, by reason; only `.notAdministered` is no part of `askedCount`. Nil where
  /// the group is too small for counts: who declined to say is an answer too.
  package var missing: [MissingReason: Int]?
}
