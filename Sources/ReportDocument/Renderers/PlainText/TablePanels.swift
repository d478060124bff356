/// A table too wide for a terminal, in parts that fit.
extension TableText {
  /// The parts of the table, each with the row headers in front; the table itself where it fits.
  ///
  /// A column wider than `width` still gets a part of its own.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - widths: the least width of each column of the table.
  ///   - gap: columns between two cells.
  func panels(width: Int, widths: [Int], gap: Int) -> [TableText] {
    guard widths.reduce(0, +) + gap * max(0, widths.count - 1) > width, widths.count > 2 else {
      return [self]
    }
    var groups: [[Int]] = []
    var used = width
    for place in widths.indices.dropFirst() {
      let needed = gap + widths[place]
      if used + needed > width {
        groups.append([])
        used = widths[0]
      }
      groups[groups.count - 1].append(place)
      used += needed
    }
    return groups.map(panel)
  }

  private func panel(_ places: [Int]) -> TableText {
    let kept = [0] + places
    let lines = lines.map { line -> Line in
      guard !line.isHeading else {
        return Line(
          cells: line.cells.map { Line.Cell(text: $0.text, columnCount: kept.count) },
          isHeading: true)
      }
      let cells = line.placed.compactMap { place, cell -> Line.Cell? in
        let covered = kept.filter { (place..<place + cell.columnCount).contains($0) }
        guard let first = covered.first else { return nil }
        // Words across several columns stand where they begin, and are not said twice.
        return Line.Cell(
          text: first == place ? cell.text : "", columnCount: covered.count,
          isSpanning: cell.isSpanning)
      }
      return Line(cells: cells, isHeading: false)
    }
    return TableText(columns: kept.map { columns[$0] }, lines: lines)
  }
}
