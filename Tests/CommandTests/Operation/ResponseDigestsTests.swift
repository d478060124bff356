import SurveyAnalysis
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct ResponseDigestsTests {
  static func group(_ digests: [UInt64], persons: [UInt64?]? = nil) -> ResponseDigests {
    ResponseDigests(groups: [
      .init(
        formID: "mentor", waveID: "",
        responses: digests.enumerated().map { place, digest in
          .init(digest: digest, person: persons?[place], partner: nil)
        })
    ])
  }

  /// Of 1, 2, 2, 5 and 2, 2, 2, 4, 5 three are shared (2, 2, 5); 1, 2 and 4 are in one only.
  @Test func equalResponsesAreCountedAsOftenAsBothHaveThem() {
    let old = Self.group([1, 2, 2, 5], persons: [10, 20, 21, 50])
    let new = Self.group([2, 2, 2, 4, 5], persons: [20, 21, 22, 10, 50])
    #expect(
      new.overlap(with: old)
        == .counted([
          ResponseOverlap(
            formID: "mentor", waveID: nil, oldCount: 4, newCount: 5, sharedCount: 3,
            differingPersonCount: 2, differingPartnerCount: nil)
        ]))
  }

  @Test func aPersonWhoIsNotKnownMayBeAnyOfTheOthers() {
    let some = Self.group([1, 3], persons: [10, nil])
      .overlap(with: Self.group([1, 2], persons: [10, 20]))
    #expect(some.overlap(form: "mentor", wave: nil)?.differingPersonCount == 1)
    let overlap = Self.group([1, 3]).overlap(with: Self.group([1, 2]))
    #expect(overlap.overlap(form: "mentor", wave: nil)?.differingPersonCount == nil)
    #expect(overlap.overlap(form: "mentor", wave: nil)?.sharedCount == 1)
  }

  private static func paired(_ links: [(UInt64?, UInt64?)]) -> ResponseDigests {
    ResponseDigests(groups: [
      .init(
        formID: "mentee", waveID: "",
        responses: links.enumerated().map { place, link in
          .init(digest: UInt64(place), person: link.0, partner: link.1)
        })
    ])
  }

  /// New mentees of the same mentors are no independent group.
  @Test func partnersAreSomebodyToo() {
    let old = Self.paired([(1, 10), (2, 11)])
    let sameMentors = Self.paired([(3, 10), (4, 12)])
    #expect(!sameMentors.hasNobody(of: old) && sameMentors.hasSomebody(of: old))
    let others = Self.paired([(3, 12), (4, 13)])
    #expect(others.hasNobody(of: old) && !others.hasSomebody(of: old))
    let unknown = Self.paired([(3, 12), (4, nil)])
    #expect(!unknown.hasNobody(of: old) && !unknown.hasSomebody(of: old))
    let unpaired = Self.paired([(3, nil), (4, nil)])
    #expect(unpaired.hasNobody(of: Self.paired([(1, nil)])))
    #expect(!Self.paired([(nil, nil)]).hasNobody(of: unpaired))
  }

  @Test func readBackAsTheyWere() {
    let digests = ResponseDigests(groups: [
      .init(
        formID: "mentor", waveID: "early",
        responses: [
          .init(digest: 0, person: 255, partner: .max), .init(digest: 7, person: nil, partner: nil),
        ]), .init(formID: "mentee", waveID: "", responses: []),
    ])
    #expect(ResponseDigests(parsing: digests.text) == digests)
    #expect(ResponseDigests(parsing: "00ff\t-\t-\n") == nil)
    #expect(ResponseDigests(parsing: "group\ta\tb\nxyz\t-\t-\n") == nil)
  }

  /// One changed answer is another response; the order of rows does not matter.
  @Test func oneChangedAnswerIsOneResponseLess() throws {
    let program = try Program()
    try program.run("run", ".")
    var lines = Program.answers(24).split(separator: "\n").map(String.init)
    lines[3] = "p3,5,5,5"
    lines.swapAt(5, 9)
    program.folder.write(lines.joined(separator: "\n") + "\n", to: "east/answers.csv")
    try program.run("run", ".")
    let runs = try #require(program.folder.names(in: "east/study.history/runs"))
    let digests = try runs.map { run in
      let text = program.folder.text(of: "east/study.history/runs/\(run)/responses")
      return try #require(ResponseDigests(parsing: text ?? "none"))
    }
    let overlap = digests[1].overlap(with: digests[0]).overlap(form: "mentor", wave: nil)
    #expect(overlap?.sharedCount == 23)
    #expect(overlap?.differingPersonCount == 1)
    let other = try Program()
    try other.run("run", ".")
    let run = try #require(other.folder.names(in: "east/study.history/runs")?.first)
    let text = other.folder.text(of: "east/study.history/runs/\(run)/responses")
    let foreign = try #require(ResponseDigests(parsing: text ?? "none"))
    // Another study has another salt, so nobody can be followed from one to the other.
    #expect(
      foreign.overlap(with: digests[0]).overlap(form: "mentor", wave: nil)?.sharedCount == 0)
  }
}
