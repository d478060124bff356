package import ReportDocument
package import SurveyModel

/// An instrument as a document: forms, items, scales, pairs.
package enum CodebookDocument {
  /// Everything a reader of the data needs to know of the questionnaire.
  package static func document(of codebook: Codebook) -> Document {
    let instrument = codebook.instrument
    var meta: [InlineText] = ["\(instrument.id), version \(instrument.version)"]
    if instrument.status == .draft {
      meta.append("Unvalidated draft: no evidence of reliability or validity has been published.")
    }
    if let citation = instrument.citation { meta.append(InlineText(citation)) }
    return Document(
      title: instrument.title, metaLines: meta, foreign: codebook.foreignTexts,
      blocks: codebook.forms.map { section($0, codebook) } + pairs(codebook))
  }

  private static func section(_ form: Form, _ codebook: Codebook) -> Block {
    var blocks: [Block] = [.table(items(form, codebook))]
    if !form.scales.isEmpty { blocks.append(.table(scales(form))) }
    if !form.multiSelects.isEmpty {
      blocks.append(.table(questions(form)))
    }
    return .section(
      Section(id: Anchor(form.id), title: "Form “\(form.id)”, for \(form.role.plural)", blocks))
  }

  private static func items(_ form: Form, _ codebook: Codebook) -> Table {
    Table(
      caption: "Items",
      columns: [
        .init("Item", .text), .init("stem", .text, minWidth: 30), .init("options", .text),
        .init("keying", .text), .init("scale", .text), .init("asked", .text),
      ],
      rows: form.items.map { item in
        let scale = form.scales.first { $0.items.contains { $0.id == item.id } }
        return Table.Row(
          InlineText(item.id),
          [
            .text(InlineText(item.stem)), .text(InlineText(item.responseScale.id)),
            .text(InlineText(item.keying.rawValue)), .text(InlineText(scale?.id ?? "")),
            .text(InlineText(asked(item))),
          ])
      })
  }

  private static func asked(_ item: Item) -> String {
    let waves = item.askedIn.map { "in \($0.joined(separator: ", "))" }
    let condition = item.condition.map { condition in
      "if \(condition.attributeID) is \(condition.isAskedWhenEqual ? "" : "not ")\(condition.values.joined(separator: " or "))"
    }
    let level = item.level == .person ? "once a person" : nil
    return [waves, condition, level].compactMap(\.self).joined(separator: "; ")
  }

  private static func scales(_ form: Form) -> Table {
    Table(
      caption: "Scales",
      columns: [
        .init("Scale", .text), .init("name", .text), .init("domain", .text),
        .init("made of", .text, minWidth: 20), .init("score", .text),
      ],
      rows: form.scales.map { scale in
        let parts =
          scale.items.isEmpty
          ? scale.subscaleIDs : scale.items.map { ($0.isReverseKeyed ? "−" : "") + $0.id }
        return Table.Row(
          InlineText(scale.id),
          [
            .text(InlineText(scale.name)), .text(InlineText(scale.domainID ?? "")),
            .text(InlineText(parts.joined(separator: ", "))),
            .text(
              InlineText("\(scale.scoring.method.rawValue), at least \(minimum(scale.scoring))")),
          ])
      }, note: "− marks a reverse-keyed item.")
  }

  private static func minimum(_ rule: ScoringRule) -> String {
    switch rule.minimumAnswered {
    case .half: "half answered"
    case .all: "all answered"
    case .count(let count): "\(count) answered"
    }
  }

  private static func questions(_ form: Form) -> Table {
    Table(
      caption: "Several answers allowed",
      columns: [
        .init("Question", .text), .init("stem", .text, minWidth: 30),
        .init("options", .text, minWidth: 30),
      ],
      rows: form.multiSelects.map { question in
        Table.Row(
          InlineText(question.id),
          [
            .text(InlineText(question.stem)),
            .text(InlineText(question.options.map(\.code).joined(separator: ", "))),
          ])
      })
  }

  private static func pairs(_ codebook: Codebook) -> [Block] {
    guard !codebook.pairItems.isEmpty else { return [] }
    let rows = codebook.pairItems.map { pair in
      Table.Row(
        InlineText(pair.id),
        [
          .text(InlineText(pair.label)), .text(InlineText(pair.firstID)),
          .text(InlineText(pair.secondID)), .text(InlineText(pair.kind.rawValue)),
        ])
    }
    return [
      .section(
        Section(
          id: "pairs", title: "Pair items",
          [
            .table(
              Table(
                caption: "Questions asked of both sides",
                columns: [
                  .init("Pair item", .text), .init("label", .text), .init("first", .text),
                  .init("second", .text), .init("kind", .text),
                ], rows: rows))
          ]))
    ]
  }

  /// The same as JSON: `abacus.codebook/1`.
  package static func json(of codebook: Codebook) -> JSONValue {
    [
      "schema": "abacus.codebook/1",
      "instrument": [
        "id": .string(codebook.instrument.id), "title": .string(codebook.instrument.title),
        "version": .string(codebook.instrument.version),
        "status": .string(codebook.instrument.status.rawValue),
      ],
      "forms": .array(codebook.forms.map(json)),
      "pair_items": .array(
        codebook.pairItems.map { pair in
          [
            "id": .string(pair.id), "label": .string(pair.label), "first": .string(pair.firstID),
            "second": .string(pair.secondID), "kind": .string(pair.kind.rawValue),
          ]
        }),
    ]
  }

  private static func json(_ form: Form) -> JSONValue {
    [
      "id": .string(form.id), "role": .string(form.role.id),
      "items": .array(
        form.items.map { item in
          [
            "id": .string(item.id), "stem": .string(item.stem),
            "response_scale": .string(item.responseScale.id),
            "keying": .string(item.keying.rawValue), "level": .string(item.level.rawValue),
            "codes": .array(item.responseScale.codes.map(JSONValue.integer)),
          ]
        }),
      "scales": .array(
        form.scales.map { scale in
          [
            "id": .string(scale.id), "name": .string(scale.name),
            "domain": JSONValue(scale.domainID),
            "items": .array(scale.items.map { .string($0.id) }),
            "subscales": .array(scale.subscaleIDs.map(JSONValue.string)),
          ]
        }),
    ]
  }
}
