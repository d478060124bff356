import SurveyModel

/// Identifiers of several files that are compared with each other: the respondents' of one form, or the
/// pairs' of all forms, because pairs link the forms.
struct ComparedIdentifiers {
  /// What the identifiers name.
  let use: Attribute.Use
  /// The column of each file that holds them.
  let keys: KeyPath<DecodedSource, CodedTexts>
  /// The files, as places in the list that was asked about.
  let places: [Int]

  /// All that are to be compared, by form.
  static func all(in sources: [DecodedSource]) -> [ComparedIdentifiers] {
    let forms = Dictionary(grouping: sources.indices) { sources[$0].file.form.id }
    return forms.sorted { $0.key < $1.key }.map { _, places in
      ComparedIdentifiers(use: .respondent, keys: \.respondentKeys, places: places)
    } + [ComparedIdentifiers(use: .pair, keys: \.pairKeys, places: Array(sources.indices))]
  }
}
