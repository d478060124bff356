import SurveyIngest
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct WatchedStudyTests {
  static let study = WatchedStudy(
    StudyPlaces(study: "top/study.yaml"), stamp: nil,
    patterns: [
      "top/study.yaml", "top/../abc.yaml", "top/data/mentee-*.csv", "top/*/late/[ab].csv",
      "/mnt/one.csv",
    ])

  @Test(arguments: [
    ("top/study.yaml", true), ("top/../abc.yaml", true), ("top/data/mentee-7.csv", true),
    ("top/x/late/a.csv", true), ("/mnt/one.csv", true), ("top/queries/a.sql", true),
    ("top/pilot.yaml", false), ("top/data/mentor-7.csv", false), ("top/data/x/mentee-7.csv", false),
    ("top/x/y/late/a.csv", false), ("top/x/late/c.csv", false), ("top/data/.mentee-7.csv", false),
    ("top/queries/.a.sql", false), ("top/queries/a.txt", false), ("top/report/report.json", false),
    ("top/study.history/lock", false), ("top/study.query-log", false),
    ("top/.report.abacus-a1B2c3/new", false),
  ])
  func dependsOnWhatItsReportIsMadeOf(path: String, depends: Bool) {
    #expect(Self.study.depends(on: path) == depends)
  }

  @Test func needsTheFoldersWhosePathHasNoSigns() {
    #expect(Self.study.folders == ["top", "top/..", "top/data", "/mnt"])
  }

  @Test func watchesEveryFolderThatAPatternMayMean() throws {
    let folder = try ScratchFolder()
    for name in ["a", "b"] { try folder.makeFolder("\(name)/late") }
    let top = folder.path("") + "/"
    let study = WatchedStudy(
      StudyPlaces(study: "\(top)study.yaml"), stamp: nil, patterns: ["\(top)*/late/x.csv"])
    let late = Set(["a", "a/late", "b", "b/late", "queries"].map { top + $0 })
    #expect(study.watchedFolders.isSuperset(of: late))
  }

  @Test func watchesWhereALinkLeads() throws {
    let program = try Program()
    try program.folder.makeFolder("exports")
    program.folder.write(Program.answers(3), to: "exports/now.csv")
    try program.folder.link("east/answers-2.csv", to: "exports/now.csv")
    let places = StudyPlaces(study: program.folder.path("east/study.yaml"))
    // What leads out of the study's folder is neither watched nor named.
    let bare = WatchedStudy(places)
    #expect(bare.targets == [])
    #expect(!bare.watchedFolders.contains(program.folder.path("exports")))
    let study = WatchedStudy(places, roots: StudyRoots([program.folder.path("exports")]))
    #expect(study.targets == [program.folder.path("exports/now.csv")])
    #expect(study.watchedFolders.contains(program.folder.path("exports")))
  }

  @Test func aStudyThatCannotBeReadDependsOnItselfAlone() throws {
    let folder = try ScratchFolder()
    folder.write("schema: abacus.study/1\ntitle: [\n", to: "study.yaml")
    let path = folder.path("study.yaml")
    #expect(WatchedStudy(StudyPlaces(study: path)).patterns == [path])
  }
}
