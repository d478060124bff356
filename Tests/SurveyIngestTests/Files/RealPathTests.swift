import TestSupport
import Testing

@testable import SurveyIngest

@Suite struct RealPathTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func whatIsNotThereIsBelowWhatIs() throws {
    try scratch.makeFolder("real/deep")
    try scratch.link("link", to: "real")
    for (path, real) in [
      ("link/deep", "real/deep"), ("link/gone/x", "real/gone/x"), ("link/gone/../y", "real/y"),
      ("link/deep/../../z", "z"), ("gone/", "gone"),
    ] {
      #expect(RealPath.ofAnything(scratch.path("") + "/" + path) == scratch.path(real), "\(path)")
    }
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/", true),
    ("/", "/a", false),
  ])
  func lying(path: String, folder: String, lies: Bool) {
    #expect(RealPath.lies(path, in: folder) == lies)
  }

  @Test(arguments: [
    ("data/2025-*/x?.csv", "data", ["2025-*", "x?.csv"]), ("*.csv", ".", ["*.csv"]),
    ("/srv/[ab]/../c", "/srv", ["[ab]", "..", "c"]), ("/*", "/", ["*"]), ("a/b.csv", "a/b.csv", []),
  ])
  func aPatternHasAPlainBeginning(pattern: String, start: String, rest: [String]) {
    let parts = FilePath.parts(ofPattern: pattern)
    #expect(parts.start == start && parts.rest == rest)
  }

  @Test(arguments: [
    ("/srv/a-b_c.d", "/srv/a-b_c.d"), ("/srv/größe", "/srv/größe"), ("a b", "'a b'"),
    ("it's", "'it'\\''s'"), ("$(x)", "'$(x)'"), ("", "''"),
  ])
  func aWordOfAShell(text: String, quoted: String) { #expect(ShellWord.quoted(text) == quoted) }
}
