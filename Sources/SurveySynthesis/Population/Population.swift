package import SurveyModel

/// The invented people: who is invited, who mentors whom, and who answers when.
package struct Population: Sendable {
  /// The part that a form's respondents have in a mentorship.
  package enum Part: Hashable, Sendable {
    /// Gives help; answers once for each mentorship.
    case mentor
    /// Receives it; answers once.
    case mentee
    /// Is not linked to anyone.
    case single
  }

  /// The part of each form's respondents, in codebook order.
  package let parts: [Part]
  /// The mentor of each mentorship; its place in the list is its number and its mentee's.
  package let mentorOfPair: [Int]
  private let invitedCounts: [Int]
  private let rates: SynthesisRates
  private let key: RandomKey

  /// The people that `options` ask for.
  package init(codebook: Codebook, options: SynthesisOptions, key: RandomKey) {
    let forms = codebook.forms
    let counts = forms.map { options.invited[$0.role.id] ?? 0 }
    let sides = Self.linkedForms(codebook)
    parts = forms.indices.map { index in
      index == sides?.mentor ? .mentor : index == sides?.mentee ? .mentee : .single
    }
    mentorOfPair =
      sides.map {
        Self.nest(mentees: counts[$0.mentee], in: counts[$0.mentor], key: key / "nesting")
      } ?? []
    invitedCounts = counts
    rates = options.rates
    self.key = key
  }

  /// The two forms that pair items link; mentors are those of the role `mentor`, or the first.
  private static func linkedForms(_ codebook: Codebook) -> (mentor: Int, mentee: Int)? {
    let forms = codebook.forms
    guard let pair = codebook.pairItems.first else { return nil }
    let linked = forms.indices.filter { index in
      [pair.firstID, pair.secondID].contains { id in
        forms[index].item(id) != nil || forms[index].multiSelect(id) != nil
      }
    }
    guard linked.count == 2 else { return nil }
    return forms[linked[1]].role.id == Role.mentor.id
      ? (linked[1], linked[0]) : (linked[0], linked[1])
  }

  /// Every mentor gets a mentee while there are enough; the others fall where there is room.
  private static func nest(mentees: Int, in mentors: Int, key: RandomKey) -> [Int] {
    let room = max(5, (mentees + mentors - 1) / mentors)
    var load = [Int](repeating: 0, count: mentors)
    return (0..<mentees).map { mentee in
      var mentor = mentee
      if mentee >= mentors {
        var generator = (key / mentee).generator
        repeat { mentor = generator.below(mentors) } while load[mentor] >= room
      }
      load[mentor] += 1
      return mentor
    }
  }

  /// Who answers a form in a wave: one seat for each response to come.
  package func seats(form: Int, wave: Int) -> [Seat] {
    let people = (0..<invitedCounts[form]).filter { answers(form: form, person: $0, wave: wave) }
    switch parts[form] {
    case .single:
      return people.map { Seat(form: form, person: $0, pair: nil, mentor: nil, wave: wave) }
    case .mentee:
      return people.map {
        Seat(form: form, person: $0, pair: $0, mentor: mentorOfPair[$0], wave: wave)
      }
    case .mentor:
      let present = Set(people)
      return mentorOfPair.indices.compactMap { pair in
        let mentor = mentorOfPair[pair]
        guard present.contains(mentor),
          !(key / "unfiled" / pair / wave).chance(rates.unfiled)
        else { return nil }
        return Seat(form: form, person: mentor, pair: pair, mentor: mentor, wave: wave)
      }
    }
  }

  private func answers(form: Int, person: Int, wave: Int) -> Bool {
    let key = presenceKey(form: form, person: person)
    var isPresent = (key / 0).chance(rates.response)
    for later in stride(from: 1, through: wave, by: 1) {
      isPresent = (key / later).chance(isPresent ? 1 - rates.attrition : rates.lateEntry)
    }
    return isPresent
  }

  /// Half of the mentees come and go with their mentor; everyone else decides alone.
  private func presenceKey(form: Int, person: Int) -> RandomKey {
    let key = key / "answers"
    if parts[form] == .mentee, let mentors = parts.firstIndex(of: .mentor),
      (key / "together" / person).chance(0.5)
    {
      return key / mentors / mentorOfPair[person]
    }
    return key / form / person
  }
}

/// One response to come: who, about which mentorship, when.
package struct Seat: Hashable, Sendable {
  /// Position of the form in the codebook.
  package let form: Int
  /// The respondent's number within the form.
  package let person: Int
  /// The mentorship's number; nil where nobody is linked.
  package let pair: Int?
  /// The number of the mentorship's mentor.
  package let mentor: Int?
  /// Position of the wave.
  package let wave: Int
}
