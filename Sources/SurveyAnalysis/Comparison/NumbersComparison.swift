/// What changed between two reports, or two waves of one.
///
///     NumbersComparison(from: old, to: new, overlap: .disjoint).beyondNoise
///
/// Numbers are the same number where their keys are equal. What only one report has is listed apart.
package struct NumbersComparison: Hashable, Sendable {
  /// What the old report is of.
  package let old: ReportEdition
  /// What the new report is of.
  package let new: ReportEdition
  /// The forms of both, in the new codebook's order, for labels.
  package let forms: [PublishedNumbers.Named]
  /// The waves of both, for labels.
  package let waves: [PublishedNumbers.Named]
  /// What was known of the responses in common.
  package let overlap: SampleOverlap
  /// Who answered, old and new, for each form and wave that either report has.
  package let turnouts: [TurnoutChange]
  /// Every number that both reports have, in the new report's order.
  package let changes: [NumberChange]
  /// What only the new report has.
  package let appeared: [OneSided]
  /// What only the old report has.
  package let disappeared: [OneSided]
  /// What both have in other words.
  package let reworded: [Reworded]

  /// Compares two sets of numbers.
  package init(
    from old: PublishedNumbers, to new: PublishedNumbers, overlap: SampleOverlap
  ) {
    self.old = old.edition
    self.new = new.edition
    self.overlap = overlap
    forms = Self.union(new.forms, old.forms)
    waves = Self.union(new.waves, old.waves)
    let oldByKey = Dictionary(old.numbers.map { ($0.key, $0) }) { first, _ in first }
    let newByKey = Dictionary(new.numbers.map { ($0.key, $0) }) { first, _ in first }
    let judge = ChangeJudge(
      control: DifferencingControl(old: old, new: new, overlap: overlap), old: oldByKey,
      new: newByKey)
    let pairs = new.numbers.compactMap { number in
      oldByKey[number.key].map { (old: $0, new: number) }
    }
    changes = pairs.map { judge.change(from: $0.old, to: $0.new) }
    turnouts = TurnoutChange.all(from: old, to: new)
    appeared = OneSided.all(in: new, butNotIn: old, keys: Set(oldByKey.keys))
    disappeared = OneSided.all(in: old, butNotIn: new, keys: Set(newByKey.keys))
    reworded = Reworded.all(in: pairs)
  }

  private static func union(
    _ first: [PublishedNumbers.Named], _ second: [PublishedNumbers.Named]
  ) -> [PublishedNumbers.Named] {
    first + second.filter { other in !first.contains { $0.id == other.id } }
  }

  // MARK: What it comes to

  /// Level of the intervals, 0–1.
  package var level: Double { new.confidenceLevel }

  /// Changes beyond noise, in the new report's order, each number once.
  package var beyondNoise: [NumberChange] {
    changes.filter { change in
      if case .beyondNoise = change.verdict { !change.isRepeat } else { false }
    }
  }

  /// Numbers whose difference was held against an interval.
  package var judgedCount: Int { changes.count { $0.isJudged && !$0.isRepeat } }

  /// How many of them would be beyond noise by chance, were nothing different: the part of the
  /// intervals that miss. Numbers of one questionnaire go together, so they may come in bunches.
  package var expectedByChance: Double { Double(judgedCount) * (1 - level) }

  /// True where the instrument is another one, or another version.
  package var isOtherInstrument: Bool {
    old.instrumentID != new.instrumentID || old.instrumentVersion != new.instrumentVersion
  }

  /// True where no number differs and nothing came or went.
  package var isEqual: Bool {
    appeared.isEmpty && disappeared.isEmpty && !changes.contains(where: \.isDifferent)
  }
}
