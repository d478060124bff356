import SurveyModel
import SurveyQuery
import TestSupport
import Testing

@Suite struct QueryDataTests {
  @Test func noRowsHaveNoPlace() {
    let data = QueryData(
      dataset: SurveyDataset(
        codebook: Codebook(instrument: Instrument(id: "x", title: "X"), forms: []), waves: [],
        forms: [], intake: [], pairCount: 0), findings: [], confidenceLevel: 0.95)
    #expect(data.rowCount == 0)
    #expect(data.place(ofRow: 0) == nil)
  }
}
