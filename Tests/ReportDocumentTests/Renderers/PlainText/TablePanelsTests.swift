import Testing

@testable import ReportDocument

@Suite struct TablePanelsTests {
  private let table = Table(
    caption: "Counts",
    columns: [.init("Item", .text)] + (1...6).map { .init("column\($0)") },
    groups: [
      .init(
        heading: "Early",
        rows: [
          .init("A1", (1...6).map { .integer($0) }),
          .init("A2", [.integer(7), .spanning("hidden: too few", columns: 5)]),
        ])
    ],
    note: "A note.")

  private func lines(width: Int) -> [String] {
    let document = Document(title: "", blocks: [.table(table)])
    return TerminalRenderer(width: width).render(document).split(separator: "\n").map(String.init)
  }

  @Test func aTableThatFitsStaysWhole() {
    #expect(lines(width: 80).count { $0.hasPrefix("Item") } == 1)
  }

  @Test(arguments: [24, 30, 44])
  func noLineIsWiderThanTheTerminal(width: Int) {
    #expect(lines(width: width).allSatisfy { $0.count <= width }, "width \(width)")
  }

  @Test func everyPartRepeatsRowHeadersAndGroups() {
    let narrow = lines(width: 30)
    let parts = narrow.count { $0.hasPrefix("Item") }
    #expect(parts == 3)
    #expect(narrow.count { $0 == "Early" } == parts)
    #expect(narrow.count { $0.hasPrefix("A1") } == parts)
  }

  @Test func everyColumnStandsInOnePart() {
    let heads = lines(width: 30).filter { $0.hasPrefix("Item") }
    for number in 1...6 {
      #expect(heads.count { $0.contains("column\(number)") } == 1, "column\(number)")
    }
  }

  @Test func wordsAcrossColumnsAreSaidOnce() {
    #expect(lines(width: 30).count { $0.contains("hidden:") } == 1)
  }

  @Test func theNoteStandsBelowTheLastPart() {
    #expect(lines(width: 30).last == "A note.")
  }
}
