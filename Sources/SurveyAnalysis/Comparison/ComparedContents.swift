/// Who answered a form in a wave, in an old and a new report.
package struct TurnoutChange: Hashable, Sendable {
  /// The form.
  package let formID: String
  /// The wave; nil where the study has none.
  package let waveID: String?
  /// Who answered by the old report; nil where it has no such form or wave.
  package let old: RespondentTotal?
  /// Who answered by the new report; nil where it has no such form or wave.
  package let new: RespondentTotal?

  static func all(from old: PublishedNumbers, to new: PublishedNumbers) -> [TurnoutChange] {
    let later = new.totals.map { total in
      TurnoutChange(
        formID: total.formID, waveID: total.waveID,
        old: old.total(form: total.formID, wave: total.waveID), new: total)
    }
    let gone = old.totals.filter { new.total(form: $0.formID, wave: $0.waveID) == nil }
    return later
      + gone.map {
        TurnoutChange(formID: $0.formID, waveID: $0.waveID, old: $0, new: nil)
      }
  }
}

/// Something that only one of two reports has: a wave of a form, an item or scale or question, an
/// option, or a kind of number.
package struct OneSided: Hashable, Sendable {
  /// The form; nil for pairs.
  package let formID: String?
  /// The wave; nil where the study has none.
  package let waveID: String?
  /// The item, scale, question or pair; nil where the whole wave of the form is new.
  package let subjectID: String?
  /// Its words.
  package let label: String
  /// The option; nil where it is not one option alone.
  package let partID: String?
  /// Its words.
  package let partLabel: String?
  /// The kind of number, where all else is in both.
  package let kind: NumberKind?

  /// What one set of numbers has and another lacks, the largest thing that is lacking as a whole.
  ///
  /// - Parameter keys: the keys of the other set.
  static func all(
    in numbers: PublishedNumbers, butNotIn other: PublishedNumbers, keys: Set<NumberKey>
  ) -> [OneSided] {
    let known = Known(other)
    var seen: Set<OneSided> = []
    return numbers.numbers.compactMap { number in
      // Of what one report hides, the other may show more kinds of numbers.
      guard number.key.subjectID != nil, !keys.contains(number.key),
        number.shown != nil || !known.subjects.contains(Place(number.key).subject),
        !known.unshown.contains(Place(number.key).subject)
      else { return nil }
      let found = OneSided(number, known: known)
      return seen.insert(found).inserted ? found : nil
    }
  }

  private init(_ number: PublishedNumber, known: Known) {
    let key = number.key
    let place = Place(key)
    let hasWave = known.waves.contains(place.wave)
    let hasSubject = known.subjects.contains(place.subject)
    let hasPart = key.partID == nil || known.parts.contains(place)
    formID = key.formID
    waveID = key.waveID
    subjectID = hasWave ? key.subjectID : nil
    label = hasWave ? number.label : ""
    partID = hasSubject && !hasPart ? key.partID : nil
    partLabel = hasSubject && !hasPart ? number.partLabel : nil
    kind = hasSubject && hasPart ? key.kind : nil
  }

  /// Where a number belongs, without its kind.
  private struct Place: Hashable {
    var formID: String?
    var waveID: String?
    var subjectID: String?
    var partID: String?

    init(_ key: NumberKey) {
      (formID, waveID, subjectID, partID) = (key.formID, key.waveID, key.subjectID, key.partID)
    }

    var subject: Place {
      var place = self
      place.partID = nil
      return place
    }

    var wave: Place {
      var place = subject
      place.subjectID = nil
      return place
    }
  }

  /// What the other set has.
  private struct Known {
    var waves: Set<Place> = []
    var subjects: Set<Place> = []
    var parts: Set<Place> = []
    /// Subjects of which something is not shown.
    var unshown: Set<Place> = []

    init(_ numbers: PublishedNumbers) {
      for number in numbers.numbers where number.key.subjectID != nil {
        let place = Place(number.key)
        waves.insert(place.wave)
        subjects.insert(place.subject)
        parts.insert(place)
        if number.shown == nil { unshown.insert(place.subject) }
      }
    }
  }
}

/// An item, scale, question or option whose words differ between two reports.
package struct Reworded: Hashable, Sendable {
  /// The form; nil for pairs.
  package let formID: String?
  /// The item, scale, question or pair.
  package let subjectID: String
  /// The option; nil where the subject's own words differ.
  package let partID: String?
  /// The words of the old report.
  package let old: String
  /// The words of the new report.
  package let new: String

  static func all(in pairs: [(old: PublishedNumber, new: PublishedNumber)]) -> [Reworded] {
    var seen: Set<Reworded> = []
    return pairs.flatMap { pair -> [Reworded] in
      guard let subject = pair.new.key.subjectID else { return [] }
      let form = pair.new.key.formID
      var found: [Reworded] = []
      if pair.old.label != pair.new.label {
        found.append(
          Reworded(
            formID: form, subjectID: subject, partID: nil, old: pair.old.label,
            new: pair.new.label))
      }
      // The parts of a scale are items, which have a row of their own.
      if pair.new.key.kind == .optionShare, let old = pair.old.partLabel,
        let new = pair.new.partLabel, old != new
      {
        found.append(
          Reworded(
            formID: form, subjectID: subject, partID: pair.new.key.partID, old: old, new: new))
      }
      return found.filter { seen.insert($0).inserted }
    }
  }
}
