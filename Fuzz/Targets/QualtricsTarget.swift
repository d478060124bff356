import SurveyIngest
import SurveyModel

/// A Qualtrics export of mentors, from its bytes to the dataset, beside a good export of mentees.
enum QualtricsTarget {
  private static let folder: MemoryFolder = {
    let folder = MemoryFolder()
    folder.write(Array(QualtricsStudy.codebook.utf8), to: "codebook.yaml")
    folder.write(Array(QualtricsStudy.study.utf8), to: "study.yaml")
    folder.write(Array(QualtricsStudy.mentees.utf8), to: "mentees.csv")
    return folder
  }()

  @Sendable static func run(_ bytes: [UInt8]) {
    folder.write(bytes, to: "mentors.csv")
    let first = outcome()
    let again = outcome()
    require(first.findings == again.findings, "read twice, the findings are the same")
    require(first.dataset == again.dataset, "read twice, the dataset is the same")
    let isPlain = bytes.count < 2 || ![0x1F, 0xFE, 0xFF].contains(bytes[0]) && !bytes.contains(0)
    let own = first.findings.filter { $0.location?.file.hasSuffix("mentors.csv") ?? true }
    FindingInvariant.check(
      own, lineCount: isPlain ? FindingInvariant.lineCount(of: bytes) : .max)
    let isStopped = first.findings.contains { $0.severity == .fatal }
    require(isStopped == (first.dataset == nil), "a stop leaves no dataset, and nothing else does")
    if let dataset = first.dataset { DatasetInvariant.check(dataset) }
  }

  private static func outcome() -> (dataset: SurveyDataset?, findings: [Finding]) {
    do {
      let loaded = try StudyLoader.load(path: folder.path("study.yaml"), today: "2025-12-31")
      return (loaded.dataset, loaded.findings)
    } catch let error as StudyLoadError {
      return (nil, error.findings)
    } catch {
      fatalError("another error than the documented one: \(error)")
    }
  }
}

/// What holds of every dataset.
enum DatasetInvariant {
  static func check(_ dataset: SurveyDataset) {
    for form in dataset.forms { check(form, waveCount: dataset.waves.count) }
    for source in dataset.intake {
      let leftOut = source.leftOut.reduce(0) { $0 + $1.count }
      require(
        source.recordCount == source.keptCount + leftOut,
        "what was read was kept or left out: \(source)")
      require(source.keptCount >= 0, "no count is below zero")
    }
    let kept = dataset.intake.reduce(0) { $0 + $1.keptCount }
    require(kept == dataset.forms.reduce(0) { $0 + $1.rowCount }, "every kept row is there")
  }

  private static func check(_ form: FormResponses, waveCount: Int) {
    let count = form.rowCount
    require(form.waves.allSatisfy { Int($0) < waveCount }, "a wave is one of the study")
    require(form.persons.count == count, "every row has a person")
    require(
      form.persons.allSatisfy { (0..<form.personCount).contains(Int($0)) },
      "persons are numbered from 0")
    require(form.pairs?.count ?? count == count, "every row has a pair or none")
    for item in form.form.items {
      let cells = form.items[item.id]?.cells ?? []
      require(cells.count == count, "every row has a cell of \(item.id)")
      require(
        cells.allSatisfy {
          Int($0) < item.responseScale.options.count || $0 >= CodedColumn.firstMissing
        }, "a cell of \(item.id) is an option or missing")
    }
    for question in form.form.multiSelects {
      let column = form.multiSelects[question.id]
      require(column?.states.count == count, "every row has a state of \(question.id)")
      require(
        column?.ticks.allSatisfy { $0 >> UInt64(question.options.count) == 0 } ?? true,
        "a tick is one of an option")
    }
  }
}
