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
  /// Distinct persons who answered in any wave.
  package let personCount: Int
  /// Persons with a pair in which the other side answered too; nil without pairs.
  package let linkedPersonCount: Int?
  /// Persons who answered in every wave; nil with a single wave or nameless rows.
  package let allWavesPersonCount: Int?
  /// One for each wave.
  package var waves: [WaveFlow]

  /// Persons who answered in any wave ÷ persons invited, 0–1.
  package var responseRate: Double? {
    invitedCount.flatMap { $0 > 0 ? Double(personCount) / Double($0) : nil }
  }
}

extension FormFlow {
  /// Who answered in one wave, of those invited.
  package struct WaveResponse: Hashable, Sendable {
    /// Position of the wave.
    package let wave: Int
    /// Distinct persons who answered in it.
    package let personCount: Int
    /// How many were invited.
    package let invitedCount: Int

    /// Persons who answered ÷ persons invited, 0–1.
    package var rate: Double { Double(personCount) / Double(invitedCount) }
  }

  /// Who answered in a wave; nil where the study does not say how many were invited.
  package func response(in wave: WaveFlow) -> WaveResponse? {
    invitedCount.flatMap { invited in
      invited > 0
        ? WaveResponse(
          wave: wave.wave, personCount: wave.base.personCount, invitedCount: invited) : nil
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
  /// Cells of items asked; nil where the group is too small for counts.
  package var askedCount: Int?
  /// Cells without an answer, by reason; `.notAdministered` is no part of `askedCount`. Nil where
  /// the group is too small for counts: who declined to say is an answer too.
  package var missing: [MissingReason: Int]?
}
