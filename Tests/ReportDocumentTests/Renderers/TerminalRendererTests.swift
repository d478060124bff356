import Testing

@testable import ReportDocument

@Suite struct TerminalRendererTests {
  @Test(arguments: [60, 80, 100])
  func textIsWrappedToTheWidth(width: Int) {
    var document = SampleDocument.document
    document.blocks.removeLast()  // its eight columns need more than 60
    let output = TerminalRenderer(width: width).render(document)
    for line in output.split(separator: "\n") {
      #expect(String(line).displayWidth <= width, "\(line)")
    }
  }

  @Test func aTableAloneIsJustATable() {
    let document = Document(title: "", blocks: [.table(SampleDocument.wide)])
    #expect(
      TerminalRenderer().render(document) == """
        Names
        Name        Width
        ─────────────────
        日本語          6
        Cafe\u{301} | bar     10
        plain        \u{2212}1.2

        """)
  }

  @Test func stylesComeOnlyWhenAskedFor() {
    let document = SampleDocument.document
    #expect(!TerminalRenderer().render(document).contains("\u{1B}"))
    let styled = TerminalRenderer(usesStyles: true).render(document)
    #expect(styled.contains("\u{1B}[1m") && styled.contains("\u{1B}[2m"))
    var plain = styled
    for code in ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] {
      plain = plain.split(separator: code, omittingEmptySubsequences: false).joined()
    }
    #expect(plain == TerminalRenderer().render(document))
  }
}
