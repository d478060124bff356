import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct StudyBoundsTests {
  let scratch: ScratchFolder
  let bounds: StudyBounds

  init() throws {
    scratch = try ScratchFolder()
    scratch.write("n\n1\n", to: "own/a.csv")
    scratch.write("n\n2\n", to: "theirs/secret.csv")
    bounds = StudyBounds(study: scratch.path("own/study.yaml"), roots: StudyRoots())
  }

  private func source(_ path: String) -> StudySource {
    StudySource(path: path, formID: "f", location: SourceLocation(file: "study.yaml", line: 5))
  }

  @Test func theFolderOfTheStudyIsTheBound() {
    #expect(bounds.contains(scratch.path("own/a.csv")))
    #expect(bounds.contains(scratch.path("own/gone/b.csv")))
    #expect(!bounds.contains(scratch.path("theirs/secret.csv")))
    #expect(!bounds.contains(scratch.path("own2")))
    let wide = StudyBounds(
      study: scratch.path("own/study.yaml"), roots: StudyRoots([scratch.path("theirs")]))
    #expect(wide.contains(scratch.path("theirs/secret.csv")))
  }

  /// The path was looked at, and a link took its place before it was opened.
  @Test func whatIsOpenCounts() throws {
    let inside = scratch.path("own/a.csv")
    let file = open(scratch.path("theirs/secret.csv"), O_RDONLY)
    defer { close(file) }
    #expect(!bounds.contains(openFile: file, at: inside))
    let own = open(inside, O_RDONLY)
    defer { close(own) }
    #expect(bounds.contains(openFile: own, at: inside))
    try FileManager.default.removeItem(atPath: inside)
    #expect(bounds.contains(openFile: own, at: inside))
  }

  @Test func aLinkIsNotReadThrough() throws {
    try scratch.link("own/link.csv", to: "theirs/secret.csv")
    let path = scratch.path("own/link.csv")
    #expect(throws: IngestError.changedWhileRead(path: "link.csv")) {
      _ = try InputReader(name: "link.csv", bounds: bounds).read(path: path)
    }
    _ = try InputReader(name: "link.csv").read(path: path)
  }

  @Test func aNameOfStandardInputIsAName() {
    #expect(bounds.files(of: source("-")).paths == [scratch.path("own/-")])
    let here = StudyBounds(study: "study.yaml", roots: StudyRoots())
    #expect(here.files(of: source("-")).paths == ["./-"])
  }
}
