import Foundation
import SurveyIngest
import SurveyModel
import SurveySynthesis
import Testing

/// Codebooks and options that the tests of this target share.
enum Books {
  /// The root of the package.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The codebook in `text`, and what was found in it.
  static func read(_ text: String) -> (codebook: Codebook?, findings: [Finding]) {
    let findings = FindingCollector()
    let codebook = YAMLReader.read(text, file: "codebook.yaml", findings: findings)
      .flatMap { CodebookReader(findings: findings).read($0) }
    return (codebook, findings.findings)
  }

  /// The shipped ABC codebook.
  static func abc() throws -> Codebook {
    try #require(read(text("data/codebooks/abc.yaml")).codebook)
  }

  /// A questionnaire without pairs, with response scales unlike those of the ABC.
  static func staff() throws -> Codebook {
    try #require(
      read(
        """
        schema: abacus.codebook/1
        instrument: {id: staff, title: Staff}
        response_scales:
          seven:
            kind: ordinal
            options:
              - {code: 1, label: never}
              - {code: 2, label: almost never}
              - {code: 3, label: seldom}
              - {code: 4, label: at times}
              - {code: 5, label: often}
              - {code: 6, label: "very often, nearly"}
              - {code: 7, label: always}
          place:
            kind: nominal
            options: [{code: 10, label: here}, {code: 20, label: there}, {code: 30, label: both}]
        forms:
          staff:
            items:
              - {id: S1, stem: One, response_scale: seven}
              - {id: S2, stem: Two, response_scale: seven, reverse: true}
              - {id: S3, stem: Three, response_scale: place}
            scales: [{id: S, items: [S1, S2]}]
        attributes:
          - {id: who, use: respondent}
          - {id: unit, kind: category}
          - {id: age, kind: number, minimum: 20, maximum: 70}
          - {id: sent, use: submitted}
        """
      ).codebook)
  }

  /// Options of a small ABC study.
  static func options(
    seed: UInt64 = 7, mentors: Int = 20, mentees: Int = 50, waves: [String] = ["early", "late"],
    answers: SynthesisOptions.AnswerStyle = .text,
    multiSelect: SynthesisOptions.MultiSelectStyle = .split,
    dialect: SynthesisOptions.Dialect = .qualtrics, rates: SynthesisRates = .default
  ) -> SynthesisOptions {
    SynthesisOptions(
      seed: seed, invited: ["mentor": mentors, "mentee": mentees, "staff": mentors], waves: waves,
      answers: answers, multiSelect: multiSelect, dialect: dialect, rates: rates)
  }

  /// The exports of the ABC under the given options.
  static func abcExports(_ options: SynthesisOptions) throws -> [SyntheticExport] {
    try Synthesizer(codebook: abc(), options: options).exports()
  }
}

extension SyntheticExport {
  /// The cells of a column, or nil where there is none.
  func column(_ tag: String) -> [String]? {
    headers[0].firstIndex(of: tag).map { index in rows.map { $0[index] } }
  }

  /// Rows as dictionaries by column.
  var records: [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(headers[0], $0)) }
  }
}
