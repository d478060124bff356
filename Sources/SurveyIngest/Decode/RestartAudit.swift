import SurveyModel

/// Looks for identifiers that begin again in each file, or in parts of one file, so that different
/// persons have one identifier.
///
/// Two files of a form are compared where half of the identifiers of one are in the other, too, and two
/// parts of a file that were pasted below each other (`PastedParts`). If what
/// is known of the persons agrees no more than it would between strangers, they are different persons.
/// In one wave all but one of their responses would be left out as repeated, so that the run stops; over
/// waves and pairs they would count as one person, which is reported.
struct RestartAudit {
  let sources: [DecodedSource]
  let codebook: Codebook
  let findings: FindingCollector

  /// Fewer shared identifiers tell little.
  private static let fewestShared = 5

  func report() {
    for form in codebook.forms {
      let own = sources.filter { $0.file.form.id == form.id }
      for source in own { compareParts(of: source) }
      guard own.count > 1 else { continue }
      report(own, by: \.respondentKeys, compare)
      report(own, by: \.pairKeys, comparePairs)
    }
  }

  /// Two files, and for each identifier in both its first row in each of them.
  struct Shared {
    let earlier: DecodedSource
    let later: DecodedSource
    let rows: [(earlier: Int, later: Int)]
    /// How many identifiers the later file has.
    let count: Int
    /// The first row of the later part where both are parts of one file.
    var partStart: Int?
  }

  private func report(
    _ own: [DecodedSource], by keys: KeyPath<DecodedSource, CodedTexts>,
    _ compare: (Shared) -> Bool
  ) {
    let numbers = SharedNumbers(own.map { $0[keyPath: keys] })
    guard numbers.repeated.contains(true) else { return }
    let first = numbers.rows.map { Self.firstRows($0, count: numbers.count) }
    let counts = first.map { $0.count { $0 >= 0 } }
    for later in own.indices {
      for earlier in own.indices[..<later] {
        let rows = zip(first[earlier], first[later]).filter { $0.0 >= 0 && $0.1 >= 0 }
          .map { (earlier: Int($0.0), later: Int($0.1)) }
        guard rows.count >= Self.fewestShared, rows.count * 2 >= min(counts[earlier], counts[later])
        else { continue }
        // One finding a file says it.
        if compare(
          Shared(earlier: own[earlier], later: own[later], rows: rows, count: counts[later]))
        {
          break
        }
      }
    }
  }

  private static func firstRows(_ numbers: [Int32], count: Int) -> [Int32] {
    var first = [Int32](repeating: -1, count: count)
    for (row, number) in numbers.enumerated() where number >= 0 && first[Int(number)] < 0 {
      first[Int(number)] = Int32(row)
    }
    return first
  }

  // MARK: Persons

  /// Reports two files in which one identifier names different persons.
  private func compare(_ shared: Shared) -> Bool {
    let facts = PersonFacts(codebook: codebook, shared: shared)
    let isOneOccasion = isOneOccasion(shared)
    guard !(isOneOccasion && facts.areSameMoments),
      facts.areStrangers(withAnswers: isOneOccasion)
    else { return false }
    let name = FilePath.name(of: shared.earlier.file.path)
    let some =
      "\(shared.rows.count) of \(counted(shared.count, "respondent", "respondents")) of this file \(shared.rows.count == 1 ? "has" : "have") the identifier of one in `\(name)`, but what is known of them agrees no more than between strangers"
    add(
      isOneOccasion ? .restartedIdentifiers : .reusedIdentifiers, shared, .respondent,
      isOneOccasion
        ? "\(some), and all but one response of each would be left out; if identifiers begin again in each file, write the file's name before them in a copy, and if the same persons answered twice, give each source its `wave`"
        : "\(some), and they count as the same persons; if identifiers begin again in each file, write the file's name before them in a copy"
    )
    return true
  }

  /// Reports two parts of a file in which one identifier names different persons.
  private func compareParts(of source: DecodedSource) {
    guard let shared = PastedParts(source: source).shared(atLeast: Self.fewestShared) else {
      return
    }
    let facts = PersonFacts(codebook: codebook, shared: shared)
    guard !facts.areSameMoments, facts.areStrangers(withAnswers: true) else { return }
    add(
      .restartedIdentifiers, shared, .respondent,
      "\(shared.rows.count) of \(counted(shared.count, "respondent", "respondents")) from this line on \(shared.rows.count == 1 ? "has" : "have") the identifier of one above, but what is known of them agrees no more than between strangers, and all but one response of each would be left out; if identifiers begin again where files were put together, write the part's name before them in a copy, and if the same persons answered twice, give each part its `wave`"
    )
  }

  /// Whether most of the shared persons have one wave and pair in both files.
  private func isOneOccasion(_ shared: Shared) -> Bool {
    let same = shared.rows.count { row in
      shared.earlier.waves[row.earlier] == shared.later.waves[row.later]
        && shared.earlier.pairKeys[row.earlier] == shared.later.pairKeys[row.later]
    }
    return same * 2 > shared.rows.count
  }

  // MARK: Pairs

  /// Reports two files of one wave in which one identifier of a pair goes with different respondents.
  private func comparePairs(_ shared: Shared) -> Bool {
    let rows = shared.rows.filter { row in
      shared.earlier.waves[row.earlier] == shared.later.waves[row.later]
        && shared.earlier.respondentKeys[row.earlier] != nil
        && shared.later.respondentKeys[row.later] != nil
    }
    let same = rows.count { row in
      shared.earlier.respondentKeys[row.earlier] == shared.later.respondentKeys[row.later]
    }
    guard rows.count >= Self.fewestShared, rows.count * 2 >= shared.rows.count,
      same * 10 < rows.count
    else { return false }
    let name = FilePath.name(of: shared.earlier.file.path)
    add(
      .reusedIdentifiers, shared, .pair,
      "\(rows.count) of \(counted(shared.count, "pair", "pairs")) of this file have the identifier of one in `\(name)` and other respondents, and they count as the same pairs; if identifiers begin again in each file, write the file's name before them in a copy"
    )
    return true
  }

  private func add(
    _ code: FindingCode, _ shared: Shared, _ use: Attribute.Use, _ message: String
  ) {
    let file = shared.later.file
    let subject = file.attribute(use, in: codebook)
    let column = subject?.column.index
    let place =
      shared.partStart.map { file.location(row: shared.later.tableRows[$0], column: column) }
      ?? SourceLocation(file: file.path, line: 1, column: column.map { $0 + 1 })
    findings.add(
      Finding(
        code, at: place,
        subject: subject?.attribute.id, count: shared.rows.count, message))
  }
}
