/// Texts that try to leave their place in an output.
enum HostileTexts {
  static let all = [
    "<script>alert(1)</script>", "</title></style></svg><img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)", "' onfocus='alert(1)", "javascript:alert(1)", "&lt;b&gt; &amp;",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1",
    "a|b||c", "`code` ``more``", "**bold** _em_ ~~gone~~ $x$", "[link](javascript:alert(1))",
    "![img](https://x.example/a.png)", "# heading", "- item", "1. item", "> quote", "---", "***",
    "a\n# b\n- c", "line\r\nbreak", "https://x.example www.x.example", "<!-- c -->", "]]>", "\\",
    "trailing\\", "\u{202E}gnp.exe", "a\u{2066}b\u{2069}", "\u{200F}rtl", "\u{1B}[31mred\u{1B}[0m",
    "\u{9B}31m", "\u{7}bell\u{0}nul\u{8}", "\u{2028}\u{2029}", "\u{FFFE}\u{E0041}", "\u{FEFF}bom",
    "e\u{301}\u{301}\u{301}", "日本語テキスト", "👩‍👩‍👧 🇫🇷", "", " ", "a,b;\"c\"",
  ]

  /// One text after another, for a document that holds them all.
  static let joined = all.joined(separator: " ")
}
