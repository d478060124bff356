import SurveyModel

/// Holds the names of a study against its codebook, before any export is read.
struct StudyCheck {
  let study: Study
  let codebook: Codebook
  let findings: FindingCollector

  /// Reports every role, form and wave that the codebook does not have.
  func report() {
    let roles = codebook.forms.map(\.role.id)
    for role in study.invited.keys.sorted() where !roles.contains(role) {
      findings.addUnknownReference(
        "role", role, at: study.invitedLocations[role] ?? SourceLocation(file: study.file),
        in: "`invited`", known: roles)
    }
    for source in study.sources {
      let form = codebook.form(source.formID)
      if form == nil {
        findings.addUnknownReference(
          "form", source.formID, at: source.location, in: "the source",
          known: codebook.forms.map(\.id))
      }
      checkWave(of: source, form)
    }
  }

  private func checkWave(of source: StudySource, _ form: Form?) {
    let waves = (study.waves.isEmpty ? codebook.waves : study.waves).map(\.id)
    if let id = source.waveID {
      guard !waves.contains(id) else { return }
      findings.addUnknownReference(
        "wave", id, at: source.location, in: "the source", known: waves)
    } else if waves.count > 1, let form,
      !codebook.attributes(of: form.id).contains(where: { $0.use == .wave })
    {
      findings.add(
        Finding(
          .missingKey, at: source.location,
          "the source has no `wave`, and the study has several; add \(waves.map { "`wave: \($0)`" }.joined(separator: " or "))"
        ))
    }
  }
}
