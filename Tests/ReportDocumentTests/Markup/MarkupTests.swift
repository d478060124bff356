import Testing

@testable import ReportDocument

@Suite struct MarkupTests {
  @Test func textAndAttributesAreEscaped() {
    let tree = Markup.tag(.em, [.init("title", "\"<&>'")], "a < b & \"c\"")
    #expect(
      tree.source
        == "<em title=\"&quot;&lt;&amp;&gt;&#39;\">a &lt; b &amp; &quot;c&quot;</em>")
  }

  @Test func shapesAreClosedAndLengthsHaveOneDecimal() {
    #expect(
      Shape.line(0, 1.25, 3, 4.96, "grid").source
        == "<line x1=\"0\" y1=\"1.2\" x2=\"3\" y2=\"5\" class=\"grid\"/>\n")
  }
}
