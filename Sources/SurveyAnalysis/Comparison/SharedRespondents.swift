/// Whether somebody stands behind two waves of a form: yes or no, and never how many.
package struct SharedRespondents: Hashable, Sendable {
  /// The form.
  package let formID: String
  /// The earlier wave.
  package let firstWaveID: String
  /// The later wave.
  package let secondWaveID: String
  /// True where a person answered in both; nil where nobody knows who answered.
  package let persons: Bool?
  /// True where persons in both are paired with one and the same partner, such as mentees with one mentor;
  /// nil without pairs, or where some partner is not known and no known one is in both.
  package let partners: Bool?

  /// Who is behind two waves.
  package init(
    formID: String, firstWaveID: String, secondWaveID: String, persons: Bool?, partners: Bool?
  ) {
    self.formID = formID
    self.firstWaveID = firstWaveID
    self.secondWaveID = secondWaveID
    self.persons = persons
    self.partners = partners
  }
}

/// A form that the same persons, or persons with the same partners, answered in two waves.
package struct FormSharing: Hashable, Sendable {
  /// What its respondents are called.
  package let label: String
  /// True where only those are the same whom the respondents are paired with.
  package let isOfPartners: Bool
}

extension PublishedNumbers {
  /// The forms of which it is known that somebody, or somebody's partner, is behind two waves.
  ///
  /// Reports that do not say it tell the persons of each wave and of all waves: where the sum of the former
  /// is more than the latter, some are in both.
  package func formsSharing(_ first: String, _ second: String) -> [FormSharing] {
    forms.compactMap { form in
      if sharesPersons(form.id, first, second) {
        return FormSharing(label: form.label, isOfPartners: false)
      }
      return shared(form.id, first, second)?.partners == true
        ? FormSharing(label: form.label, isOfPartners: true) : nil
    }
  }

  private func sharesPersons(_ form: String, _ first: String, _ second: String) -> Bool {
    if shared(form, first, second)?.persons == true { return true }
    guard let all = self[NumberKey(.respondents, form: form)]?.value,
      let one = total(form: form, wave: first), let other = total(form: form, wave: second)
    else { return false }
    return Double(one.personCount + other.personCount) > all
  }

  /// True where it is known of every form that nobody is behind two waves.
  package func knowsNobodyShared(_ first: String, _ second: String) -> Bool {
    let asked = forms.filter {
      total(form: $0.id, wave: first) != nil && total(form: $0.id, wave: second) != nil
    }
    return formsSharing(first, second).isEmpty
      && asked.allSatisfy { form in
        guard let told = shared(form.id, first, second) else { return false }
        let hasPartners = total(form: form.id, wave: first)?.partnerCount != nil
        return told.persons == false && (!hasPartners || told.partners == false)
      }
  }

  private func shared(_ form: String, _ first: String, _ second: String) -> SharedRespondents? {
    sharedRespondents.first { told in
      told.formID == form && Set([told.firstWaveID, told.secondWaveID]) == [first, second]
    }
  }
}
