import Foundation
import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyAnalysis

@Suite struct PublishedGroupsTests {
  private let minimum = 5

  /// How many sequences of six questions are tried; `ABACUS_ATTACKS` asks for more.
  private static let sequenceCount =
    ProcessInfo.processInfo.environment["ABACUS_ATTACKS"].flatMap(UInt64.init) ?? 1_000

  /// What an attacker knows of one family of targets on one form: sets of rows with their sums.
  private struct Known {
    var sets: [Set<Int>] = []
  }

  @Test func randomQuestionsNeverSingleOutFewerThanTheMinimum() throws {
    var shownCount = 0
    var refusedCount = 0
    for seed in UInt64(0)..<Self.sequenceCount {
      var sample = SelectionSample(seed: seed, waves: seed % 3 == 0 ? 2 : 1)
      var published: PublishedGroups? = PublishedGroups(sample.dataset)
      var known: [String: Known] = [:]
      for _ in 0..<6 {
        let asked = ask(&sample, &published)
        shownCount += asked.shown.count
        refusedCount += asked.refusedCount
        for (target, rows) in asked.shown { known[target, default: Known()].sets.append(rows) }
      }
      for (target, known) in known {
        expectNothingIsolated(target, known.sets, sample.dataset, "seed \(seed)")
      }
    }
    // The attack is one only where much is answered and much refused.
    #expect(shownCount > 3 * Int(Self.sequenceCount))
    #expect(refusedCount > Int(Self.sequenceCount))
  }

  /// One random question, and the rows behind everything that was shown.
  private func ask(
    _ sample: inout SelectionSample, _ published: inout PublishedGroups?
  ) -> (shown: [(String, Set<Int>)], refusedCount: Int) {
    let id = sample.one(of: ["E1", "E2", "ES", "A1", "AS", "months"])
    let role = id.hasPrefix("A") ? "mentor" : "mentee"
    let (condition, rule) = sample.condition(depth: 2)
    let fields = sample.some(["site", "cohort"], upTo: 2)
    let isWhole = sample.chance(1, of: 4)
    let text =
      "mean(\(id)) where role = \(role)\(isWhole ? "" : " and \(condition)")"
      + (fields.isEmpty ? "" : " by \(fields.joined(separator: ", "))")
    guard
      let answers = try? GroupAnswers(
        GroupQuestion(text), of: sample.dataset, rule: .default)
    else {
      Issue.record("\(text) is refused")
      return ([], 0)
    }
    let table = answers.table(publishing: &published)
    var shown: [(String, Set<Int>)] = []
    var refused = 0
    guard let form = sample.dataset.responses(to: role) else { return ([], 0) }
    for row in table.rows {
      guard row.last != .hidden, row.last != .null else {
        refused += 1
        continue
      }
      let rows = (0..<form.rowCount).filter { place in
        (isWhole || rule(form, place) == true) && Self.isIn(row, table, form, place, sample.dataset)
      }
      shown.append((id, Set(rows)))
    }
    return (shown, refused)
  }

  /// Whether a row of a form belongs to a row of an answer.
  private static func isIn(
    _ line: [QueryTable.Value], _ table: QueryTable, _ form: FormResponses, _ place: Int,
    _ dataset: SurveyDataset
  ) -> Bool {
    zip(table.columns, line).allSatisfy { column, value in
      switch column.name {
      case "wave": value == .text(dataset.waves[Int(form.waves[place])].label)
      case "site", "cohort":
        value
          == (SelectionSample.category(column.name, form, place).map(QueryTable.Value.text)
            ?? .null)
      default: true
      }
    }
  }

  /// Every set that unions, intersections and differences can make is a union of the smallest ones,
  /// those that no published set cuts; each of them must have nobody who answered, or enough.
  private func expectNothingIsolated(
    _ target: String, _ sets: [Set<Int>], _ dataset: SurveyDataset, _ context: String
  ) {
    guard
      let form = dataset.forms.first(where: {
        QuestionTarget(target, in: $0) != nil && (target != "months" || $0.form.id == "mentee")
      }),
      let other = dataset.forms.first(where: { $0.form.id != form.form.id }),
      let found = QuestionTarget(target, in: form)
    else { return }
    let values = found.numbers(in: form)
    var atoms: [[Int]: [Int]] = [:]
    for row in 0..<form.rowCount where values[row] != nil {
      let mark = [Int(form.waves[row])] + sets.map { $0.contains(row) ? 1 : 0 }
      atoms[mark, default: []].append(row)
    }
    let touched = Set(sets.joined().map { Int(form.waves[$0]) })
    for (mark, rows) in atoms where touched.contains(mark[0]) {
      let persons = Set(rows.map { form.persons[$0] })
      let partners = Set(
        rows.compactMap { row in other.pairs?.firstIndex(of: form.pairs?[row] ?? -1) }
          .map { other.persons[$0] })
      #expect(
        persons.count >= minimum && partners.count >= minimum,
        "\(context): \(target) of \(persons.count) persons of \(partners.count) follows")
    }
  }

  @Test func theRestOfEveryoneIsProtected() throws {
    // 24 persons: 21 at one site, 3 at the other.
    let form = Sample.form(
      [SampleColumn("a", codes: (0..<24).map { $0 % 5 + 1 })],
      categories: ["site": (0..<24).map { $0 < 21 ? "large" : "small" }])
    let table = try answer("mean(a) by site", Sample.dataset([form]))
    #expect(table.rows.map(\.last) == [.hidden, .hidden])
    #expect(
      table.notes == [
        "Hidden where a value would, with what was shown before, single out fewer than 5 persons.",
        "Hidden where fewer than 5 persons stand behind a value.",
      ])
  }

  @Test func whatWasShownBeforeCounts() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: (0..<60).map { $0 % 5 + 1 })],
      numbers: ["months": (0..<60).map(Double.init)])
    let dataset = Sample.dataset([form])
    var published: PublishedGroups? = PublishedGroups(dataset)
    let first = try answer("mean(a) where months < 30", dataset, &published)
    let second = try answer("mean(a) where months < 28", dataset, &published)
    let third = try answer("mean(a) where months < 25", dataset, &published)
    #expect(first.rows[0].last != .hidden)
    #expect(second.rows[0].last == .hidden)
    #expect(third.rows[0].last != .hidden)
    // Another item has its own history.
    #expect(published?.added.map(\.rows.count) == [30, 25])
  }

  @Test func aScaleAndItsItemsHaveOneHistory() throws {
    let columns = ["a", "b"].map { SampleColumn($0, codes: (0..<60).map { $0 % 5 + 1 }) }
    let form = Sample.form(
      columns, scales: [Sample.scale("s", of: .items(columns.map(\.item)))],
      numbers: ["months": (0..<60).map(Double.init)])
    let dataset = Sample.dataset([form])
    var published: PublishedGroups? = PublishedGroups(dataset)
    let scale = try answer("mean(s) where months < 30", dataset, &published)
    let item = try answer("mean(a) where months < 29", dataset, &published)
    let other = try answer("mean(months) where months < 29", dataset, &published)
    #expect(scale.rows[0].last != .hidden)
    #expect(item.rows[0].last == .hidden)
    #expect(other.rows[0].last != .hidden)
  }

  @Test func whoAnsweredAlikeIsToldOfLargeGroupsOnly() throws {
    let form = Sample.form(
      [
        SampleColumn("a", codes: (0..<60).map { $0 < 12 ? 1 : 2 }),
        SampleColumn("b", codes: (0..<60).map { $0 % 5 + 1 }),
      ])
    let dataset = Sample.dataset([form])
    #expect(try answer("mean(b) where a = 1", dataset).rows.isEmpty)
    #expect(try answer("mean(b) where a = 2", dataset).rows.isEmpty)
    #expect(try answer("mean(b) by a", dataset).rows.isEmpty)
    #expect(try answer("mean(b) where a in (1, 2)", dataset).rows.count == 1)
  }

  @Test func restoringTheLogRefusesTheSame() throws {
    let form = Sample.form(
      [SampleColumn("a", codes: (0..<60).map { $0 % 5 + 1 })],
      numbers: ["months": (0..<60).map(Double.init)])
    let dataset = Sample.dataset([form])
    var first: PublishedGroups? = PublishedGroups(dataset)
    _ = try answer("mean(a) where months < 30", dataset, &first)
    var again: PublishedGroups? = PublishedGroups(dataset)
    for group in first?.added ?? [] { again?.restore(group) }
    #expect(try answer("mean(a) where months < 28", dataset, &again).rows[0].last == .hidden)
  }

  private func answer(
    _ text: String, _ dataset: SurveyDataset, _ published: inout PublishedGroups?
  ) throws -> QueryTable {
    try GroupAnswers(GroupQuestion(text), of: dataset, rule: .default)
      .table(publishing: &published)
  }

  private func answer(_ text: String, _ dataset: SurveyDataset) throws -> QueryTable {
    var published: PublishedGroups? = PublishedGroups(dataset)
    return try answer(text, dataset, &published)
  }
}
