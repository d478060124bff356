import SurveyModel

/// Gives the invented people their attributes.
struct AttributeModel {
  let codebook: Codebook
  let population: Population
  let rates: SynthesisRates
  let waves: [String]
  let key: RandomKey

  /// The cell of an attribute, empty where nothing is known.
  func value(of attribute: Attribute, for seat: Seat) -> String {
    switch attribute.use {
    case .respondent: "\(codebook.forms[seat.form].id)-\(Self.padded(seat.person + 1))"
    case .pair: seat.pair.map { "pair-\(Self.padded($0 + 1))" } ?? ""
    case .wave: waves.isEmpty ? "" : waves[seat.wave]
    case .consent: consent(attribute, for: seat)
    case .submitted, .finished: ""
    case .describe: isUnknown(attribute, for: seat) ? "" : description(attribute, for: seat)
    }
  }

  /// True where the condition holds, or where there is none.
  func holds(_ condition: AskCondition?, for seat: Seat) -> Bool {
    guard let condition,
      let attribute = codebook.attributes.first(where: { $0.id == condition.attributeID })
    else { return true }
    let isEqual = condition.values.contains(value(of: attribute, for: seat))
    return isEqual == condition.isAskedWhenEqual
  }

  private func consent(_ attribute: Attribute, for seat: Seat) -> String {
    let refuses = (key / attribute.id / seat.form / seat.person).chance(rates.refusedConsent)
    return refuses ? "no" : attribute.grantedBy.first ?? "yes"
  }

  /// A few persons leave a question about themselves blank; what decides who is asked is known.
  private func isUnknown(_ attribute: Attribute, for seat: Seat) -> Bool {
    guard AttributeProfile.named(attribute.id)?.scope ?? .person == .person else { return false }
    let decides = codebook.forms.contains { form in
      form.items.contains { $0.condition?.attributeID == attribute.id }
    }
    return !decides
      && (key / attribute.id / "blank" / seat.form / seat.person).chance(rates.unanswered / 2)
  }

  private func description(_ attribute: Attribute, for seat: Seat) -> String {
    let profile = AttributeProfile.named(attribute.id)
    let uniform = unit(of: profile?.scope ?? .person, for: seat, profile?.stream ?? attribute.id)
      .uniform
    switch (profile?.values, attribute.kind) {
    case (.numbers(let range, let perWave), .number):
      let first = range.lowerBound + Int(uniform * Double(range.count))
      return number(Double(first + perWave * seat.wave), within: attribute)
    case (.words(let mentors, let others), .category):
      let weights = population.parts[seat.form] == .mentor ? mentors : others
      let allowed = weights.filter { attribute.options?.contains($0.0) ?? true }
      return Self.pick(allowed, uniform) ?? Self.option(of: attribute, uniform)
    case (_, .number):
      let low = attribute.minimum ?? 0
      let span = min((attribute.maximum ?? low + 20) - low, 20)
      return number((low + uniform * span).rounded(), within: attribute)
    case (_, .category): return Self.option(of: attribute, uniform)
    case (_, .identifier): return "\(attribute.id)-\(seat.person + 1)"
    case (_, .date): return CivilTime(day: 20_000 + Int(uniform * 365), second: 0).date
    }
  }

  private func unit(
    of scope: AttributeProfile.Scope, for seat: Seat, _ stream: String
  ) -> RandomKey {
    let key = key / stream
    switch (scope, seat.pair, seat.mentor) {
    case (.pair, let pair?, _): return key / "pair" / pair
    case (.mentor, _, let mentor?): return key / "mentor" / mentor
    default: return key / seat.form / seat.person
    }
  }

  private func number(_ value: Double, within attribute: Attribute) -> String {
    let low = max(value, attribute.minimum ?? value)
    return String(Int(min(low, attribute.maximum ?? low)))
  }

  private static func option(of attribute: Attribute, _ uniform: Double) -> String {
    let options = attribute.options ?? ["group 1", "group 2", "group 3"]
    return options.isEmpty ? "" : options[Int(uniform * Double(options.count))]
  }

  private static func pick(_ weights: [(String, Double)], _ uniform: Double) -> String? {
    var rest = uniform * weights.reduce(0) { $0 + $1.1 }
    for (word, weight) in weights {
      rest -= weight
      if rest < 0 { return word }
    }
    return weights.last?.0
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
