package import SurveyModel

extension ResponseFlow {
  /// Which forms more persons answered than the study says were invited.
  ///
  /// - Parameter study: the study that says it, for the place of the number.
  package func findings(of study: Study) -> [Finding] {
    forms.compactMap { form in
      guard let invited = form.invitedCount, let count = form.excessPersonCount else { return nil }
      let key = study.invited[form.role.id] == nil ? form.formID : form.role.id
      return Finding(
        .tooFewInvited, at: study.invitedLocations[key], subject: form.role.id,
        count: count - invited,
        "\(count) persons of the role `\(form.role.id)` answered, more than the \(invited) under `invited`; no response rate is given, so correct the number, or look for persons with several identifiers"
      )
    }
  }
}
