import TestSupport
import Testing

@testable import ReportDocument

@Suite struct HTMLRendererTests {
  let sample = HTMLRenderer().render(SampleDocument.document)

  @Test func thePageIsWellFormed() {
    let balance = TagBalance(sample)
    #expect(balance.problems.isEmpty)
    #expect(Set(balance.ids).count == balance.ids.count)
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty })
  func noTextBecomesMarkup(text: String) {
    let balance = TagBalance(HTMLRenderer().render(HostileDocument.document(text)))
    let plain = TagBalance(HTMLRenderer().render(HostileDocument.document("plain")))
    #expect(balance.problems.isEmpty)
    #expect(!balance.names.contains("script") && !balance.names.contains("img"))
    // Wrapped lines, cut labels and the lines of code may add elements; nothing else does.
    let counted = ["a", "section", "p", "table", "th", "td", "svg", "li", "b", "strong", "em"]
    for name in counted where !(name == "a" && WebAddress(text) != nil) {
      #expect(balance.names.count { $0 == name } == plain.names.count { $0 == name }, "\(name)")
    }
    #expect(Set(balance.ids).count == balance.ids.count)
  }

  @Test func thePageAsksForNothing() {
    #expect(sample.contains("default-src &#39;none&#39;"))
    for word in ["<script", "<link", "<img", "@import", "url(", "src=", "@font-face"] {
      #expect(!sample.contains(word), "\(word)")
    }
  }

  @Test func everyLinkLeadsSomewhere() {
    let ids = Set(TagBalance(sample).ids)
    let targets = sample.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(targets.count >= 8)
    for target in targets { #expect(ids.contains(String(target)), "\(target)") }
    #expect(!sample.contains("nowhere"))
  }

  @Test func everyChartHasWordsATableAndTwoDrawings() {
    let figures = sample.split(separator: "<figure>").dropFirst()
    #expect(figures.count == 7)
    for figure in figures {
      #expect(figure.contains("class=\"chart wide\"") && figure.contains("class=\"chart narrow\""))
      #expect(figure.components(of: "role=\"img\"") == 2 && figure.components(of: "<desc id=") == 2)
      #expect(figure.contains("<caption>") && figure.contains("scope=\"col\""))
    }
  }

  @Test func contentsAreListedFromFiveSectionsOn() {
    #expect(sample.contains("<nav"))
    var short = SampleDocument.document
    short.blocks.removeLast(2)
    #expect(!HTMLRenderer().render(short).contains("<nav"))
  }

  @Test func cutLabelsKeepTheirTextInATooltip() {
    #expect(sample.contains("<title>My visitor and I could each write down the same goals"))
  }
}

extension StringProtocol {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
