import Testing

@testable import SurveyIngest

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>My mentor&nbsp;<b>listens</b>.</p>", "My mentor listens."),
    ("A<br />B", "A B"),
    ("score < 5 and > 2", "score < 5 and > 2"),
    ("R&amp;D &lt;here&gt;", "R&D <here>"),
    ("  two\n lines ", "two lines"),
    ("open <b", "open <b"),
  ])
  func leavesWhatTheRespondentSaw(html: String, plain: String) {
    #expect(HTMLText.plain(html) == plain)
  }

  /// Looking for the missing end of each would take hours.
  @Test func tagsThatNeverEndAreText() {
    let text = String(repeating: "<a", count: 500_000)
    #expect(HTMLText.plain("</p>" + text) == text)
  }
}
