import Testing

@testable import ReportDocument

@Suite struct LinkTargetTests {
  @Test(arguments: [
    "javascript:alert(1)", "http://x.example", "data:text/html,x", "https:", "https://",
    "https://x.example/\"onload", "https://x.example/a b", "https://x.example/<b>", "//x.example",
    "https://x.example/\u{202E}", " https://x.example", "mailto:", "vbscript:x",
    "https://é.example",
  ])
  func otherAddressesAreRefused(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(arguments: ["https://x.example/a?b=c&d#e", "mailto:a@x.example", "HTTPS://x.example"])
  func safeAddressesAreKept(text: String) {
    #expect(WebAddress(text)?.text == text)
  }

  @Test(arguments: [
    ("Both sides, of the pair!", "both-sides-of-the-pair"), ("", "x"), ("2025", "x-2025"),
    ("日本", "x"), ("a\"><script>", "a-script"), ("--a--", "a"),
  ])
  func anchorsHoldOnlyLettersDigitsAndHyphens(text: String, name: String) {
    #expect(Anchor(text).name == name)
  }
}
