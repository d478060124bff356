import ReportSchedule
import Testing

@Suite struct StartDelayTests {
  @Test func isTheSameForAStudy() {
    let path = "/srv/abc-2025/study.yaml"
    #expect(
      StartDelay.seconds(for: path, within: 600) == StartDelay.seconds(for: path, within: 600))
    #expect(StartDelay.seconds(for: path, within: 0) == 0)
  }

  @Test func theEmptyPathHasTheHashOfThePublishedStart() {
    // The offset basis is cbf29ce484222325; 84222325 xor cbf29ce4 is 4fd0bfc1.
    let hash: UInt64 = 0xcbf2_9ce4_4fd0_bfc1
    #expect(StartDelay.seconds(for: "", within: 600) == Int(hash % 601))
  }

  /// 40 studies in ten minutes: each of ten parts has 4 to be expected, and never more than half.
  @Test func spreadsStudies() {
    let delays = (1...40).map { StartDelay.seconds(for: "/srv/s\($0)/study.yaml", within: 599) }
    #expect(delays.allSatisfy { (0...599).contains($0) })
    let parts = Dictionary(grouping: delays) { $0 / 60 }
    #expect(parts.count >= 8)
    #expect(parts.values.allSatisfy { $0.count <= 10 })
  }
}
