import SurveyAnalysis
import Testing

@Suite struct RowGroupsTests {
  @Test func rowsOfDifferentPersonsAreAlone() {
    let groups = RowGroups(rows: [0, 1, 2], rowCount: 3, columns: [[5, 3, 0]])
    #expect(groups.clusters(of: [0, 1, 2]) == [0, 1, 2])
  }

  /// Row 0 and 1 share a person of the first column, 1 and 2 one of the second.
  @Test func rowsAreTiedThroughOthers() {
    let columns: [[Int32]] = [[0, 0, 1, 2], [0, 1, 1, 2]]
    let groups = RowGroups(rows: [0, 1, 2, 3], rowCount: 4, columns: columns)
    #expect(groups.clusters(of: [3, 2, 1, 0]) == [1, 0, 0, 0])
    // Without the row between, they are not.
    let fewer = RowGroups(rows: [0, 2, 3], rowCount: 4, columns: columns)
    #expect(fewer.clusters(of: [0, 2, 3]) == [0, 1, 2])
    #expect(fewer.clusters(of: [0, 1]) == nil)
  }

  @Test func anUnknownPersonHasNoGroup() {
    let groups = RowGroups(rows: [0, 1], rowCount: 2, columns: [[0, 1], [-1, 0]])
    #expect(groups.clusters(of: [1]) == [0])
    #expect(groups.clusters(of: [0, 1]) == nil)
    #expect(groups.clusters(of: []) == [])
  }
}
