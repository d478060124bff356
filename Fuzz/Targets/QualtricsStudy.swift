/// The study that the export under test belongs to.
enum QualtricsStudy {
  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: fuzz, title: "Fuzz"}
    waves: [early, late]
    response_scales:
      agree:
        options:
          - {code: 1, label: "Disagree", aliases: ["No"]}
          - {code: 2, label: "Neither agree nor disagree"}
          - {code: 3, label: "Agree"}
        non_substantive: [{code: 8, label: "Does not apply"}]
      ten: {kind: numeric, minimum: 0, maximum: 10}
    forms:
      mentor:
        items:
          - {id: MA1, stem: "I meet my mentee.", response_scale: agree}
          - {id: MA2, stem: "I avoid my mentee.", response_scale: agree, reverse: true}
          - {id: MA3, stem: "I help.", response_scale: agree, ask_if: {attribute: site, is: [North]}}
          - {id: MS1, stem: "How satisfied?", response_scale: ten, level: person}
        scales: [{id: help, items: [MA1, MA2, MA3]}]
        multi_select:
          - id: MQ1
            stem: "What did you talk about?"
            options:
              - {code: exams, label: "Exams"}
              - {code: jobs, label: "Jobs, applications"}
              - {code: none, label: "None of these", exclusive: true}
        open: [{id: MO1, stem: "Anything else?"}]
      mentee:
        items: [{id: EA1, stem: "I meet my mentor.", response_scale: agree}]
    pair_items:
      - {id: P, label: "Meet", kind: same_target, mentor: MA1, mentee: EA1}
    attributes:
      - {id: person, use: respondent, required: true}
      - {id: pair, use: pair}
      - {id: wave, use: wave, forms: [mentor]}
      - {id: submitted, use: submitted, columns: [RecordedDate, submitted]}
      - {id: finished, use: finished, columns: [Finished], granted_by: ["True", "1"]}
      - {id: consent, use: consent, forms: [mentor], granted_by: ["Yes", "1"]}
      - {id: site, options: [North, South]}
      - {id: months, kind: number, minimum: 0, maximum: 600}

    """

  static let study = """
    schema: abacus.study/1
    title: "Fuzz"
    codebook: codebook.yaml
    sources:
      - {file: mentors.csv, form: mentor}
      - {file: mentees.csv, form: mentee, wave: early}

    """

  static let mentees = """
    person,pair,EA1,site,months
    E1,P1,Agree,North,"1,5"
    E2,P2,Disagree,South,2

    """
}
