import NumericCore
import SurveyModel

/// Puts the two sides of every declared pair item and pair scale next to each other.
struct PairComparison {
  let context: AnalysisContext

  func run() -> [PairResult] {
    let codebook = context.dataset.codebook
    let links = codebook.pairItems.compactMap(link) + codebook.pairScales.compactMap(link)
    return links.flatMap { link in
      context.dataset.waves.indices.compactMap { compare(link, wave: $0) }
    }
  }

  private struct Link {
    let id: String
    let label: String
    let kind: PairKind
    let first: FormResponses
    let second: FormResponses
    let firstItems: [Item]
    let secondItems: [Item]
    let isScale: Bool
    let scoring: ScoringRule
  }

  private func owner(of itemID: String) -> FormResponses? {
    context.dataset.forms.first { $0.form.item(itemID) != nil }
  }

  private func link(_ pair: PairItem) -> Link? {
    guard let first = owner(of: pair.firstID), let second = owner(of: pair.secondID),
      let firstItem = first.form.item(pair.firstID),
      let secondItem = second.form.item(pair.secondID),
      firstItem.responseScale.kind != .nominal
    else { return nil }
    return Link(
      id: pair.id, label: pair.label, kind: pair.kind, first: first, second: second,
      firstItems: [firstItem], secondItems: [secondItem], isScale: false, scoring: .default)
  }

  private func link(_ pair: PairScale) -> Link? {
    guard let firstID = pair.first.first?.id, let secondID = pair.second.first?.id,
      let first = owner(of: firstID), let second = owner(of: secondID)
    else { return nil }
    return Link(
      id: pair.id, label: pair.name, kind: pair.kind, first: first, second: second,
      firstItems: pair.first, secondItems: pair.second, isScale: true, scoring: pair.scoring)
  }

  private func compare(_ link: Link, wave: Int) -> PairResult? {
    guard isAsked(link.firstItems, of: link.first, wave: wave),
      isAsked(link.secondItems, of: link.second, wave: wave)
    else { return nil }
    let first = values(link.firstItems, link, of: link.first, wave: wave)
    let second = values(link.secondItems, link, of: link.second, wave: wave)
    var left: [Side] = []
    var right: [Side] = []
    for case (let one?, let other?) in zip(first, second) {
      left.append(one)
      right.append(other)
    }
    let base = PairBase(firsts: left.map(\.person), seconds: right.map(\.person))
    let content: Disclosed<PairDetail>
    if left.isEmpty {
      content = .undefined(.noAnswers)
    } else {
      do throws(NumericError) {
        content = .full(
          try detail(
            left.map(\.value), right.map(\.value), link: link,
            clusters: clusters(left.map(\.person), right.map(\.person), base)))
      } catch {
        content = .undefined(.numeric(error))
      }
    }
    return PairResult(
      id: link.id, label: link.label, kind: link.kind, first: link.firstItems,
      second: link.secondItems, isScale: link.isScale, wave: wave, base: base, content: content)
  }

  /// Whether a form asks for any of the items in a wave; not whether anyone answers, because a row
  /// that comes and goes with the answers would tell of them.
  private func isAsked(_ items: [Item], of responses: FormResponses, wave: Int) -> Bool {
    let rows = responses.rows(inWave: wave)
    let id = context.dataset.waves[wave].id
    return !rows.isEmpty
      && items.contains { item in
        let cells = responses.items[item.id]?.cells ?? []
        let isShown = rows.contains {
          !cells.isEmpty && cells[Int($0)] != MissingReason.notAdministered.cell
        }
        return item.askedIn?.contains(id) ?? true && (item.condition != nil || isShown)
      }
  }

  private struct Side {
    let person: Int32
    let value: Double
  }

  /// Each pair's value on one side, by the pair's number: the raw code of an item, the score of a
  /// scale.
  private func values(
    _ items: [Item], _ link: Link, of responses: FormResponses, wave: Int
  ) -> [Side?] {
    let rows = responses.rows(inWave: wave)
    let scores: [Double?]
    if link.isScale {
      scores = ScaleScores(of: items, rule: link.scoring, in: responses, rows: rows).scores
    } else {
      let cells = responses.items[items[0].id]?.cells ?? []
      let codes = items[0].responseScale.codes.map(Double.init)
      scores = rows.map { row in
        cells.isEmpty || cells[Int(row)] >= CodedColumn.firstMissing
          ? nil : codes[Int(cells[Int(row)])]
      }
    }
    var values = [Side?](repeating: nil, count: context.dataset.pairCount)
    for (row, score) in zip(rows, scores) {
      guard let score, let pair = responses.pairs.map({ Int($0[Int(row)]) }), pair >= 0,
        values[pair] == nil
      else { continue }
      values[pair] = Side(person: responses.persons[Int(row)], value: score)
    }
    return values
  }

  private func detail(
    _ first: [Double], _ second: [Double], link: Link, clusters: [Int]?
  ) throws(NumericError) -> PairDetail {
    let left = try Description(of: first)
    let right = try Description(of: second)
    let differences = zip(first, second).map { $0 - $1 }
    let isGap = link.kind == .sameTarget
    let gap = isGap ? try Description(of: differences) : nil
    let rates = isGap && !link.isScale
    let total = Double(first.count)
    let spread = gap.map { MeanSpread(of: differences, $0, clusters: clusters) }
    func interval(_ description: Description, _ values: [Double]) -> IntervalOutcome {
      MeanSpread(of: values, description, clusters: clusters)
        .interval(level: context.confidenceLevel)
    }
    return PairDetail(
      first: left, second: right, gap: gap?.mean,
      gapInterval: spread?.interval(level: context.confidenceLevel), gapSpread: spread,
      firstInterval: interval(left, first), secondInterval: interval(right, second),
      exactAgreementRate: rates ? Double(differences.count { $0 == 0 }) / total : nil,
      withinOneRate: rates && PairResult.tellsWithinOne(link.firstItems + link.secondItems)
        ? Double(differences.count { abs($0) <= 1 }) / total : nil,
      limits: limits(of: link))
  }

  /// Lowest and highest possible answer; of a sum, of all items together.
  private func limits(of link: Link) -> ClosedRange<Double>? {
    link.firstItems.first?.responseScale.limits.map { limits in
      let factor = link.isScale && link.scoring.method == .sum ? Double(link.firstItems.count) : 1
      return Double(limits.lowerBound) * factor...Double(limits.upperBound) * factor
    }
  }

  /// Pairs that share a person on either side; nil where none does.
  private func clusters(_ firsts: [Int32], _ seconds: [Int32], _ base: PairBase) -> [Int]? {
    guard base.repeatsPersons else { return nil }
    let pairs = Array(0..<Int32(firsts.count))
    return RowGroups(rows: pairs, rowCount: firsts.count, columns: [firsts, seconds])
      .clusters(of: pairs)
  }
}
