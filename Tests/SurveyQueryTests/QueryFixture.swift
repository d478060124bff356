import SurveyIngest
import SurveyModel
import SurveyQuery
import TestSupport

/// Studies to ask questions of.
enum QueryFixture {
  static let location = SourceLocation(file: "sample.yaml")

  private static let attributes = [
    Attribute(id: "site", kind: .category, location: location),
    Attribute(id: "cohort", kind: .category, location: location),
    Attribute(id: "years", label: "Years of service", kind: .number, location: location),
    Attribute(id: "name", kind: .category, isIdentifying: true, location: location),
    Attribute(id: "Kind", kind: .category, location: location),
  ]

  private static let items = [
    SampleColumn("a1", []).item, SampleColumn("a2", [], keying: .reverse).item,
    SampleColumn("a3", []).item,
  ]

  /// Two forms with pairs and two waves: 40 mentors' and 50 mentees' responses, made from a rule.
  static func twoForms(showsIdentifying: Bool = false) -> QueryData {
    let mentor = form("mentor", prefix: "a", count: 40, people: 9)
    let mentee = form("mentee", prefix: "b", count: 50, people: 21)
    let scale = { (id: String, form: Form) in
      Scale(
        id: id, name: "Scale \(id)", formID: form.id, content: .items(form.items),
        location: location)
    }
    let forms = [(mentor, "A"), (mentee, "B")].map { responses, id in
      adding([scale(id, responses.form)], to: responses)
    }
    let pairItem = PairItem(
      id: "p1", label: "First", firstID: "a1", secondID: "b1", kind: .sameTarget,
      location: location)
    let pairScale = PairScale(
      id: "PS", name: "Both", first: forms[0].form.items, second: forms[1].form.items,
      kind: .sameTarget, location: location)
    let codebook = Codebook(
      instrument: Instrument(id: "sample", title: "Sample"), forms: forms.map(\.form),
      pairItems: [pairItem], pairScales: [pairScale], attributes: attributes)
    let dataset = SurveyDataset(
      codebook: codebook,
      waves: [Wave(id: "pre", label: "Before"), Wave(id: "post", label: "After")],
      forms: forms, intake: [], pairCount: 25)
    let finding = Finding(
      .outOfRange, at: SourceLocation(file: "a.csv", line: 3, column: 2), subject: "a1", count: 4,
      "item `a1` has 9")
    return QueryData(
      dataset: dataset, findings: [finding], confidenceLevel: 0.95,
      showsIdentifying: showsIdentifying)
  }

  private static func form(_ id: String, prefix: String, count: Int, people: Int) -> FormResponses {
    func column(_ number: Int, _ keying: Keying) -> SampleColumn {
      SampleColumn(
        "\(prefix)\(number)",
        (0..<count).map { row in
          let mixed = (row * 7 + number * 5 + row * row * 3) % 11
          return mixed < 5
            ? .code(mixed + 1)
            : mixed < 9 ? .code(mixed - 4) : .missing(mixed == 9 ? .skipped : .notAdministered)
        }, keying: keying)
    }
    let ticks = SampleTicks(
      "use", options: ["x", "y"],
      (0..<count).map { row in
        row % 5 == 4
          ? nil : ["x", "y"].enumerated().filter { row >> $0.offset & 1 == 1 }.map(\.element)
      })
    let sample = Sample.form(
      [column(1, .forward), column(2, .reverse), column(3, .forward)], id: id,
      ticks: id == "mentor" ? [ticks] : [],
      texts: ["\(prefix)_open": (0..<count).map { $0 % 3 == 0 ? nil : "words \($0)" }],
      persons: (0..<Int32(count)).map { $0 % Int32(people) },
      pairs: (0..<Int32(count)).map { $0 % 10 == 9 ? -1 : $0 % 25 },
      waves: (0..<count).map { UInt8($0 / 25 % 2) })
    return sample
  }

  /// The same responses with scales and attributes.
  private static func adding(_ scales: [Scale], to responses: FormResponses) -> FormResponses {
    let count = responses.rowCount
    let sites = ["North", "South", "east", "south"]
    let old = responses.form
    return FormResponses(
      form: Form(
        id: old.id, role: old.role, items: old.items, scales: scales,
        multiSelects: old.multiSelects, openQuestions: old.openQuestions),
      waves: responses.waves, persons: responses.persons, personCount: responses.personCount,
      knowsPersons: true, pairs: responses.pairs, items: responses.items,
      multiSelects: responses.multiSelects, texts: responses.texts,
      categories: [
        "site": CategoryColumn(
          categories: sites, cells: (0..<Int32(count)).map { $0 % 6 == 5 ? -1 : $0 % 4 }),
        "cohort": CategoryColumn(
          categories: ["2022", "2023", "2023.0", "later"], cells: (0..<Int32(count)).map { $0 % 4 }),
        "Kind": CategoryColumn(categories: ["lead"], cells: (0..<Int32(count)).map { $0 % 2 - 1 }),
      ],
      numbers: [
        "years": NumberColumn(cells: (0..<count).map { $0 % 7 == 0 ? nil : Double($0 % 5) + 0.5 })
      ],
      identities: Identities(
        respondents: texts("id", count), pairs: texts("pair", count),
        attributes: ["name": texts("Person", count)]))
  }

  private static func texts(_ beginning: String, _ count: Int) -> TextColumn {
    TextColumn(cells: (0..<count).map { "\(beginning) \($0)" })
  }

  /// The example study of the package.
  static func example() throws -> LoadedStudy {
    try StudyLoader.load(path: Checkout.path("data/examples/abc-2025/study.yaml"))
  }
}
