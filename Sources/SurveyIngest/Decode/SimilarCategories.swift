import SurveyModel

/// Looks for values of a category without `options` that are much like another one: where any may
/// occur, a misspelt one makes a group of its own.
struct SimilarCategories {
  let file: SourceFile
  let attribute: Attribute
  let column: RawColumn

  /// More values are names of their own, and comparing takes the square of their number.
  private static let mostValues = 200

  /// - Parameter values: one for each row of the file.
  func report(_ values: CodedTexts) {
    let counts = Dictionary(uniqueKeysWithValues: zip(values.texts, values.counts))
      .filter { $0.value > 0 }
    guard (2...Self.mostValues).contains(counts.count) else { return }
    let names = counts.keys.sorted()
    let doubtful = names.filter { name in
      names.contains { other in
        name != other && counts[name] ?? 0 <= counts[other] ?? 0 && Self.areAlike(name, other)
      }
    }
    guard !doubtful.isEmpty else { return }
    let rows = values.rows(where: values.texts.map(doubtful.contains))
    file.report(
      .similarCategories, rows: rows, total: rows.count, column: column.index,
      subject: attribute.id,
      "attribute `\(attribute.id)` has \(counted(doubtful.count, "value", "values")) spelled nearly as another one; each counts as a group of its own, so correct the rows, or list its `options`"
    )
  }

  /// Names of one letter, and those that differ by a number, are meant to be like each other.
  private static func areAlike(_ one: String, _ other: String) -> Bool {
    let (first, second) = (AttributeDecoder.comparable(one), AttributeDecoder.comparable(other))
    if first == second { return true }
    guard min(first.count, second.count) > 3 else { return false }
    if first.filter(\.isNumber) != second.filter(\.isNumber) {
      return differByADigit(Array(first), Array(second))
    }
    let words = [first, second].map { Set($0.split(separator: " ")) }
    let own = words[0].symmetricDifference(words[1])
    return !own.contains { $0.count == 1 } && NearestName.of(first, among: [second]) != nil
  }

  /// True where one sign differs, and is a digit in one of them: `Nor4h` and `North`, `2p24` and
  /// `2024`; not for `2024` and `2025`.
  private static func differByADigit(_ one: [Character], _ other: [Character]) -> Bool {
    guard one.count == other.count else { return false }
    let places = one.indices.filter { one[$0] != other[$0] }
    guard places.count == 1, let place = places.first else { return false }
    return one[place].isNumber != other[place].isNumber
  }
}
