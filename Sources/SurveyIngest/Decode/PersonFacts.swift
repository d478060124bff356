import SurveyModel

/// What two files say of the persons whose identifiers are in both.
struct PersonFacts {
  let codebook: Codebook
  let shared: RestartAudit.Shared

  /// One fact in both files: for each shared person what is known, −1 where nothing is.
  private struct Fact {
    let earlier: [Int32]
    let later: [Int32]
    /// Whether it names the person, so that it does not change with time.
    var isLasting = false
    /// Whether its values have an order, in which time goes upward: an age group.
    var isOrdered = false

    /// The persons of whom it is known in both files.
    var known: [(earlier: Int32, later: Int32)] {
      zip(earlier, later).compactMap { $0 >= 0 && $1 >= 0 ? (earlier: $0, later: $1) : nil }
    }
  }

  /// Whether most responses were sent at the same moment: the files overlap, and hold the same ones.
  var areSameMoments: Bool {
    let same = shared.rows.count { row in
      let moment = shared.earlier.submitted[row.earlier]
      return moment != nil && moment == shared.later.submitted[row.later]
    }
    return same * 2 > shared.rows.count
  }

  /// Whether the facts of both files agree no more than those of different persons would.
  ///
  /// The agreement beyond chance (Cohen's kappa) is pooled over the facts: below .25, and within four
  /// standard errors of chance, it is that of strangers. One fact alone decides for the same persons where
  /// it agrees well: sex and site stay. A fact that is constant in one of the files tells nothing.
  ///
  /// From wave to wave a fact may change. There, it also speaks for the same persons where one of its
  /// values predicts the other, as the year of study grows. Strangers need a fact that names the person,
  /// one that agrees even less than chance would, or several that could have shown the same persons.
  ///
  /// - Parameter withAnswers: whether answers that may change from wave to wave count, too.
  func areStrangers(withAnswers: Bool) -> Bool {
    let facts = attributes() + items(withAnswers: withAnswers) + (withAnswers ? ticks() : [])
    var gained = 0.0
    var possible = 0.0
    var variance = 0.0
    var told: [Fact] = []
    var disagrees = false
    for fact in facts {
      guard let (observed, expected, count) = Self.agreement(fact) else { continue }
      let kappa = (observed - expected) / (1 - expected)
      let needed = max(0.5, 4 / Double(count).squareRoot())
      if kappa >= needed { return false }
      let spread = expected * (1 - expected) * Double(count)
      if !withAnswers {
        if Self.predictability(fact) >= needed { return false }
        // Without a value in common it may be worded in another way.
        if !fact.isLasting, expected == 0 { continue }
        disagrees = disagrees || (observed - expected) * Double(count) < -3 * spread.squareRoot()
      }
      gained += (observed - expected) * Double(count)
      possible += (1 - expected) * Double(count)
      variance += spread
      told.append(fact)
    }
    let isProof =
      withAnswers || disagrees || told.contains(where: \.isLasting)
      || told.count > 1 && possible > 4 * variance.squareRoot()
    return isProof && possible > 0 && gained / possible < 0.25
      && gained < 4 * variance.squareRoot()
  }

  /// How well the value in one file tells that in the other, in the better direction: the share of the
  /// errors of always naming the commonest value that it spares (Goodman and Kruskal's lambda), where
  /// each person is predicted from the others. About 0 between strangers, 1 where one value follows from
  /// the other.
  private static func predictability(_ fact: Fact) -> Double {
    let known = fact.known
    if fact.isOrdered, !grows(known) { return 0 }
    return max(
      spared(known.map { ($0.earlier, $0.later) }), spared(known.map { ($0.later, $0.earlier) }))
  }

  /// Whether a higher value comes with a value as high or higher, by the commonest one of each.
  private static func grows(_ pairs: [(earlier: Int32, later: Int32)]) -> Bool {
    let commonest = Dictionary(grouping: pairs, by: \.earlier).mapValues { group in
      Dictionary(grouping: group, by: \.later).max {
        ($0.value.count, $1.key) < ($1.value.count, $0.key)
      }?.key ?? 0
    }
    let targets = commonest.sorted { $0.key < $1.key }.map(\.value)
    return zip(targets, targets.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private static func spared(_ pairs: [(given: Int32, target: Int32)]) -> Double {
    let commonest =
      Dictionary(grouping: pairs, by: \.target).values.map(\.count).max() ?? 0
    guard commonest < pairs.count else { return 0 }
    var correct = 0
    for group in Dictionary(grouping: pairs, by: \.given).values {
      let counts = Dictionary(grouping: group, by: \.target).values.map(\.count).sorted(by: >)
      let second = counts.count > 1 ? counts[1] : 0
      // Without the person, the commonest value of the others must still be the person's own.
      if counts[0] - 1 > second { correct += counts[0] }
    }
    return Double(correct - commonest) / Double(pairs.count - commonest)
  }

  private static func agreement(
    _ fact: Fact
  ) -> (observed: Double, expected: Double, count: Int)? {
    let known = fact.known
    let counts = (
      Dictionary(grouping: known, by: \.earlier).mapValues(\.count),
      Dictionary(grouping: known, by: \.later).mapValues(\.count)
    )
    guard counts.0.count > 1, counts.1.count > 1 else { return nil }
    let count = Double(known.count)
    let expected = counts.0.reduce(0.0) { sum, entry in
      sum + Double(entry.value) * Double(counts.1[entry.key] ?? 0) / (count * count)
    }
    return (Double(known.count { $0.0 == $0.1 }) / count, expected, known.count)
  }

  // MARK: The facts

  private func attributes() -> [Fact] {
    codebook.attributes(of: shared.later.file.form.id).filter { $0.use == .describe }
      .compactMap { attribute in
        switch attribute.kind {
        case .category where !attribute.isIdentifying:
          texts(shared.earlier.categories[attribute.id], shared.later.categories[attribute.id])
        case .number where !attribute.isIdentifying: numbers(attribute.id)
        default:
          texts(
            keys(attribute, shared.earlier), keys(attribute, shared.later),
            isLasting: attribute.isIdentifying)
        }
      }
  }

  /// The texts of a column that tells who somebody is; they are compared and not kept.
  private func keys(_ attribute: Attribute, _ source: DecodedSource) -> CodedTexts? {
    source.file.columns.attributes[attribute.id].map {
      AttributeDecoder(file: source.file).coded($0).keeping(source.tableRows)
    }
  }

  private func texts(
    _ earlier: CodedTexts?, _ later: CodedTexts?, isLasting: Bool = false
  ) -> Fact? {
    guard let earlier, let later else { return nil }
    var coder = TextCoder()
    let places = [earlier, later].map { texts in
      texts.texts.map { Int32(coder.code(of: AttributeDecoder.comparable($0))) }
    }
    func place(_ texts: CodedTexts, _ row: Int, _ places: [Int32]) -> Int32 {
      texts.codes[row] < 0 ? -1 : places[Int(texts.codes[row])]
    }
    return Fact(
      earlier: shared.rows.map { place(earlier, $0.earlier, places[0]) },
      later: shared.rows.map { place(later, $0.later, places[1]) }, isLasting: isLasting)
  }

  /// Numbers above and below the middle one: an age grows from wave to wave.
  private func numbers(_ id: String) -> Fact? {
    guard let earlier = shared.earlier.numbers[id], let later = shared.later.numbers[id] else {
      return nil
    }
    let values = (
      shared.rows.map { earlier[$0.earlier] }, shared.rows.map { later[$0.later] }
    )
    let sorted = (values.0 + values.1).compactMap(\.self).sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted[sorted.count / 2]
    func isHigh(_ value: Double?) -> Int32 { value.map { $0 >= middle ? 1 : 0 } ?? -1 }
    return Fact(earlier: values.0.map(isHigh), later: values.1.map(isHigh))
  }

  private func items(withAnswers: Bool) -> [Fact] {
    shared.later.file.form.items.filter { withAnswers || $0.level == .person }.compactMap { item in
      guard let earlier = shared.earlier.items[item.id], let later = shared.later.items[item.id]
      else { return nil }
      func answer(_ cell: UInt8) -> Int32 { cell < CodedColumn.firstMissing ? Int32(cell) : -1 }
      return Fact(
        earlier: shared.rows.map { answer(earlier[$0.earlier]) },
        later: shared.rows.map { answer(later[$0.later]) },
        isOrdered: item.responseScale.kind != .nominal)
    }
  }

  /// What was ticked, by option.
  private func ticks() -> [Fact] {
    shared.later.file.form.multiSelects.flatMap { question -> [Fact] in
      guard let earlier = shared.earlier.multiSelects[question.id],
        let later = shared.later.multiSelects[question.id]
      else { return [] }
      return question.options.indices.map { option in
        func tick(_ column: MultiSelectColumn, _ row: Int) -> Int32 {
          column.states[row] == .answered ? Int32(column.ticks[row] >> UInt64(option) & 1) : -1
        }
        return Fact(
          earlier: shared.rows.map { tick(earlier, $0.earlier) },
          later: shared.rows.map { tick(later, $0.later) })
      }
    }
  }
}
