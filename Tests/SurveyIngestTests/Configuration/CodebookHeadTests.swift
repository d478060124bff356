import Testing

@testable import SurveyIngest

@Suite struct CodebookHeadTests {
  @Test(arguments: [
    "schema: abacus.codebook/1\n", "# mine\n\n---\nschema: abacus.codebook/1",
    "\u{FEFF}schema: \"abacus.codebook/1\"",
    "%YAML 1.2\n---\n\"schema\":  'abacus.codebook/1'  # the form\r\n",
    "schema: abacus.codebook/12  \t", "  # note\r\nschema : abacus.codebook/9\r\n",
  ])
  func aCodebookIsKnown(text: String) { #expect(CodebookHead.begins(text)) }

  @Test(arguments: [
    "", "\n# only a comment\n", "root:x:0:0:root:/root:/bin/bash\n",
    "password: hunter2\nschema: abacus.codebook/1\n",
    "schema: abacus.study/1\n", "schema: abacus.codebook\n", " schema2: abacus.codebook/1",
    "schema: xabacus.codebook/1",
    "- schema: abacus.codebook/1", "schema: abacus.codebook/1x the token is abc",
    "schema: abacus.codebook/1 the token is abc", "schema: abacus.codebook/1#abc",
    "schema: \"abacus.codebook/1", "schema: \"abacus.codebook/1\" abc", "schema: abacus.codebook/",
    "schema: abacus.codebook/1, token: abc",
  ])
  func anythingElseIsNot(text: String) { #expect(!CodebookHead.begins(text)) }
}
