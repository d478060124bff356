import TestSupport
import Testing

@testable import ReportDocument

/// What every output format must keep.
@Suite struct RendererContractTests {
  static let renderers: [any DocumentRenderer] =
    DocumentRenderers.all + [TerminalRenderer(width: 40, usesStyles: false)]

  @Test func namesAndFileEndingsAreUnique() {
    let names = DocumentRenderers.all.map { type(of: $0).name }
    let endings = DocumentRenderers.all.map { type(of: $0).fileExtension }
    #expect(Set(names).count == names.count)
    #expect(Set(endings).count == endings.count)
  }

  @Test(arguments: renderers.indices)
  func theSameDocumentGivesTheSameText(index: Int) {
    let renderer = Self.renderers[index]
    let text = renderer.render(SampleDocument.document)
    #expect(text == renderer.render(SampleDocument.document))
    #expect(text.utf8.last == 0x0A && !text.hasSuffix("\n\n"))
  }

  @Test(arguments: renderers.indices)
  func anEmptyDocumentAndAnEmptyTableAreNoTrap(index: Int) {
    let renderer = Self.renderers[index]
    _ = renderer.render(Document(title: "", blocks: []))
    let table = Table(
      caption: "", columns: [], rows: [Table.Row("a", [.integer(1), .spanning("b", columns: 9)])])
    _ = renderer.render(Document(title: "", blocks: [.table(table)]))
    _ = renderer.render(HostileDocument.emptyCharts)
  }

  @Test(arguments: renderers.indices, HostileTexts.all)
  func noTextSteersTheReadersMachine(index: Int, text: String) {
    let output = Self.renderers[index].render(HostileDocument.document(text))
    let unsafe = output.unicodeScalars.filter {
      VisibleText.isUnsafe($0) && $0 != "\n" && $0 != "\r"
    }
    #expect(unsafe.isEmpty)
  }

  @Test(arguments: renderers.indices)
  func everyNumberOfATableIsThere(index: Int) {
    let table = Table(
      caption: "c", columns: [.init("a", .text), .init("b")],
      rows: [Table.Row("x", [.number(0.5, .plain(decimals: 1))])])
    let output = Self.renderers[index].render(Document(title: "", blocks: [.table(table)]))
    #expect(output.contains("0.5") && output.contains("x"))
  }
}
