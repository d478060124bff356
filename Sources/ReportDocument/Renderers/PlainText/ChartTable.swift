extension Chart {
  /// The drawing as a table of text bars, for output without drawings.
  var textTable: Table {
    switch self {
    case .divergingBars(let chart): chart.textTable
    case .means(let chart): chart.textTable
    case .histogram(let chart): chart.textTable
    case .bars(let chart): chart.textTable
    case .line(let chart): chart.textTable
    }
  }
}

extension String {
  /// At most 60 columns of a label; the chart's own table has all of it.
  fileprivate var shortened: String {
    LineWrapper.columns(60).lines(VisibleText.clean(self), atMost: 1)[0]
  }
}

extension DivergingBarChart.Row {
  fileprivate var shortLabel: String {
    label.shortened + (marker.map { " " + $0 } ?? "")
  }
}

extension ChartWords {
  /// Heading of the column of row labels.
  fileprivate var labelHeading: String {
    table.columns.first?.header ?? ""
  }
}

extension DivergingBarChart {
  /// Net agreement (positive less negative, in percentage points) and a stacked bar.
  fileprivate var textTable: Table {
    let middle = options.neutral.map { ", \(TextBar.neutral) \($0)" } ?? ""
    let bars =
      "\(TextBar.negative) \(options.negativeTogether)\(middle), "
      + "\(TextBar.positive) \(options.positiveTogether); one character is 5 %. "
    let net =
      "\(FixedWords.net): \(options.positiveTogether) less \(options.negativeTogether), "
      + "in percentage points."
    let shown = rows.map(\.content).filter { $0.sums != nil }
    let legend = (shown.allSatisfy(\.isBlurred) ? "" : bars) + net
    return Table(
      caption: InlineText(words.title),
      columns: [
        .init(words.labelHeading, .text), .init(FixedWords.net), .init(FixedWords.bar, .text),
      ],
      rows: rows.map { Table.Row(InlineText($0.shortLabel), $0.content.textCells(options)) },
      note: shown.isEmpty ? nil : InlineText(legend))
  }
}

extension DivergingBarChart.Content {
  /// True where some share is known by a limit only.
  fileprivate var isBlurred: Bool {
    guard case .banded(let negative, let neutral, let positive) = self else { return false }
    return [negative, neutral, positive].contains { $0?.bound != nil }
  }

  fileprivate func textCells(_ options: DivergingBarChart.Options) -> [Cell] {
    switch self {
    case .hidden(let reason): [.empty(reason: ""), .text(InlineText(reason))]
    case .banded(let negative, let neutral, let positive):
      isBlurred
        ? [Self.net(negative, positive), Self.words(negative, neutral, positive, options)]
        : Self.cells(negative.share, neutral?.share ?? 0, positive.share)
    case .shares(let shares):
      Self.cells(
        shares.negative.reduce(0, +), shares.neutral ?? 0, shares.positive.reduce(0, +))
    }
  }

  private static func cells(_ negative: Double, _ neutral: Double, _ positive: Double) -> [Cell] {
    let bar = TextBar.stacked([
      (negative, TextBar.negative), (neutral, TextBar.neutral), (positive, TextBar.positive),
    ])
    return [.number(positive - negative, .points), .text(InlineText(bar))]
  }

  /// The difference of two shares, or the limit that it keeps; nothing where it keeps none.
  private static func net(
    _ negative: DivergingBarChart.Band, _ positive: DivergingBarChart.Band
  ) -> Cell {
    let difference = positive.share - negative.share
    let text = NumberStyle.points.text(difference)
    return switch (negative.bound, positive.bound) {
    case (nil, nil): .number(difference, .points)
    case (.atMost?, .atMost?), (.atLeast?, .atLeast?): .empty(reason: "–")
    case (.atMost?, _), (_, .atLeast?): .text("≥\u{A0}\(text)")
    case (.atLeast?, _), (_, .atMost?): .text("≤\u{A0}\(text)")
    }
  }

  /// The shares in words: a bar would have a length that no share is known to have.
  private static func words(
    _ negative: DivergingBarChart.Band, _ neutral: DivergingBarChart.Band?,
    _ positive: DivergingBarChart.Band, _ options: DivergingBarChart.Options
  ) -> Cell {
    let middle = neutral.flatMap { band in options.neutral.map { [(band, $0)] } } ?? []
    let parts =
      [(negative, options.negativeTogether)] + middle + [(positive, options.positiveTogether)]
    return .text(InlineText(parts.map { "\($0.percent) \($1)" }.joined(separator: ", ")))
  }
}

extension MeansChart {
  /// Marks on a dotted line from one end of the axis to the other.
  fileprivate var textTable: Table {
    let marks: [Character] = ["●", "◆"]
    let legend = (shownSeries.map { "\(marks[$0]) \(series[$0])" } + both).joined(separator: ", ")
    let range = axis.style.text(lower: axis.lower, upper: axis.upper)
    return Table(
      caption: InlineText(words.title),
      columns: [.init(words.labelHeading, .text), .init(range, .text)],
      rows: rows.map { row in
        let placed = zip(row.marks, marks).compactMap { mark, character in
          mark.map { (($0.value - axis.lower) / (axis.upper - axis.lower), character) }
        }
        let strip = placed.isEmpty ? nil : TextBar.strip(placed)
        let words = [strip, row.reason].compactMap { $0 }.joined(separator: " ")
        return Table.Row(InlineText(row.label.shortened), [.text(InlineText(words))])
      },
      note: series.count > 1 && !shownSeries.isEmpty ? InlineText(legend) : nil)
  }

  /// Explains the character of two marks in one place, where a row has it.
  private var both: [String] {
    let hasBoth = rows.contains { row in
      let places = row.marks.compactMap { mark in
        mark.map { TextBar.place(($0.value - axis.lower) / (axis.upper - axis.lower)) }
      }
      return places.count > Set(places).count
    }
    return hasBoth ? ["\(TextBar.bothMarks) both in one place"] : []
  }
}

extension LineChart {
  /// Marks on a dotted line from one end of the axis to the other, a row for each time.
  fileprivate var textTable: Table {
    let range = axis.style.text(lower: axis.lower, upper: axis.upper)
    return Table(
      caption: InlineText(words.title),
      columns: [.init(words.labelHeading, .text), .init(range, .text)],
      rows: points.map { point in
        let place = (point.value - axis.lower) / (axis.upper - axis.lower)
        let strip = TextBar.strip([(place, point.standsOut ? "◆" : "●")])
        return Table.Row(InlineText(point.label.shortened), [.text(InlineText(strip))])
      },
      note: limits.map { limits in
        let mark = points.contains(where: \.standsOut) ? "◆ \(FixedWords.standsOut); " : ""
        return InlineText(
          "\(mark)limits \(axis.style.text(lower: limits.lower, upper: limits.upper)), centre \(axis.style.text(limits.centre))"
        )
      })
  }
}

extension HistogramChart {
  /// Counts and bars as long as the largest count.
  fileprivate var textTable: Table {
    let most = Double(max(1, bins.map(\.count).max() ?? 1))
    return Table(
      caption: InlineText(words.title),
      columns: [.init(axisLabel, .text), .init("n"), .init(FixedWords.bar, .text)],
      rows: bins.map { bin in
        let bar = TextBar.stacked([(Double(bin.count) / most, TextBar.positive)])
        return Table.Row(
          InlineText(bin.label ?? style.text(lower: bin.lower, upper: bin.upper)),
          [.integer(bin.count), .text(InlineText(bar))])
      },
      note: mean.map { InlineText("mean \(meanStyle.text($0))") })
  }
}

extension BarChart {
  /// Shares and bars.
  fileprivate var textTable: Table {
    Table(
      caption: InlineText(words.title),
      columns: [
        .init(words.labelHeading, .text), .init(numberHeading), .init(FixedWords.bar, .text),
      ],
      rows: rows.map { row in
        switch row.content {
        case .hidden(let reason):
          return Table.Row(
            InlineText(row.label.shortened), [.empty(reason: ""), .text(InlineText(reason))])
        case .share(let share):
          let bar = TextBar.stacked([(share, TextBar.positive)])
          return Table.Row(
            InlineText(row.label.shortened), [.percent(share), .text(InlineText(bar))])
        case .amount(let value, _, let style):
          let mark = value < 0 ? TextBar.negative : TextBar.positive
          let bar = TextBar.stacked([(row.content.shown ?? 0, mark)])
          return Table.Row(
            InlineText(row.label.shortened), [.number(value, style), .text(InlineText(bar))])
        }
      })
  }

  /// The bars as characters, each with its number.
  package var barTable: Table { textTable }

  /// Amounts are named as in the chart's own table.
  private var numberHeading: String {
    let hasAmounts = rows.contains { $0.content.amountText != nil }
    return hasAmounts && words.table.columns.count > 1 ? words.table.columns[1].header : "%"
  }
}
