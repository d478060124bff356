package import NumericCore
package import ReportDocument

/// What the registry knows of statistics, as documents.
package enum StatisticDocuments {
  /// The passport of one statistic: everything but the numbers.
  package static func explanation(of definition: StatisticDefinition) -> Document {
    var blocks: [Block] = [
      .paragraph(InlineText(definition.sentence)),
      .definitionList([
        Definition("Formula", InlineText(definition.formula)),
        Definition("Computed from", InlineText(definition.input.words)),
        Definition("Values", codes(definition.outputs)),
        Definition("Interval", InlineText(interval(of: definition))),
        Definition("Missing answers", InlineText(definition.missing.sentence)),
        Definition("Defined by", InlineText(definition.reference)),
      ]),
      .heading(level: 2, "The same number in other software", id: nil),
      .bulletList(definition.sameAs.map { [.code($0)] }),
      .heading(level: 2, "A similar name, another number", id: nil),
      .bulletList(definition.notSameAs.map { InlineText($0) }),
    ]
    if !definition.cautions.isEmpty {
      blocks += [
        .heading(level: 2, "Warnings to expect, and what to report instead", id: nil),
        .bulletList(
          definition.cautions.map { [.strong("\($0.situation): "), .text($0.instead)] }),
      ]
    }
    return Document(
      title: "\(definition.name) (\(definition.id))", description: definition.sentence,
      blocks: blocks)
  }

  /// All statistics by name.
  package static func list() -> Document {
    let table = Table(
      caption: "Statistics that can be asked for by name",
      columns: [
        .init("Name", .text), .init("statistic", .text), .init("says", .text, minWidth: 30),
      ],
      rows: StatisticRegistry.all.map { definition in
        Table.Row(
          InlineText(definition.id.rawValue),
          [.text(InlineText(definition.name)), .text(InlineText(definition.sentence))])
      },
      note: "abacus explain NAME tells more of one.")
    return Document(title: "Statistics", blocks: [.table(table)])
  }

  /// The passport of one statistic, field by field.
  package static func explanationJSON(of definition: StatisticDefinition) -> JSONValue {
    [
      "schema": .string("abacus.explain/1"), "statistic": .string(definition.id.rawValue),
      "name": .string(definition.name), "other_names": strings(definition.otherNames),
      "sentence": .string(definition.sentence), "formula": .string(definition.formula),
      "input": .string(definition.input.rawValue), "outputs": strings(definition.outputs),
      "interval_method": definition.interval.map { .string($0.rawValue) } ?? .null,
      "missing_rule": .string(definition.missing.rawValue),
      "same_as": strings(definition.sameAs), "not_same_as": strings(definition.notSameAs),
      "reference": .string(definition.reference),
      "cautions": .array(
        definition.cautions.map { caution in
          [
            "situation": .string(caution.situation), "instead": .string(caution.instead),
          ]
        }),
    ]
  }

  /// All statistics by name, in short.
  package static func listJSON() -> JSONValue {
    [
      "schema": .string("abacus.explain/1"),
      "statistics": .array(
        StatisticRegistry.all.map { definition in
          [
            "statistic": .string(definition.id.rawValue), "name": .string(definition.name),
            "sentence": .string(definition.sentence),
          ]
        }),
    ]
  }

  private static func interval(of definition: StatisticDefinition) -> String {
    let resampled =
      definition.resampling.map { _ in
        "from resamples of the rows (bootstrap): below 100 cases from their standard error, from 100 from percentiles, from 150 corrected for bias and acceleration; where rows share persons or partners, from the standard error of resampled groups, from 40 groups up"
      }
    guard let method = definition.interval else {
      return resampled.map { "\(capitalized($0))." } ?? "None is computed with it by default."
    }
    let own = "\(capitalized(method.name)) (\(method.rawValue))"
    return resampled.map { "\(own), for independent rows without missing answers; else \($0)." }
      ?? "\(own)."
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func codes(_ names: [String]) -> InlineText {
    var pieces: [Inline] = []
    for name in names {
      if !pieces.isEmpty { pieces.append(.text(", ")) }
      pieces.append(.code(name))
    }
    return InlineText(pieces)
  }

  private static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension StatisticShape {
  /// The data of this shape, for a reader.
  fileprivate var words: String {
    switch self {
    case .column: "one column of numbers, or the counted answers to one item"
    case .share: "a part of a group and the whole group"
    case .items: "the items of one scale, keyed in one direction"
    case .answers: "the counted answers to the items of one scale, keyed in one direction"
    case .subscales: "the items of several subscales, keyed in one direction"
    case .pair: "two columns over the same rows"
    case .raters: "one column of ratings for each rater, over the same units"
    case .groups: "one column, split into groups"
    }
  }
}
