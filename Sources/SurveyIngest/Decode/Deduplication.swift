import SurveyModel

/// Keeps one response of each person, pair and wave: the last complete one.
struct Deduplication {
  let sources: [DecodedSource]
  let hasPairs: Bool
  let findings: FindingCollector

  private struct Key: Hashable {
    let person: Int32
    let pair: Int32
    let wave: UInt8
  }

  private struct Place {
    let source: Int
    let row: Int
  }

  /// The rows to keep of each source in their order, and how many each source loses.
  func rowsToKeep() -> (rows: [[Int]], duplicates: [Int]) {
    let groups = repeatedResponses()
    var dropped = sources.map { _ in [Int]() }
    var undecided: [Place] = []
    for places in groups.values {
      let (kept, isDecided) = choose(places)
      if !isDecided { undecided.append(kept) }
      for place in places where (place.source, place.row) != (kept.source, kept.row) {
        dropped[place.source].append(place.row)
      }
    }
    report(dropped, undecided)
    let rows = sources.indices.map { index in
      let rows = sources[index].tableRows.indices
      guard !dropped[index].isEmpty else { return Array(rows) }
      let gone = Set(dropped[index])
      return rows.filter { !gone.contains($0) }
    }
    return (rows, dropped.map(\.count))
  }

  /// The responses of each person, pair and wave that has several.
  private func repeatedResponses() -> [Key: [Place]] {
    let persons = SharedNumbers(sources.map(\.respondentKeys))
    let isRepeated = persons.repeated
    guard isRepeated.contains(true) else { return [:] }
    let pairs = SharedNumbers(sources.map(\.pairKeys))
    var first: [Key: Place] = [:]
    // Most persons answer once, so a list is made only for a second response.
    var groups: [Key: [Place]] = [:]
    for (index, source) in sources.enumerated() {
      for row in source.tableRows.indices {
        let (person, pair) = (persons.rows[index][row], pairs.rows[index][row])
        guard person >= 0, isRepeated[Int(person)], !hasPairs || pair >= 0 else { continue }
        let key = Key(person: person, pair: pair, wave: source.waves[row])
        let place = Place(source: index, row: row)
        if let earlier = first.updateValue(place, forKey: key) {
          groups[key, default: [earlier]].append(place)
        }
      }
    }
    return groups
  }

  /// The last complete response, or the last one where none is complete; undecided where
  /// timestamps are missing or equal, and then the last in file order.
  private func choose(_ places: [Place]) -> (kept: Place, isDecided: Bool) {
    let ordered = places.sorted { ($0.source, $0.row) < ($1.source, $1.row) }
    let complete = ordered.filter { sources[$0.source].finished[$0.row] != false }
    let candidates = complete.isEmpty ? ordered : complete
    let moments = candidates.map { sources[$0.source].submitted[$0.row] }
    let fallback = candidates[candidates.count - 1]
    guard candidates.count > 1 else { return (fallback, true) }
    guard !moments.contains(nil), let latest = moments.compactMap(\.self).max() else {
      return (fallback, false)
    }
    let last = candidates.indices.filter { moments[$0] == latest }
    return (candidates[last[last.count - 1]], last.count == 1)
  }

  private func report(_ dropped: [[Int]], _ undecided: [Place]) {
    for (source, rows) in zip(sources, dropped) where !rows.isEmpty {
      let tableRows = rows.sorted().map { source.tableRows[$0] }
      source.file.report(
        .duplicateResponse, rows: tableRows, total: rows.count, subject: nil,
        "\(counted(rows.count, "response repeats", "responses repeat")) a person, pair and wave; the last complete response of each is counted"
      )
    }
    for (index, source) in sources.enumerated() {
      let rows = undecided.filter { $0.source == index }.map { source.tableRows[$0.row] }.sorted()
      guard !rows.isEmpty else { continue }
      source.file.report(
        .undecidedDuplicate, rows: rows, total: rows.count, subject: nil,
        "\(counted(rows.count, "repeated response has", "repeated responses have")) no timestamp that tells the last; the last in the file is counted, so check these lines"
      )
    }
  }
}
