import Testing

@testable import ReportDocument

@Suite struct DocumentRendererTests {
  @Test(arguments: DocumentRenderers.all.indices)
  func theSampleIsAsKept(index: Int) throws {
    let renderer = DocumentRenderers.all[index]
    try Snapshot.expect(
      renderer.render(SampleDocument.document),
      matches: "sample.\(type(of: renderer).fileExtension)")
  }
}
