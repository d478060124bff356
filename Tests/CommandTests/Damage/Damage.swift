import Foundation
import NumericTestSupport
import SurveyModel

/// One way in which files are spoilt.
struct Damage: Sendable {
  /// Its name in failures.
  let name: String
  /// Whether it spoils single responses, so that two damages can hit different ones.
  let isOfRows: Bool
  /// Spoils the sheet; nil where there is nothing that it could spoil.
  let apply: @Sendable (inout ExportSheet, DamageBase, inout SeededGenerator) -> DamageMark?

  /// A damage of single responses.
  static func rows(
    _ name: String,
    _ apply:
      @escaping @Sendable (inout ExportSheet, DamageBase, inout SeededGenerator) ->
      DamageMark?
  ) -> Damage { Damage(name: name, isOfRows: true, apply: apply) }

  /// A damage of columns, or of the file as a whole.
  static func file(
    _ name: String,
    _ apply:
      @escaping @Sendable (inout ExportSheet, DamageBase, inout SeededGenerator) ->
      DamageMark?
  ) -> Damage { Damage(name: name, isOfRows: false, apply: apply) }

  /// Every damage.
  static let all = ofCells + ofRows + ofColumns + ofFiles
}

/// What a damage did, and by which findings it may be named.
struct DamageMark {
  /// The responses whose answers may not be counted as they stand, by their place in the good file.
  var origins: Set<Int> = []
  /// The responses that may be lost besides.
  var lost: Set<Int> = []
  /// The records that a finding may point to; nil where the damage is one of the file, and any line
  /// may be named.
  var records: [UUID]?
  /// The kinds of finding that name it.
  var codes: Set<FindingCode> = []

  /// A damage that changes no number.
  static let harmless = DamageMark()

  /// A damage of one response.
  static func record(_ place: Int, of sheet: ExportSheet, _ codes: FindingCode...) -> DamageMark {
    DamageMark(
      origins: sheet.records[place].origin.map { [$0] } ?? [], records: [sheet.records[place].id],
      codes: Set(codes))
  }

  /// A damage of the file.
  static func whole(_ codes: FindingCode...) -> DamageMark { DamageMark(codes: Set(codes)) }
}

/// What a good export is about: which columns hold what.
struct DamageBase: Sendable {
  /// What a column holds.
  enum Kind: Hashable, Sendable {
    case answer, number, category, respondent, pair, submitted, consent, status, tick
  }

  /// The kinds of the columns that numbers are made of, by name.
  let kinds: [String: Kind]

  /// The columns of a kind that a sheet has.
  func columns(_ kinds: Set<Kind>, in sheet: ExportSheet) -> [Int] {
    sheet.names.indices.filter { self.kinds[sheet.names[$0]].map(kinds.contains) ?? false }
  }

  /// A response and a column in which it holds some text.
  func filledCell(
    _ kinds: Set<Kind>, in sheet: ExportSheet, _ random: inout SeededGenerator,
    where holds: (String) -> Bool = { !$0.isEmpty }
  ) -> (record: Int, column: Int)? {
    let columns = columns(kinds, in: sheet)
    for _ in 0..<40 {
      guard let record = sheet.freshResponses.randomElement(using: &random),
        let column = columns.randomElement(using: &random)
      else { return nil }
      let cells = sheet.records[record].cells
      if column < cells.count, holds(cells[column]) { return (record, column) }
    }
    return nil
  }
}

extension ExportSheet {
  /// The responses that no damage has touched.
  var freshResponses: [Int] {
    responses.filter { place in
      let record = records[place]
      return record.origin != nil && record.edits.isEmpty && record.delimiter == nil
        && !touched.contains(record.origin ?? -1)
    }
  }
}
