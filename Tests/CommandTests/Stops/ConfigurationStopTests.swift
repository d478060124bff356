import Foundation
import TestSupport
import Testing

/// Every kind of mistake in a codebook or study file: all of a file in one run, each with its place.
@Suite struct ConfigurationStopTests {
  @Test(arguments: Mistakes.all) func areAllReported(mistakes: Mistakes) throws {
    let study = try StopStudy()
    for change in mistakes.changes {
      try study.replace(change.old, with: change.new, in: change.file)
    }
    try study.expectStop(mistakes.lines, status: 65)
    guard mistakes.changes.allSatisfy({ $0.file == "codebook.yaml" }) else { return }
    for words in [["check"], ["show"]] {
      try study.expectStop(
        mistakes.lines, status: 65, arguments: ["codebook"] + words + ["codebook.yaml"])
    }
    try study.expectStop(
      mistakes.lines, status: 65,
      arguments: ["synthesize", "--seed", "1", "--codebook", "codebook.yaml"])
  }

  @Test func aCodebookInPlaceOfTheStudy() throws {
    let study = try StopStudy()
    try study.expectStop(
      [
        "codebook.yaml:1:1: error: this is a codebook, not a study file; name it at `codebook` of a study file [wrong-kind]"
      ], status: 65, arguments: ["report", "codebook.yaml"])
    try study.replace("schema: abacus.codebook/1\n", with: "", in: "codebook.yaml")
    try study.expectStop(
      [
        "codebook.yaml:1:1: error: this is a codebook, not a study file; name it at `codebook` of a study file [wrong-kind]"
      ], status: 65, arguments: ["describe", "codebook.yaml"])
  }

  /// A file of a few hundred bytes that stands for more values than a memory holds, and one that is
  /// deeper than a stack.
  @Test(.timeLimit(.minutes(1)))
  func aFileThatWouldFillTheMemoryIsRefusedAtOnce() throws {
    let study = try StopStudy()
    let laughs = (0..<30).map { level in
      let part = level == 0 ? "x" : "*a\(level - 1)"
      return "a\(level): &a\(level) [\(Array(repeating: part, count: 9).joined(separator: ","))]\n"
    }
    study.folder.write(laughs.joined(), to: "codebook.yaml")
    try study.expectStop(
      [
        "codebook.yaml:6:10: error: `*` repeats more than 100000 values in this file; write the parts out [invalid-yaml]"
      ], status: 65)
    study.folder.write("a: " + String(repeating: "[", count: 1_000_000), to: "study.yaml")
    try study.expectStop(
      [
        "study.yaml:1:104: error: lists and keys stand more than 100 deep in each other here; write them flatter [invalid-yaml]"
      ], status: 65)
  }

  @Test func namedPartsAndMergeKeysAreRead() throws {
    let study = try StopStudy()
    try study.replace(
      "{id: MA, stem: \"First\", response_scale: agree}",
      with: "&item {id: MA, stem: \"First\", response_scale: agree}", in: "codebook.yaml")
    try study.replace(
      "{id: MB, stem: \"Second\", response_scale: agree}",
      with: "{id: MB, stem: \"Second\", <<: *item}", in: "codebook.yaml")
    let before = study.bytes()
    let run = try CommandRun.abacus(
      ["report", "study.yaml", "--date", "2025-06-23"], in: study.folder.path(""))
    #expect(run.errorLines == [])
    #expect(run.status == 0)
    #expect(study.bytes()["report.json"] == before["report.json"])
  }
}
