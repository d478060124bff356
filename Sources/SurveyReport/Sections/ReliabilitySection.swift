import NumericCore
package import ReportDocument
package import SurveyAnalysis
import SurveyModel

/// Internal consistency of the scales, each coefficient with its passport.
package enum ReliabilitySection: ReportSection {
  package static let name = "reliability"

  package static func blocks(of input: ReportInput) -> [Block] {
    let results = input.results.reliabilities
    guard !results.isEmpty else { return [] }
    let tables = ReliabilityTables(input: input)
    var blocks: [Block] = [
      .paragraph(
        "How consistently the items of each scale are answered. A coefficient describes the scores of these respondents, not the questionnaire for all time."
      ),
      .table(tables.overview(results)),
    ]
    let shown = results.filter { $0.content.detail != nil }
    if !shown.isEmpty {
      blocks.append(
        .details(
          summary: "Item by item",
          shown.filter { !($0.content.detail?.items.isEmpty ?? true) }.map {
            .table(tables.items($0))
          }))
      blocks.append(.heading(level: 3, "What exactly is each coefficient?", id: nil))
      blocks += tables.byScale(shown).flatMap(tables.passports)
    }
    return [.section(Section(id: "reliability", title: "Can the scales be trusted?", blocks))]
  }
}

/// Tables and passports of internal consistency; commands print the same.
package struct ReliabilityTables {
  private let roleOfForm: (String) -> Role?
  private let partnerOfForm: (String) -> Role?
  private let suffix: (Int) -> String
  /// How the level of intervals is written.
  let level: String
  private let hasSeveralForms: Bool

  init(input: ReportInput) {
    roleOfForm = { input.role(of: $0) }
    partnerOfForm = { input.partner(of: $0) }
    suffix = { input.waveSuffix($0) }
    level = input.level
    hasSeveralForms = input.codebook.forms.count > 1
  }

  /// Tables for a bare file: no roles, no waves, perhaps groups.
  package init(confidenceLevel: Double, groups: [String?] = []) {
    roleOfForm = { _ in nil }
    partnerOfForm = { _ in nil }
    suffix = { place in
      groups.indices.contains(place) ? groups[place].map { " (\($0))" } ?? "" : ""
    }
    level = NumberStyle.level(confidenceLevel)
    hasSeveralForms = false
  }

  /// One row a scale and wave.
  package func overview(_ results: [ReliabilityResult]) -> Table {
    let columns =
      [
        Table.Column("Scale", .text, minWidth: 18), .init("coefficient"),
        .init("\(level) interval"),
      ]
      + [.init("ranks persons", .text, minWidth: 12)]
      + ["items", "rows used", "persons", "standardized", "interval", "average r", "SEM"]
      .map { Table.Column($0) }
    var forms: [String] = []
    for result in results where !forms.contains(result.scale.formID) {
      forms.append(result.scale.formID)
    }
    let table = Table(
      caption: "Internal consistency", columns: columns,
      groups: forms.map { id in
        Table.RowGroup(
          heading: hasSeveralForms
            ? roleOfForm(id).map { InlineText(Words.capitalized($0.plural)) } : nil,
          rows: byScale(results.filter { $0.scale.formID == id }).flatMap(\.self).map(row))
      },
      note: note(results).map { InlineText($0) })
    return table.withoutEmptyColumns()
  }

  /// The results of one scale together, scales in questionnaire order.
  func byScale(_ results: [ReliabilityResult]) -> [[ReliabilityResult]] {
    var seen: Set<String> = []
    let ids = results.map { $0.scale.formID + "/" + $0.scale.id }
    return ids.filter { seen.insert($0).inserted }.map { id in
      zip(ids, results).filter { $0.0 == id }.map(\.1)
    }
  }

  /// What the columns mean; nil where no coefficient is shown.
  private func note(_ results: [ReliabilityResult]) -> String? {
    let shown = results.compactMap(\.content.detail)
    guard !shown.isEmpty else { return nil }
    let hasError = shown.contains { detail in
      detail.others.contains { $0.passport.definitionID == "standard_error_of_measurement" }
    }
    let error = hasError ? " SEM: \(measurementError(results))." : ""
    var words =
      "Coefficient: Cronbach’s alpha, raw; Spearman–Brown for two items; nothing is claimed for one. Interval: \(methods(results)).\(error) Ranks persons: \(Interpretation.name); the whole interval at or above .70, below it, or undecided; it says nothing of a group’s mean, whose precision depends on how many answer, and a single item is less reliable than its scale."
    let absence = AbsenceNote(
      results.map { result in
        AbsenceNote.Row(
          result.scale.name, wave: suffix(result.wave), result.content.detail?.headline.interval)
      }
    ).text
    if !absence.isEmpty { words += " \(absence)" }
    return words
  }

  /// What the standard error of measurement is of: it has the units of each scale's score.
  private func measurementError(_ results: [ReliabilityResult]) -> String {
    let shown = byScale(results.filter { $0.content.detail != nil }).compactMap { $0.first?.scale }
    let sums = shown.filter { $0.scoring.method == .sum }
    let ofSum = "standard error of measurement of the sum score"
    let ofMean = "standard error of measurement of the mean score"
    if sums.isEmpty { return ofMean }
    if sums.count == shown.count { return ofSum }
    return "\(ofMean); of \(Words.list(sums.map { "“\($0.name)”" })), of the sum score"
  }

  /// The methods of the intervals shown.
  private func methods(_ results: [ReliabilityResult]) -> String {
    let headlines = results.compactMap { $0.content.detail?.headline }
    var words: [String] = []
    if headlines.contains(where: { $0.interval?.interval?.method == .feldt }) {
      words.append("Feldt")
    }
    let resampled = headlines.filter { $0.interval?.interval?.method.isBootstrap == true }
    if !resampled.isEmpty {
      words.append("bootstrap, \(Words.resamples(resampled.map(\.passport)))")
    }
    return words.isEmpty ? "none" : words.joined(separator: "; else ")
  }

  private func row(_ result: ReliabilityResult) -> Table.Row {
    let label = InlineText(result.scale.name + suffix(result.wave))
    switch result.content {
    case .full(let detail): return Table.Row(label, cells(detail, result))
    case .coarse: return Table.Row(label, [])
    case .hidden(let reason):
      let role = roleOfForm(result.scale.formID)
      let partner = partnerOfForm(result.scale.formID)
      let words = Words.hidden(reason, role: role, partner: partner)
      return Table.Row(label, [.spanning(InlineText(words), columns: 10)])
    case .undefined(let reason):
      return Table.Row(label, [.spanning(InlineText(Words.undefined(reason)), columns: 10)])
    }
  }

  private func cells(_ detail: ReliabilityDetail, _ result: ReliabilityResult) -> [Cell] {
    let two = NumberStyle.coefficient()
    func other(_ id: String) -> Estimate? {
      detail.others.first { $0.passport.definitionID == id }
    }
    let standardized = other("standardized_alpha")
    return [
      .number(detail.headline.value, two), Cells.interval(detail.headline.interval, two),
      .text(InlineText(Interpretation(result).words)),
      .integer(result.scale.items.count), .integer(detail.headline.passport.usedCount),
      .integer(result.base.personCount), Cells.optional(standardized?.value, two),
      Cells.interval(standardized?.interval, two),
      Cells.optional(other("average_inter_item_correlation")?.value, two),
      Cells.optional(other("standard_error_of_measurement")?.value, .mean(decimals: 2)),
    ]
  }

  /// The scale and, where there are several, the wave.
  func title(of result: ReliabilityResult) -> String { result.scale.name + suffix(result.wave) }

  /// One row an item of a scale.
  package func items(_ result: ReliabilityResult) -> Table {
    let two = NumberStyle.coefficient()
    let rows = (result.content.detail?.items ?? []).map { row in
      Table.Row(
        InlineText(
          row.item.id + (row.item.isReverseKeyed ? " (R)" : "")
            + (row.item.stem == row.item.id ? "" : " " + row.item.stem)
        ),
        [
          Cells.optional(row.itemRestCorrelation, two),
          Cells.optional(row.alphaIfItemDropped, two),
        ])
    }
    return Table(
      caption: InlineText(
        "\(title(of: result)): each item with the rest, \(Words.count(result.base.rowCount, "row", "rows")) of \(Words.count(result.base.personCount, "person", "persons"))"
      ),
      columns: [
        .init("Item", .text, minWidth: 24), .init("item-rest correlation"),
        .init("alpha if dropped"),
      ], rows: rows)
  }

  /// What the coefficients of one scale are, every wave, folded.
  package func passports(_ results: [ReliabilityResult]) -> [Block] {
    let shown = results.compactMap { result in result.content.detail.map { (result, $0) } }
    guard let first = shown.first else { return [] }
    let values = shown.map { result, detail in
      let short = detail.headline.passport.definitionID == "cronbach_alpha" ? "alpha " : ""
      return short + NumberStyle.coefficient().text(detail.headline.value) + suffix(result.wave)
    }
    let blocks = shown.flatMap { result, detail -> [Block] in
      let wave = suffix(result.wave)
      let title =
        wave.isEmpty ? nil : Words.capitalized(String(wave.dropFirst(2).dropLast())) + " wave"
      let heading = title.map { [Block.paragraph([.strong($0)])] } ?? []
      return heading + [.definitionList(definitions(detail.headline))]
    }
    return [
      .details(
        summary: InlineText("\(first.0.scale.name): \(values.joined(separator: ", "))"), blocks)
    ]
  }

  /// The lines of one passport.
  package func definitions(_ estimate: Estimate) -> [Definition] {
    let passport = estimate.passport
    let count = NumberStyle.count
    var lines = [
      Definition("Definition", "\(passport.name) (\(passport.definitionID)): \(passport.sentence)"),
      Definition("Interval", InlineText(words(estimate.interval, passport))),
      Definition(
        "Cases",
        "\(count.text(Double(passport.usedCount))) used, \(count.text(Double(passport.droppedCount))) not used (\(passport.missingRule.rawValue))"
      ),
      Definition("Items", InlineText(items(passport))),
    ]
    if let resampled = estimate.resampled {
      lines.insert(
        Definition("Interval of resamples", InlineText(words(resampled, passport))), at: 2)
    }
    if !passport.sameAs.isEmpty {
      lines.append(
        Definition("Same number in", InlineText(passport.sameAs.joined(separator: "; "))))
    }
    if !passport.notSameAs.isEmpty {
      lines.append(
        Definition("Not the same", InlineText(passport.notSameAs.joined(separator: "; "))))
    }
    if !passport.warnings.isEmpty {
      lines.append(
        Definition("Mind", InlineText(passport.warnings.map(Words.warning).joined(separator: "; ")))
      )
    }
    return lines + [Definition("Source", InlineText(passport.reference))]
  }

  private func words(_ interval: IntervalOutcome?, _ passport: Passport) -> String {
    switch interval {
    case .interval(let interval)?: Words.interval(interval, of: passport)
    case .absent(let reason)?: Words.absence(reason)
    case nil: "none is computed for this coefficient"
    }
  }

  private func items(_ passport: Passport) -> String {
    let reversed =
      passport.reversedItemIDs.isEmpty
      ? "none reversed" : "reversed: \(passport.reversedItemIDs.joined(separator: ", "))"
    return "\(passport.itemIDs.joined(separator: ", ")); \(reversed)"
  }
}
