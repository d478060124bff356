@testable import ReportDocument

/// The charts of `SampleDocument`.
enum SampleCharts {
  static func table(_ caption: InlineText) -> Table {
    Table(
      caption: caption, columns: [.init("Item", .text), .init("n"), .init("mean")],
      rows: [
        Table.Row("I adapt to the weather.", [.integer(57), .number(4.0, .mean(decimals: 2))]),
        Table.Row("I notice weeds.", [.spanning("hidden: fewer than 5", columns: 2)]),
      ])
  }

  static let agreement = DivergingBarChart.Options(
    negative: ["Strongly disagree", "Disagree"], neutral: "Neither",
    positive: ["Agree", "Strongly agree"], apart: ["Does not apply"])

  static let fivePoints = DivergingBarChart(
    words: ChartWords(
      title: "Growers’ own conduct: share of each answer",
      description: "Diverging stacked bars: most growers adapt, few speak about failings.",
      order: "Items in questionnaire order.", table: table("Growers’ own conduct, percent")),
    options: agreement,
    rows: [
      .init("I adapt to my garden’s ground.", five([0.02, 0.06, 0.14, 0.46, 0.32], 0)),
      .init(
        "I notice when someone is needed to recommend a better spade for an opportunity.",
        five([0.04, 0.11, 0.22, 0.41, 0.22], 0.03)),
      .init("I say when work falls short.", .hidden(reason: "hidden: fewer than 5 growers")),
      .init(
        "My visitor and I could each write down the same goals for this garden, and then we would "
          + "compare them at length and talk about every single difference between the lists.",
        .banded(negative: 0.24, neutral: 0.31, positive: 0.45)),
      .init(
        "It would be risky for my visitor to disagree openly with me.", marker: "(R)",
        five([0.24, 0.39, 0.22, 0.12, 0.03], 0.11)),
    ])

  static func five(_ shares: [Double], _ apart: Double) -> DivergingBarChart.Content {
    .shares(.init(ordered: shares, apart: [apart], of: agreement))
  }

  static let eleven = DivergingBarChart.Options(
    negative: ["0", "1", "2", "3", "4"], neutral: "5", positive: ["6", "7", "8", "9", "10"],
    apart: ["Does not apply", "Prefer not to say"])

  static let elevenPoints = DivergingBarChart(
    words: ChartWords(
      title: "Would recommend, 0 to 10", description: "Most would recommend.",
      table: table("Recommendation")),
    options: eleven,
    rows: [
      .init(
        "Recommend to a friend",
        .shares(
          .init(
            ordered: [0.08, 0.08, 0.08, 0.08, 0.08, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
            apart: [0.04, 0.02], of: eleven))),
      .init(
        "Recommend to a stranger",
        .shares(
          .init(
            ordered: [0, 0, 0, 0, 0.02, 0.08, 0.1, 0.2, 0.2, 0.2, 0.2], apart: [0, 0.12],
            of: eleven))),
    ])

  static let four = DivergingBarChart.Options(
    negative: ["Never", "Seldom"], positive: ["Often", "Always"])

  static let fourPoints = DivergingBarChart(
    words: ChartWords(
      title: "How often", description: "Often for most.", table: table("Frequency")),
    options: four,
    rows: [
      .init("Waters", .shares(.init(ordered: [0.1, 0.2, 0.3, 0.4], of: four))),
      .init("Weeds", .shares(.init(ordered: [0.6, 0.3, 0.1, 0], of: four))),
    ])

  static let reasons = BarChart(
    words: ChartWords(
      title: "Why visitors came", description: "Quiet comes first.", table: table("Reasons")),
    rows: [
      .init("Quiet", .share(0.584)),
      .init("To learn about plants that grow in shade", .share(0.31)),
      .init("Other", .hidden(reason: "hidden: fewer than 5 visitors")), .init("None", .share(0)),
    ])

  static let dumbbell = MeansChart(
    words: ChartWords(
      title: "What growers say they do and what their visitors see",
      description: "Means with 95 % intervals; visitors see less in two of four.",
      table: table("Pairs")),
    series: ["growers", "their visitors"],
    axis: .init(lower: 1, upper: 5, ticks: [1, 2, 3, 4, 5], label: "mean, 1 to 5"),
    rows: [
      .init("Recommends for opportunities", [.init(3.66, 3.4...3.9), .init(3.12, 2.9...3.3)]),
      .init("Same goals", [.init(3.28, 3.1...3.5), .init(3.31, 3.1...3.5)]),
      .init(
        "Asks about wellbeing and listens to what is said about it", [.init(4.12, 3.9...4.3), nil],
        reason: "visitors hidden: fewer than 5"),
      .init("Adapts to background", [nil, nil], reason: "hidden: fewer than 5 growers"),
    ])

  static let singleSeries = MeansChart(
    words: ChartWords(
      title: "Change from early to late season", description: "Trust rose.",
      table: table("Change")),
    series: ["change"],
    axis: .init(
      lower: -1, upper: 1, ticks: [-1, -0.5, 0, 0.5, 1], style: .signed(), reference: 0),
    rows: [
      .init("Trust", [.init(0.3, 0.1...0.5)]), .init("Time", [.init(-0.1, -0.3...0.1)]),
    ])

  static let ages = HistogramChart(
    words: ChartWords(
      title: "Scores of visitors", description: "Most scores lie between 3 and 4.",
      table: table("Scores")),
    bins: [2, 5, 9, 24, 41, 58, 21, 8].enumerated().map { index, count in
      .init(1 + Double(index) * 0.5, 1.5 + Double(index) * 0.5, count: count)
    },
    axisLabel: "score, 1 to 5", style: .plain(decimals: 1), mean: 3.36)
}
