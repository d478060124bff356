extension StudyFolder {
  /// The smallest study that gives every number: one form, two items, answers of 24 mentors.
  ///
  /// - Parameter rows: other answers: number, A and B.
  static func small(rows: [String]? = nil) throws -> StudyFolder {
    let rows = rows ?? (1...24).map { "\($0),\($0 % 5 + 1),\($0 % 4 + 1)" }
    return try StudyFolder(
      files: [
        "a.csv": "n,A,B\n" + rows.joined(separator: "\n") + "\n",
        "study.yaml": """
        schema: abacus.study/1
        title: "Small"
        codebook: codebook.yaml
        sources:
          - {file: a.csv, form: mentor}

        """,
        "codebook.yaml": """
        schema: abacus.codebook/1
        instrument: {id: small, title: "Small", version: "1"}
        roles:
          mentor: {singular: mentor, plural: mentors}
        response_scales:
          five: {kind: numeric, minimum: 1, maximum: 5}
        forms:
          mentor:
            role: mentor
            items:
              - {id: A, stem: "First", response_scale: five}
              - {id: B, stem: "Second", response_scale: five}
        attributes:
          - {id: n, label: "Number", use: respondent, required: true}

        """,
      ])
  }
}
