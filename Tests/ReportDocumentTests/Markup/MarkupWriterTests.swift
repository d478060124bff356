import Testing

@testable import ReportDocument

@Suite struct MarkupWriterTests {
  @Test func textAndAttributesAreEscaped() {
    var writer = MarkupWriter()
    writer.element(.em, [.init("title", "\"<&>'")], "a < b & \"c\"")
    #expect(
      writer.source
        == "<em title=\"&quot;&lt;&amp;&gt;&#39;\">a &lt; b &amp; &quot;c&quot;</em>")
  }

  @Test func shapesAreClosedAndLengthsHaveOneDecimal() {
    var writer = MarkupWriter()
    writer.shape(.line(0, 1.25, 3, 4.96, "grid"))
    #expect(writer.source == "<line x1=\"0\" y1=\"1.2\" x2=\"3\" y2=\"5\" class=\"grid\"/>\n")
  }

  @Test func whatIsStartedStandsAroundWhatFollows() {
    var writer = MarkupWriter()
    writer.start(.ul, [.style("legend")])
    writer.element(.li, "a")
    writer.end(.ul)
    #expect(writer.source == "<ul class=\"legend\">\n<li>a</li>\n</ul>\n")
  }
}
