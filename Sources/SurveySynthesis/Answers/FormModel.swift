import SurveyModel

/// How one form is filled in.
struct FormModel {
  let form: Form
  let items: [ItemModel]
  let multiSelects: [MultiSelectModel]
  let factors: FactorModel
  let openText: OpenTextModel
  let rates: SynthesisRates
  private let key: RandomKey

  /// Draws the parameters of a form's questions.
  init(
    _ form: Form, codebook: Codebook, openText: OpenTextModel, rates: SynthesisRates,
    key: RandomKey
  ) {
    self.form = form
    self.openText = openText
    self.rates = rates
    self.key = key / form.id
    factors = FactorModel(key: key / "factors")
    items = form.items.map { item in
      let scale = form.scales.first { $0.items.contains { $0.id == item.id } }
      let reading = item.domainID.flatMap(codebook.domain)?.reading ?? .favourable
      return ItemModel(
        item, scale: scale, reading: reading, link: Self.link(of: item, codebook, key),
        key: key / "item" / item.id)
    }
    multiSelects = form.multiSelects.map { question in
      let pair = codebook.pairItems.first { [$0.firstID, $0.secondID].contains(question.id) }
      return MultiSelectModel(
        question: question, sharedKey: pair.map { key / "pair item" / $0.id },
        key: key / "question" / question.id)
    }
  }

  private static func link(
    of item: Item, _ codebook: Codebook, _ key: RandomKey
  ) -> ItemLink? {
    guard
      let pair = codebook.pairItems.first(where: { [$0.firstID, $0.secondID].contains(item.id) })
    else { return nil }
    let sides = codebook.forms.flatMap(\.items).filter {
      [pair.firstID, pair.secondID].contains($0.id)
    }
    return ItemLink(
      share: pair.kind == .sameTarget ? 0.6 : 0.3,
      isOfMentor: sides.contains { $0.level == .person }, key: key / "pair item" / pair.id)
  }

  /// The answer to the item at a place of the form, as if it were asked.
  func answer(to index: Int, of seat: Seat, attempt: Int) -> SyntheticAnswer {
    let model = items[index]
    let unit = AnswerUnit(seat: seat, isAboutPerson: model.item.level == .person, attempt: attempt)
    var generator = unit.noiseKey(key / "flaws" / model.item.id).generator
    if generator.chance(rates.unanswered) { return .unanswered }
    let responseScale = model.item.responseScale
    if let straight = straightAnswer(of: seat), responseScale.kind == .ordinal {
      let codes = responseScale.codes
      return .code(codes[min(codes.count - 1, Int(straight * Double(codes.count)))])
    }
    for (option, rate) in zip(responseScale.nonSubstantive, model.nonSubstantiveRates)
    where generator.chance(rate) {
      return .code(option.code)
    }
    return .code(model.code(unit, factors: factors))
  }

  /// Where on the scale a respondent ticks everything, from 0 to 1; nil for one who reads.
  func straightAnswer(of seat: Seat) -> Double? {
    let person = key / "straight" / seat.person / seat.wave
    guard person.chance(rates.straightLine) else { return nil }
    return (person / "option").chance(0.5) ? 0.7 : 0.5
  }

  /// The positions ticked of a question.
  func ticks(of index: Int, _ seat: Seat, attempt: Int) -> [Int] {
    multiSelects[index].ticks(AnswerUnit(seat: seat, isAboutPerson: false, attempt: attempt))
  }

  /// The words written to an open question.
  func text(of index: Int, _ seat: Seat, attempt: Int) -> SyntheticText {
    let unit = AnswerUnit(seat: seat, isAboutPerson: false, attempt: attempt)
    let question = form.openQuestions[index]
    var generator = unit.noiseKey(key / "text" / question.id).generator
    guard generator.chance(rates.openAnswer) else { return .unanswered }
    return .written(openText.answer(to: question, place: index, role: form.role, &generator))
  }
}
