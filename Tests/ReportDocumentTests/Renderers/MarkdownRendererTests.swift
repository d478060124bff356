import TestSupport
import Testing

@testable import ReportDocument

@Suite struct MarkdownRendererTests {
  let sample = MarkdownRenderer().render(SampleDocument.document)

  @Test func tablesLineUpInPlainText() {
    let lines = sample.split(separator: "\n", omittingEmptySubsequences: false)
    var tables = 0
    for block in lines.split(separator: "") where block.first?.hasPrefix("|") == true {
      tables += 1
      #expect(Set(block.map { String($0).displayWidth }).count == 1, "\(block.first ?? "")")
    }
    #expect(tables >= 14)
  }

  @Test func linksLeadToTheAnchorsOfARepositoryPage() {
    #expect(sample.contains("[Both sides](#both-sides-of-the-bed)"))
    #expect(sample.contains("[Trust](#can-the-scales-be-trusted)"))
    #expect(sample.contains("no such place") && !sample.contains("nowhere"))
  }

  @Test func repeatedHeadingsGetNumbers() {
    let document = Document(
      title: "A b",
      blocks: [
        .section(Section(id: "one", title: "A b", [])),
        .section(Section(id: "two", title: "Été & c_d – e", [])),
        .paragraph([.link(to: "one", "1"), .link(to: "two", "2")]),
      ])
    let text = MarkdownRenderer().render(document)
    #expect(text.contains("[1](#a-b-1)[2](#été--c_d--e)"))
  }

  @Test(arguments: [
    ("a_b c_ _d", "a_b c\\_ \\_d"), ("<b> p < .05 > 1", "\\<b> p < .05 > 1"),
    ("&amp; a & b", "\\&amp; a & b"), ("[x](y) *z* `q`", "\\[x\\](y) \\*z\\* \\`q\\`"),
    ("https://x www.y", "https\\://x www\\.y"), ("a | b", "a | b"), ("C #", "C \\#"),
  ])
  func marksAreEscapedWhereTheyWouldCount(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test func barsEndNoCell() {
    #expect(MarkdownText.escaped("a|b", inCell: true) == "a\\|b")
    #expect(MarkdownText.code("a|b", inCell: true) == "`a\\|b`")
  }

  @Test(arguments: [
    ("# a", "\\# a"), ("- a", "\\- a"), ("+0.3 up", "+0.3 up"), ("1. a", "1\\. a"),
    ("12) a", "12\\) a"), ("> a", "\\> a"), ("---", "\\---"), ("===", "\\==="), ("a - b", "a - b"),
  ])
  func marksAtTheStartOfALineAreEscaped(text: String, escaped: String) {
    #expect(
      MarkdownRenderer().render(Document(title: "", blocks: [.paragraph(InlineText(text))]))
        == escaped + "\n")
  }

  @Test func noWrappedLineBeginsWithAMark() {
    let text = (0..<200).map { $0 % 3 == 0 ? "word" : $0 % 3 == 1 ? "-" : "1." }.joined(
      separator: " ")
    let output = MarkdownRenderer().render(
      Document(title: "", blocks: [.paragraph(InlineText(text))]))
    for line in output.split(separator: "\n") { #expect(line.hasPrefix("word")) }
  }

  @Test(arguments: HostileTexts.all)
  func noTextBecomesALinkAnImageOrHTML(text: String) {
    let output = MarkdownRenderer().render(
      Document(
        title: text, blocks: [.paragraph(InlineText(text)), .bulletList([InlineText(text)])]))
    let marks = Self.withoutEscapes(output)
    for mark in ["](", "![", "<script", "<img", "</title", "<!--", "**bold"] {
      #expect(!marks.contains(mark), "\(output)")
    }
  }

  /// The text without the characters that a backslash takes the meaning from.
  private static func withoutEscapes(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  @Test(arguments: HostileTexts.all)
  func tablesKeepTheirColumns(text: String) {
    let table = Table(
      caption: "", columns: [.init("a", .text), .init("b", .text)],
      rows: [Table.Row(InlineText(text), [.text([.code(text), .strong(text)])])])
    let output = MarkdownRenderer().render(Document(title: "", blocks: [.table(table)]))
    let lines = output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(Set(lines.map { String($0).displayWidth }).count == 1)
    for line in lines {
      var previous: Character = " "
      let bars = line.count { character in
        defer { previous = previous == "\\" && character == "\\" ? " " : character }
        return character == "|" && previous != "\\"
      }
      #expect(bars == 3, "\(line)")
    }
  }
}
