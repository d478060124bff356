import SurveyModel

/// Puts the responses of one form and wave together.
struct ResponseMaker {
  let model: FormModel
  let attributes: AttributeModel
  /// The wave's id; nil where the study has none.
  let waveID: String?
  let rates: SynthesisRates
  let key: RandomKey

  /// All responses in order of submission: one a seat, and those sent twice.
  func responses(to seats: [Seat]) -> [SyntheticResponse] {
    var responses = seats.map { response(of: $0, attempt: 0) }
    for (place, seat) in repeated(seats).enumerated() {
      responses.append(response(of: seat, attempt: 1, isCutShort: place % 2 == 0))
    }
    return responses.sorted { ($0.record.end, $0.record.id) < ($1.record.end, $1.record.id) }
  }

  /// A trial run before the wave, without a respondent.
  func preview(of seat: Seat) -> SyntheticResponse {
    let real = response(of: seat, attempt: 2)
    let record = ResponseRecord(
      start: opening(of: seat.wave).adding(-3 * 86_400 + 36_000), duration: 95, progress: 1,
      isPreview: true, id: real.record.id, address: real.record.address)
    let named = attributes.codebook.attributes(of: model.form.id)
    let blank = zip(named, real.attributes).map { attribute, value in
      attribute.use == .respondent || attribute.use == .pair ? "" : value
    }
    return SyntheticResponse(
      record: record, attributes: blank, items: real.items, ticks: real.ticks, texts: real.texts)
  }

  /// The seats whose questionnaire comes in twice, at least one of a hundred.
  private func repeated(_ seats: [Seat]) -> [Seat] {
    let count = Int((rates.duplicate * Double(seats.count)).rounded(.up))
    let ranked = seats.map { (draw: rowKey($0, "repeated").uniform, seat: $0) }
      .sorted { $0.draw < $1.draw }
    return ranked.prefix(count).map(\.seat)
  }

  private func response(of seat: Seat, attempt: Int, isCutShort: Bool = false)
    -> SyntheticResponse
  {
    let form = model.form
    let record = record(of: seat, attempt: attempt, isCutShort: isCutShort)
    let count = form.items.count + form.multiSelects.count + form.openQuestions.count
    let shown = Int(record.progress * Double(count))
    let multiStart = form.items.count
    let textStart = multiStart + form.multiSelects.count
    return SyntheticResponse(
      record: record,
      attributes: attributes.codebook.attributes(of: form.id).map {
        attributes.value(of: $0, for: seat)
      },
      items: form.items.indices.map { index in
        index < shown && isAsked(form.items[index], seat)
          ? model.answer(to: index, of: seat, attempt: attempt) : .notShown
      },
      ticks: form.multiSelects.indices.map { index in
        multiStart + index < shown && isInWave(form.multiSelects[index].askedIn)
          ? .ticked(model.ticks(of: index, seat, attempt: attempt)) : .notShown
      },
      texts: form.openQuestions.indices.map { index in
        textStart + index < shown && isInWave(form.openQuestions[index].askedIn)
          ? model.text(of: index, seat, attempt: attempt) : .notShown
      })
  }

  private func isAsked(_ item: Item, _ seat: Seat) -> Bool {
    isInWave(item.askedIn) && attributes.holds(item.condition, for: seat)
  }

  /// True where a question of those waves is asked in this one.
  func isInWave(_ waves: [String]?) -> Bool {
    guard let waves, let waveID else { return true }
    return waves.contains(waveID)
  }
}

// MARK: - The survey tool's record

extension ResponseMaker {
  private func rowKey(_ seat: Seat, _ purpose: String) -> RandomKey {
    key / purpose / seat.form / seat.person / (seat.pair ?? -1) / seat.wave
  }

  /// Monday of the wave's first week: 3 March 2025, then every 30 weeks.
  private func opening(of wave: Int) -> CivilTime { CivilTime(day: 20_150 + 210 * wave, second: 0) }

  private func record(of seat: Seat, attempt: Int, isCutShort: Bool) -> ResponseRecord {
    var generator = (rowKey(seat, "record") / attempt).generator
    var first = rowKey(seat, "day").generator
    let draw = first.uniform()
    // Most answer in the first days; a second attempt follows within a week.
    let day = Int(draw * draw * 24) + (attempt == 1 ? 1 + generator.below(6) : 0)
    let second = 7 * 3_600 + generator.below(14 * 3_600)
    let isHasty = model.straightAnswer(of: seat) != nil
    let duration =
      isHasty
      ? 62 + generator.below(45)
      : 260 + generator.below(420) + generator.below(2) * generator.below(900)
    let isBrokenOff = isCutShort || (attempt == 0 && generator.chance(rates.breakOff))
    let progress = isBrokenOff ? 0.2 + 0.6 * generator.uniform() : 1
    return ResponseRecord(
      start: opening(of: seat.wave).adding(day * 86_400 + second),
      duration: isBrokenOff ? duration / 2 : duration, progress: progress, isPreview: false,
      id: Self.recordID(&generator), address: "192.0.2.\(1 + generator.below(254))")
  }

  /// `R_` and fifteen letters or digits.
  private static func recordID(_ generator: inout Xoshiro256) -> String {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return "R_" + String((0..<15).map { _ in alphabet[generator.below(alphabet.count)] })
  }
}
