import SurveyIngest
import SurveyModel
import Testing
import TestSupport

@Suite struct DatasetBuilderTests {
  static let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    roles: {m: {singular: mentor}, e: {singular: mentee}}
    response_scales: {ag: {options: [{code: 1, label: No}, {code: 2, label: Yes}]}}
    forms:
      m: {items: [{id: A, stem: A, response_scale: ag, level: person}]}
      e: {items: [{id: B, stem: B, response_scale: ag}]}
    attributes: [{id: who, use: respondent}, {id: pair, use: pair}]
    """

  func study(mentors: String, mentees: String) throws -> StudyFolder {
    try StudyFolder(
      codebook: Self.codebook, sources: "[{file: m.csv, form: m}, {file: e.csv, form: e}]",
      files: ["m.csv": "A,who,pair\n" + mentors, "e.csv": "B,who,pair\n" + mentees])
  }

  @Test func aPairHasOneNumberOnBothForms() throws {
    let dataset = try study(mentors: "1,p,x\n1,p,y\n", mentees: "2,q,y\n2,r,x\n").load().dataset
    #expect(dataset.forms.map(\.pairs) == [[0, 1], [1, 0]])
    #expect(dataset.pairCount == 2)
    #expect(dataset.waves == [Wave(id: "", label: "")])
  }

  @Test func aPairWithOneSideOrNoNameIsReported() throws {
    let study = try study(mentors: "1,p,x\n1,p,z\n1,s,\n", mentees: "2,q,y\n2,r,x\n2,t,u\n")
    #expect(
      try study.findings() == [
        Finding(
          .unknownPair, subject: "m",
          "1 response of mentors names a pair for which no mentee answered; they count in the tables of their role and not in pair results"
        ),
        Finding(
          .unknownPair, subject: "m",
          "1 response of mentors names no pair; they count in the tables of their role and not in pair results"
        ),
        Finding(
          .unknownPair, subject: "e", count: 2,
          "2 responses of mentees name a pair for which no mentor answered; they count in the tables of their role and not in pair results"
        ),
      ])
    #expect(try study.load().dataset.forms[0].pairs == [0, 1, -1])
  }

  @Test func anAnswerAboutThePersonThatChangesIsReported() throws {
    let study = try study(
      mentors: "1,p,x\n2,p,y\n1,q,z\n,q,u\n1,q,v\n",
      mentees: "1,a,x\n2,a,y\n1,c,z\n1,d,u\n1,e,v\n")
    #expect(
      try study.findings() == [
        Finding(
          .changedPersonAnswer, subject: "A",
          "item `A` is about the person, but 1 person answers it differently in one wave; their first answer is counted"
        )
      ])
  }

  @Test func aFormWithoutASourceIsNotThere() throws {
    let study = try StudyFolder(
      codebook: Self.codebook, sources: "[{file: m.csv, form: m}]",
      files: ["m.csv": "A,who,pair\n1,p,x\n"])
    #expect(try study.load().dataset.forms.map(\.form.id) == ["m"])
    #expect(try study.findings().isEmpty)
  }

  @Test func everyRecordOfTheExampleIsKeptOrLeftOut() throws {
    let path = Checkout.path("data/examples/abc-2025/study.yaml")
    let dataset = try StudyLoader.load(path: path).dataset
    #expect(dataset.intake.map(\.recordCount) == [176, 142, 178, 151])
    for source in dataset.intake {
      #expect(
        source.recordCount == source.keptCount + source.leftOut.reduce(0) { $0 + $1.count },
        "\(source.file)")
    }
    for form in dataset.forms {
      let kept = dataset.intake.filter { $0.formID == form.form.id }.map(\.keptCount)
      #expect(form.rowCount == kept.reduce(0, +))
      #expect(form.persons.count == form.rowCount)
      #expect(form.items.values.allSatisfy { $0.cells.count == form.rowCount })
      #expect(form.multiSelects.values.allSatisfy { $0.states.count == form.rowCount })
      #expect(form.texts.values.allSatisfy { $0.cells.count == form.rowCount })
      #expect(form.categories.values.allSatisfy { $0.cells.count == form.rowCount })
      #expect(form.numbers.values.allSatisfy { $0.cells.count == form.rowCount })
    }
  }

  @Test func noFindingNamesAnybody() throws {
    let people = (1...12).map {
      "1,PERSON\($0 % 5),PAIR\($0 % 7),OWNER\($0)@example.org,OWNER \($0)"
    }
    let codebook = Self.codebook
      .replacing("attributes: [", with: "attributes: [{id: mail, kind: category, options: [a]}, ")
      .replacing("{id: pair", with: "{id: sent, use: submitted, columns: [name]}, {id: pair")
    let study = try StudyFolder(
      codebook: codebook,
      sources: """
        [{file: m.csv, form: m}, {file: e.csv, form: e, columns: {B: name}},
         {file: f.csv, form: e, columns: {B: who}}, {file: g.csv, form: e, columns: {B: mail}}]
        """,
      files: [
        "m.csv": "A,who,pair,mail,name\n" + people.map { $0 + "\n" }.joined() + "1,PERSON9\n",
        "e.csv": "B,who,pair,mail,name\n" + people.map { $0 + "\n" }.joined(),
        "f.csv": "B,who,pair,mail,name\n" + people.map { $0 + "\n" }.joined(),
        "g.csv": "B,who,pair,mail,name\n" + people.map { $0 + "\n" }.joined(),
      ])
    let findings = try study.findings()
    let codes = Set(findings.map(\.code))
    #expect(
      codes.isSuperset(of: [
        .unmatchedAnswer, .unknownCategory, .unreadableDate, .duplicateResponse, .raggedRow,
        .undecidedDuplicate, .unknownPair,
      ]))
    for finding in findings {
      for mark in ["PERSON", "PAIR", "OWNER", "@"] {
        #expect(!finding.description.contains(mark), "\(finding)")
        #expect(finding.subject?.contains(mark) != true)
      }
    }
  }
}
