import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyQuery
import TestSupport
import Testing

/// The tables besides `responses`, against `responses` and the dataset.
@Suite struct OtherTablesTests {
  private let session: QuerySession

  init() throws { session = try QuerySession(QueryFixture.twoForms()) }

  private func rows(_ sql: String) throws -> [[QueryTable.Value]] { try session.run(sql).rows }

  @Test func answersAreTheItemsOfResponses() throws {
    #expect(try rows("SELECT count(*) FROM answers") == [[.integer(40 * 3 + 50 * 3)]])
    for item in ["a1", "a2", "a3", "b1", "b2", "b3"] {
      let form = item.hasPrefix("a") ? "mentor" : "mentee"
      #expect(
        try rows(
          "SELECT response, wave, respondent, pair, code, label, missing, keyed FROM answers WHERE item = '\(item)'"
        )
          == rows(
            "SELECT response, wave, respondent, pair, \(item), \(item)_label, \(item)_missing, \(item)_keyed FROM responses WHERE form = '\(form)'"
          ))
    }
  }

  @Test func pairsHoldTheFirstResponseOfEachSide() throws {
    let pairs = try rows(
      "SELECT p.pair, p.wave FROM pairs p WHERE mentor_response IS NOT NULL EXCEPT SELECT pair, wave FROM responses WHERE form = 'mentor'"
    )
    #expect(pairs.isEmpty)
    #expect(
      try rows(
        "SELECT pair, wave, min(response) FROM responses WHERE form = 'mentor' AND pair IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
      )
        == rows(
          "SELECT pair, wave, mentor_response FROM pairs WHERE mentor_response IS NOT NULL ORDER BY 1, 2"
        ))
    #expect(
      try rows(
        "SELECT count(*) FROM pairs p JOIN responses r ON r.response = p.mentee_response WHERE r.b1 IS NOT p.b1 OR r.site IS NOT p.mentee_site OR r.B IS NOT p.B"
      ) == [[.integer(0)]])
  }

  @Test func gapsAreFirstLessSecond() throws {
    #expect(
      try rows(
        "SELECT count(*) FROM pairs WHERE p1_gap IS NOT a1 - b1 AND a1 IS NOT NULL AND b1 IS NOT NULL"
      )
        == [[.integer(0)]])
    #expect(
      try rows("SELECT count(p1_gap) > 5, count(PS_gap) > 5 FROM pairs") == [
        [.integer(1), .integer(1)]
      ])
  }

  @Test func wavesStandBesideEachOther() throws {
    for wave in ["pre", "post"] {
      #expect(
        try rows(
          "SELECT count(*) FROM waves w JOIN responses r ON r.response = w.response_\(wave) WHERE r.wave <> '\(wave)' OR r.a1 IS NOT w.a1_\(wave) OR r.a2_keyed IS NOT w.a2_\(wave)_keyed OR r.A IS NOT w.A_\(wave)"
        ) == [[.integer(0)]])
    }
    #expect(
      try rows("SELECT form, count(*) FROM waves GROUP BY 1")
        == rows(
          "SELECT form, count(DISTINCT respondent || ' ' || coalesce(pair, '')) FROM responses GROUP BY 1"
        ))
  }

  @Test func itemsOptionsAndScalesAreTheCodebook() throws {
    #expect(
      try rows(
        "SELECT item, form, scales, kind, lowest, highest, keying FROM items WHERE item = 'a2'")
        == [
          [
            .text("a2"), .text("mentor"), .text("A"), .text("ordinal"), .integer(1), .integer(5),
            .text("reverse"),
          ]
        ])
    #expect(
      try rows("SELECT label FROM options WHERE item = 'b3' AND code = 4") == [[.text("option 4")]])
    #expect(
      try rows("SELECT scale, item_count, items, lowest, highest FROM scales WHERE form = 'mentee'")
        == [
          [.text("B"), .integer(3), .text("b1, b2, b3"), .number(1), .number(5)]
        ])
  }

  @Test func findingsAreThoseOfTheReading() throws {
    #expect(
      try rows("SELECT * FROM findings") == [
        [
          .text("out-of-range"), .text("error"), .text("a.csv"), .integer(3), .integer(2),
          .text("a1"),
          .integer(4), .text("item `a1` has 9"),
        ]
      ])
  }

  @Test func theExampleStudyGivesTheMeansOfTheReport() throws {
    let study = try QueryFixture.example()
    let session = try QuerySession(
      QueryData(dataset: study.dataset, findings: study.findings, confidenceLevel: 0.95))
    for responses in study.dataset.forms {
      for item in responses.form.items.prefix(5) where item.responseScale.limits != nil {
        let cells = responses.items[item.id]?.cells ?? []
        let codes = cells.filter { $0 < CodedColumn.firstMissing }.map {
          item.responseScale.codes[Int($0)]
        }
        guard !codes.isEmpty else { continue }
        let mean = Double(codes.reduce(0, +)) / Double(codes.count)
        #expect(
          try session.run("SELECT avg(\(item.id)), count(\(item.id)) FROM responses").rows == [
            [.number(mean), .integer(Int64(codes.count))]
          ])
      }
    }
  }
}
