/// Texts that try to leave their place in an output.
package enum HostileTexts {
  /// Each of them once.
  package static let all = [
    "<script>alert(1)</script>", "</title></style></svg><img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)", "' onfocus='alert(1)", "javascript:alert(1)", "&lt;b&gt; &amp;",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1",
    "a|b||c", "`code` ``more``", "**bold** _em_ ~~gone~~ $x$", "[link](javascript:alert(1))",
    "![img](https://x.example/a.png)", "# heading", "- item", "1. item", "> quote", "---", "***",
    "a\n# b\n- c", "line\r\nbreak", "https://x.example www.x.example", "<!-- c -->", "]]>", "\\",
    "trailing\\", "\u{202E}gnp.exe", "a\u{2066}b\u{2069}", "\u{200F}rtl", "\u{1B}[31mred\u{1B}[0m",
    "\u{9B}31m", "\u{7}bell\u{0}nul\u{8}", "\u{2028}\u{2029}", "\u{FFFE}\u{E0041}", "\u{FEFF}bom",
    "e\u{301}\u{301}\u{301}", "日本語テキスト", "👩‍👩‍👧 🇫🇷", "", " ", "a,b;\"c\"",
    "<svg/onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "data:text/html,<script>",
    "+cmd|' /C calc'!A0", "-cmd|' /C calc'!A0", "@cmd", "%0Ajavascript:alert(1)", "{{7*7}} ${7*7}",
    "\u{1B}]0;title\u{7}", "\u{1B}]8;;https://x.example\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    "zero\u{200B}width\u{200D}\u{2060}", "\u{FEFF}", "\u{1}\u{7F}\u{85}",
    "```\ncode\n```", "| a | b |\n|---|---|", "error: it is fine [ok]\nabacus: error: lost",
    String(repeating: "W", count: 400),
  ]

  /// One text after another, for a document that holds them all.
  package static let joined = all.joined(separator: " ")
}
