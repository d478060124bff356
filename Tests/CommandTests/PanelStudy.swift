import TestSupport

/// A study of two forms in several waves, with every kind of question, so that each result has a wave in
/// which it is shown, one in which only bands are, and one in which it is hidden.
enum PanelStudy {
  private static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: panel, title: "Panel", version: "1"}
    roles:
      mentor: {singular: mentor, plural: mentors}
      mentee: {singular: mentee, plural: mentees}
    waves: [big, small, tiny]
    response_scales:
      five: {kind: numeric, minimum: 1, maximum: 5}
    forms:
      mentor:
        role: mentor
        items:
          - {id: A1, stem: "First", response_scale: five}
          - {id: A2, stem: "Second", response_scale: five}
          - {id: A3, stem: "Third", response_scale: five}
        scales:
          - {id: AS, name: "A scale", items: [A1, A2, A3]}
        multi_select:
          - {id: AQ, stem: "Ticks of mentors", options: [{code: x, label: "Ex"}, {code: y, label: "Why"}]}
        open:
          - {id: AO, stem: "Words"}
      mentee:
        role: mentee
        items:
          - {id: B1, stem: "First again", response_scale: five}
        multi_select:
          - {id: BQ, stem: "Ticks of mentees", options: [{code: x, label: "Ex"}, {code: y, label: "Why"}]}
    pair_items:
      - {id: P, label: "Both", kind: same_target, mentor: A1, mentee: B1}
      - {id: PQ, label: "Both tick", kind: same_target, mentor: AQ, mentee: BQ}
    attributes:
      - {id: n, label: "Number", use: respondent}
      - {id: pair, label: "Pair", use: pair, required: true}

    """

  /// A study with so many pairs in each wave.
  ///
  /// - Parameters:
  ///   - mentor: the name of the mentor of a pair in a wave.
  ///   - mentee: that of the mentee; the pair has both names.
  static func folder(
    _ counts: [(wave: String, count: Int)], mentor: (String, Int) -> String,
    mentee: (String, Int) -> String
  ) throws -> StudyFolder {
    var files = ["codebook.yaml": codebook]
    var sources = ""
    for (wave, count) in counts {
      let rows = 1...count
      func pair(_ row: Int) -> String { "\(mentor(wave, row))-\(mentee(wave, row))" }
      files["mentor-\(wave).csv"] =
        "n,pair,A1,A2,A3,AQ_x,AQ_y,AO\n"
        + rows.map { row in
          let base = row % 4 + 1
          let ticks = row == 1 ? "0,0" : "\(row % 3 == 0 ? 0 : 1),\(row % 2)"
          return
            "\(mentor(wave, row)),\(pair(row)),\(base),\(min(5, base + row % 2)),\(min(5, base + row / 2 % 2)),\(ticks),\(row % 5 == 0 ? "said" : "")\n"
        }.joined()
      files["mentee-\(wave).csv"] =
        "n,pair,B1,BQ_x,BQ_y\n"
        + rows.map { row in
          let ticks = row <= 2 ? "0,0" : "1,\(row % 2)"
          return "\(mentee(wave, row)),\(pair(row)),\((row + row / 3) % 5 + 1),\(ticks)\n"
        }.joined()
      sources +=
        "  - {file: mentor-\(wave).csv, form: mentor, wave: \(wave)}\n"
        + "  - {file: mentee-\(wave).csv, form: mentee, wave: \(wave)}\n"
    }
    files["study.yaml"] =
      "schema: abacus.study/1\ntitle: \"Panel\"\ncodebook: codebook.yaml\nsources:\n\(sources)"
    return try StudyFolder(files: files)
  }

  /// Everybody answers once, in one wave.
  static func cohorts(_ counts: (wave: String, count: Int)...) throws -> StudyFolder {
    try folder(counts, mentor: { "m\($0)\($1)" }, mentee: { "e\($0)\($1)" })
  }
}
