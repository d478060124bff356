package import NumericCore

/// One number of a report as its readers saw it, unrounded, and what is needed to compare it with
/// the same number of another report.
package struct PublishedNumber: Hashable, Sendable {
  /// Which number it is.
  package let key: NumberKey
  /// The subject in the instrument's words: an item's stem, a scale's name.
  package let label: String
  /// The part in the instrument's words, such as an option's; nil where the number has no part.
  package let partLabel: String?
  /// Responses behind it, or pairs; nil where the report does not say.
  package let n: Int?
  /// Distinct persons behind it; nil where the report does not say, and of pairs.
  package let personCount: Int?
  /// The number, or why the report does not show it.
  package let content: Content

  /// A number of a report.
  package init(
    key: NumberKey, label: String, partLabel: String? = nil, n: Int?, personCount: Int?,
    content: Content
  ) {
    self.key = key
    self.label = label
    self.partLabel = partLabel
    self.n = n
    self.personCount = personCount
    self.content = content
  }

  /// What a report shows.
  package enum Content: Hashable, Sendable {
    /// The number.
    case shown(ShownNumber)
    /// Nothing that could be compared.
    case notShown(NotShown)
  }

  /// Why a report does not show a number.
  package enum NotShown: String, Hashable, Sendable {
    /// A small group: only bands and a rounded mean are shown.
    case coarse
    /// The group is too small for anything.
    case hidden
    /// There is nothing to compute it from.
    case undefined
  }

  /// The number with its uncertainty; nil where the report does not show it.
  package var shown: ShownNumber? { if case .shown(let shown) = content { shown } else { nil } }

  /// The number, unrounded; nil where the report does not show it.
  package var value: Double? { shown?.value }
}

/// A number with its uncertainty.
package struct ShownNumber: Hashable, Sendable {
  /// The number, unrounded.
  package let value: Double
  /// Its interval; nil where there is none.
  package let interval: ConfidenceInterval?
  /// Its standard error where the sampling model gives one: SD / √n of a mean, √(p(1 − p) / n) of a
  /// share, both of independent rows. Nil elsewhere.
  package let standardError: Double?

  /// A number with its uncertainty.
  package init(
    _ value: Double, interval: ConfidenceInterval? = nil, standardError: Double? = nil
  ) {
    self.value = value
    self.interval = interval
    self.standardError = standardError
  }
}

/// What makes a number the same number in two reports.
package struct NumberKey: Hashable, Sendable {
  /// What it says of its subject.
  package let kind: NumberKind
  /// The form; nil for pairs, which have two.
  package let formID: String?
  /// The wave; nil where the study has none, or the number is about all of them.
  package let waveID: String?
  /// The item, scale, question or pair; nil for who answered.
  package let subjectID: String?
  /// The option's code, the item of a scale, or the reason of missing answers; nil for the whole.
  package let partID: String?

  /// A key of those parts.
  package init(
    _ kind: NumberKind, form formID: String? = nil, wave waveID: String? = nil,
    subject subjectID: String? = nil, part partID: String? = nil
  ) {
    self.kind = kind
    self.formID = formID
    self.waveID = waveID
    self.subjectID = subjectID
    self.partID = partID
  }
}
