import Testing

@testable import SurveyIngest

@Suite struct PlainDateTests {
  @Test(arguments: [
    ("Mon Sep 08 2025 13:58:23 GMT-0500 (Central Daylight Time)", "2025-9-08 13:58:23"),
    ("2025/03/03 8:23:42 AM GMT+1", "2025/03/03 8:23:42 AM"),
    ("2025-03-03 08:23 UTC", "2025-03-03 08:23"), ("03.03.2025 08:23 MEZ", "03.03.2025 08:23"),
    ("Mar 3, 2025 8:23 a.m.", "2025-3-3 8:23 AM"), ("3. March 2025", "2025-3-3"),
    ("Tuesday, 4 Mar 2025", "2025-3-4"), ("03-Mar-25", "2025-3-03"),
    ("2025-03-03\u{202F}08:23\u{A0}PM", "2025-03-03 08:23 PM"),
  ])
  func whatDoesNotMatterIsLeftOut(text: String, plain: String) {
    #expect(PlainDate.text(text) == plain)
  }

  @Test(arguments: [
    "", "yesterday", "Ma 3 2025", "3 Mayor 2025", "March 2025", "2025-03-03 08:23 or later",
    "3 Mar 20255", "08:23 PM PM", "3-May", "Mar 3, 2025 8:23 GMT+", "(3)",
  ])
  func anythingElseIsNoDate(text: String) {
    #expect(DateTexts([text], order: nil, latest: nil).readings == [.unreadable])
  }
}
