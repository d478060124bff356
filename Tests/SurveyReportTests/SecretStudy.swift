import SurveyModel
import TestSupport

/// A study of mentors and mentees, one to one, with every kind of question and random answers.
struct SecretStudy<Generator: RandomNumberGenerator> {
  /// Persons of each role.
  let count: Int
  var generator: Generator

  /// A dataset in which everyone answers whatever comes up, or does not.
  mutating func dataset() -> SurveyDataset {
    dataset { study in study.randomAnswer() }
  }

  /// A dataset in which everyone answers every item, so that all bases are known.
  mutating func completeDataset() -> SurveyDataset {
    dataset { study in SampleAnswer.code(Int.random(in: 1...5, using: &study.generator)) }
  }

  private mutating func dataset(
    _ answer: (inout SecretStudy) -> SampleAnswer
  ) -> SurveyDataset {
    let mentor = form("mentor", prefix: "M", answer)
    let mentee = form("mentee", prefix: "E", answer)
    func link(_ number: Int, _ kind: PairKind) -> PairItem {
      PairItem(
        id: "P\(number)", label: "Link \(number)", firstID: "M\(number)", secondID: "E\(number)",
        kind: kind, location: Sample.location)
    }
    let scale = PairScale(
      id: "PS", name: "Mirrored", first: Array(mentor.form.items.prefix(3)),
      second: Array(mentee.form.items.prefix(3)), kind: .sameTarget, location: Sample.location)
    let ticks = PairItem(
      id: "PQ", label: "Ticks", firstID: "MQ", secondID: "EQ", kind: .sameTarget,
      location: Sample.location)
    return Sample.dataset(
      [mentor, mentee],
      domains: [
        Domain(id: "B", name: "Benefits", reading: .favourable),
        Domain(id: "C", name: "Challenges", reading: .unfavourable),
      ], pairItems: [link(1, .sameTarget), link(2, .mirrorExperience), ticks], pairScales: [scale])
  }

  private mutating func form(
    _ id: String, prefix: String, _ answer: (inout SecretStudy) -> SampleAnswer
  ) -> FormResponses {
    let condition = AskCondition(
      attributeID: "matched_how", values: ["assigned"], isAskedWhenEqual: false)
    var columns: [SampleColumn] = []
    for number in 1...4 {
      columns.append(
        SampleColumn(
          "\(prefix)\(number)", (0..<count).map { _ in answer(&self) },
          keying: number == 3 ? .reverse : .forward, domain: number < 3 ? "B" : "C"))
    }
    columns.append(
      SampleColumn(
        "\(prefix)5",
        (0..<count).map { _ in
          Bool.random(using: &generator) ? .missing(.notAdministered) : answer(&self)
        }, condition: condition))
    columns.append(
      SampleColumn(
        "\(prefix)6", (0..<count).map { _ in .code(Int.random(in: 1...2, using: &generator)) },
        on: Sample.scale("yes_no", codes: 1...2, kind: .nominal), level: .person))
    let options = ["x", "y"]
    let ticks = SampleTicks(
      "\(prefix)Q", options: options,
      (0..<count).map { _ in
        options.filter { _ in Bool.random(using: &generator) }
      })
    let texts = (0..<count).map { _ in Bool.random(using: &generator) ? "words" : nil }
    let scales = [
      Sample.scale("\(prefix)S", form: id, of: .items(columns.prefix(4).map(\.item))),
      Sample.scale("\(prefix)T", form: id, of: .items(columns.prefix(2).map(\.item))),
      Sample.scale("\(prefix)D", form: id, of: .subscales(["\(prefix)S", "\(prefix)T"])),
    ]
    return Sample.form(
      columns, id: id, scales: scales, ticks: [ticks], texts: ["\(prefix)O": texts],
      persons: (0..<Int32(count)).map { $0 }, pairs: (0..<Int32(count)).map { $0 })
  }

  /// One answer in three is missing or the same as everyone's.
  private mutating func randomAnswer() -> SampleAnswer {
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: nil
    case 1: .missing(.refused)
    case 2: .missing(.notApplicable)
    default: .code(Int.random(in: 1...5, using: &generator))
    }
  }
}
