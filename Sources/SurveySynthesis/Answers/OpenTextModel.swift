import SurveyModel

/// Assembles answers to open questions from the sentence bank.
struct OpenTextModel {
  let codebook: Codebook

  /// One to three sentences; some with a line break between, a few naming somebody.
  func answer(
    to question: OpenQuestion, place: Int, role: Role, _ generator: inout Xoshiro256
  ) -> String {
    if generator.chance(0.06) {
      return SentenceBank.nothing[generator.below(SentenceBank.nothing.count)]
    }
    var bank = sentences(for: question, place: place)
    var sentences: [String] = []
    let draw = generator.uniform()
    for _ in 0..<(draw < 0.55 ? 1 : draw < 0.9 ? 2 : 3) where !bank.isEmpty {
      sentences.append(bank.remove(at: generator.below(bank.count)))
    }
    if generator.chance(0.04) {
      sentences.append(SentenceBank.naming[generator.below(SentenceBank.naming.count)])
    }
    let separator = generator.chance(0.12) ? "\n" : " "
    let person = SentenceBank.people[generator.below(SentenceBank.people.count)]
    return sentences.map { sentence in
      sentence.replacing("{other}", with: otherRole(than: role))
        .replacing("{name}", with: person.0).replacing("{mail}", with: person.1)
    }.joined(separator: separator)
  }

  private func sentences(for question: OpenQuestion, place: Int) -> [String] {
    let reading = question.domainID.flatMap(codebook.domain)?.reading
    if reading == .unfavourable { return SentenceBank.difficulties }
    return place == 0 ? SentenceBank.lessons : SentenceBank.moments
  }

  private func otherRole(than role: Role) -> String {
    codebook.forms.map(\.role).first { $0.id != role.id }?.singular ?? "colleague"
  }
}
