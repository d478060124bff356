@testable import ReportDocument

/// A document with every kind of block, cell and chart. Its people and numbers are invented.
enum SampleDocument {
  static let document = Document(
    title: "Riverside Gardens 2025: what growers and visitors say",
    metaLines: [
      "Early and late season, 12 January to 20 June 2025 · 61 growers, 168 visitors",
      "made 23 June 2025 by sample 0.1",
    ],
    generator: "sample 0.1", description: "What growers and visitors of a garden say.",
    blocks: [
      .section(Section(id: "short", title: "In short", [.findings(findings)])),
      .section(Section(id: "who", title: "Who answered", who)),
      .section(Section(id: "care", title: "Care", care)),
      .section(Section(id: "pairs", title: "Both sides of the bed", pairs)),
      .section(Section(id: "change", title: "Numbers & bins", bins)),
      .section(Section(id: "trust", title: "Can the scales be trusted?", trust)),
    ])

  static let findings = [
    FindingItem(
      claim: "Growers think they explain a lot; their visitors see less of it.",
      evidence: [
        .text(
          "“Explains what grows here”: growers 3.7, visitors 3.1 of 5; gap "
            + NumberStyle.mean().text(0.54, lower: 0.2, upper: 0.9, level: 0.95)
            + ", 54 growers with 148 visitors; largest of 11 gaps looked at). "),
        .link(to: "pairs", "Both sides"),
      ]),
    FindingItem(
      claim: "Time is what both sides lack first.",
      evidence: [
        .text("58 % of growers and 44 % of visitors agree that there is too little time. "),
        .link(to: "care", "Care"),
      ]),
    FindingItem(
      claim: "Two scales should not be used for single persons.",
      evidence: [
        .text("“Return” (alpha .58) and “Time” (.61). "), .link(to: "trust", "Trust"),
        .text(" "), .link(to: "nowhere", "no such place"),
      ]),
  ]

  static let who: [Block] = [
    .facts([
      Fact("74", "growers invited"), Fact("61", "answered (82 %)"),
      Fact("54", "with at least one linked visitor"), Fact("203", "visitors invited"),
      Fact("1,168", "answered (83 %)"), Fact("121", "answered twice"),
    ]),
    .note([
      .text("Left out: 3 duplicates, "), .strong("last complete one kept"), .text(". See "),
      .code("notes_file.csv"), .text(" and "),
      .link(
        to: WebAddress("https://doi.org/10.1016/S0005-7967(02)00001-1").map(LinkTarget.web)
          ?? "none", "the method"), .text("."),
    ]),
    .bulletList(["One point", [.emphasis("another"), .text(" point, with\na line break")]]),
  ]

  static let care: [Block] = [
    .paragraph("This section shows how growers see their own conduct."),
    .chart(.divergingBars(SampleCharts.fivePoints)),
    .note("(R) reversed: agreement is the unfavourable answer."),
    .chart(.divergingBars(SampleCharts.elevenPoints)),
    .chart(.divergingBars(SampleCharts.fourPoints)),
    .section(
      Section(
        id: "reasons", title: "Reasons for coming",
        [.chart(.bars(SampleCharts.reasons)), .rule, .code("count --by reason\n  --min 5")])),
  ]

  static let pairs: [Block] = [
    .chart(.means(SampleCharts.dumbbell)), .chart(.means(SampleCharts.singleSeries)),
  ]

  static let bins: [Block] = [.chart(.histogram(SampleCharts.ages))]

  static let trust: [Block] = [
    .table(reliability),
    .details(
      summary: "What exactly is this alpha of .78?",
      [
        .definitionList([
          Definition(
            "Definition", [.text("raw alpha, from covariances ("), .code("a_b"), .text(")")]),
          Definition("Interval", "Feldt, 95 %; assumes normal, near-parallel items"),
          Definition("Cases", "55 complete of 61; 6 lost"),
        ]),
        .paragraph("Nothing else."),
      ]),
    .heading(level: 3, "日本語 and other wide text", id: "wide"),
    .table(wide),
  ]

  static let reliability = Table(
    caption: "Internal consistency, late season",
    columns: [
      .init("Scale", .text), .init("items"), .init("n"), .init("alpha"), .init("95 % interval"),
      .init("p"), .init("share"), .init("use it for", .text, minWidth: 12),
    ],
    groups: [
      Table.RowGroup(
        heading: "Growers",
        rows: [
          Table.Row(
            "Roles and support",
            [
              .integer(4), .integer(1055), .number(0.7849, .coefficient()),
              .interval(lower: 0.67, upper: 0.862, .coefficient()), .number(0.0004, .pValue),
              .bar(0.58), .text("group means"),
            ]),
          Table.Row(
            "Return",
            [
              .integer(4), .integer(53), .number(-0.05, .coefficient()),
              .interval(lower: -0.37, upper: 0.74, .coefficient()), .number(0.9996, .pValue),
              .percent(0.125), .text("single items only"),
            ]),
        ]),
      Table.RowGroup(
        heading: "Sites",
        rows: [
          Table.Row(
            "Site “North”",
            [.integer(4), .spanning("hidden: fewer than 5 growers", columns: 6)]),
          Table.Row(
            "Site “South”",
            [.integer(4), .integer(9), .empty(reason: "no variance"), .empty(reason: "–")]),
        ]),
    ],
    note: "Intervals by Feldt.")

  static let wide = Table(
    caption: "Names",
    columns: [.init("Name", .text), .init("Width")],
    rows: [
      Table.Row("日本語", [.integer(6)]), Table.Row("Cafe\u{301} | bar", [.integer(10)]),
      Table.Row("plain", [.number(-1.25, .signed())]),
    ])
}
