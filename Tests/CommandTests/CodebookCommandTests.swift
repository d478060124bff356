import Testing
import TestSupport

@Suite struct CodebookCommandTests {
  static let book = """
    schema: abacus.codebook/1
    instrument: {id: t, title: Trial}
    response_scales:
      ag: {options: [{code: 1, label: No}, {code: 2, label: Maybe}, {code: 3, label: Yes}]}
    forms:
      m: {items: [{id: A, stem: I am well, response_scale: ag}]}

    """

  func run(_ arguments: [String], files: [String: String] = ["book.yaml": book]) throws
    -> CommandRun
  {
    let folder = try ScratchFolder()
    for (name, text) in files { folder.write(text, to: name) }
    return try CommandRun.abacus(["codebook"] + arguments, in: folder.path(""))
  }

  @Test func checkCountsWhatACodebookWithoutMistakesHolds() throws {
    let run = try run(["check", "book.yaml"])
    #expect(run.status == 0)
    #expect(run.stdout == "book.yaml: no mistakes. 1 form, 1 item, 0 scales, 0 pair items.\n")
    #expect(run.stderr == "")
  }

  @Test func checkWarnsOfOptionsThatCanNotBeToldApart() throws {
    let options = "{code: a, label: \"A, B\"}, {code: b, label: B}, {code: c, label: A}"
    let run = try run(
      ["check", "book.yaml"],
      files: [
        "book.yaml": Self.book.replacing(
          "scale: ag}]}",
          with: "scale: ag}], multi_select: [{id: Q, stem: S, options: [\(options)]}]}")
      ])
    #expect(run.status == 0)
    #expect(run.stdout == "book.yaml: no mistakes. 1 form, 1 item, 0 scales, 0 pair items.\n")
    #expect(run.errorLines.count == 1)
    #expect(
      run.errorLines.first?.hasSuffix(
        "warning: the option `a` of `Q` reads like other options where a cell holds all ticked ones with commas between them; export one column for each option, or change a label [inseparable-options]"
      ) ?? false)
  }

  @Test func checkNamesEveryMistakeWithItsPlace() throws {
    let run = try run(
      ["check", "book.yaml"],
      files: ["book.yaml": Self.book.replacing("stem: I am well, response", with: "respons")])
    #expect(run.status == 65)
    #expect(run.stdout == "")
    #expect(
      run.errorLines == [
        "book.yaml:6:23: error: an item of form `m` has no key `respons_scale`; did you mean `response_scale`? [unknown-key]",
        "book.yaml:6:15: error: an item of form `m` has no `stem`; add it [missing-key]",
        "book.yaml:6:15: error: an item of form `m` has no `response_scale`; add it [missing-key]",
        "abacus: error: there is no result because of 3 errors",
      ])
  }

  @Test func checkFoldsMistakesOfOneKindUnlessAllAreAskedFor() throws {
    let book = Self.book + (1...12).map { "key\($0): 1\n" }.joined()
    let folded = try run(["check", "book.yaml"], files: ["book.yaml": book])
    #expect(folded.errorLines.count == 12)
    #expect(
      folded.errorLines[10]
        == "error: 2 more of this kind; --all-findings shows them [unknown-key]")
    let all = try run(["check", "book.yaml", "--all-findings"], files: ["book.yaml": book])
    #expect(all.errorLines.count == 13)
    #expect(all.status == 65)
  }

  @Test func aFileThatIsNotThereIsNoInput() throws {
    let run = try run(["check", "gone.yaml"])
    #expect(run.status == 66)
    #expect(run.stdout == "")
    #expect(
      run.errorLines == [
        "gone.yaml: error: there is no file `gone.yaml`; check the path [missing-file]"
      ])
  }

  @Test(arguments: [["check"], ["check", "a", "b"], ["show", "book.yaml", "--format", "xml"]])
  func otherArgumentsAreAUsageError(arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.status == 64)
    #expect(run.stdout == "")
    #expect(run.stderr.contains("Usage: abacus codebook"))
  }

  @Test(
    arguments: [
      ("table", "I am well"), ("markdown", "| A "), ("json", "\"stem\": \"I am well\""),
      ("csv", "A,"),
    ])
  func showWritesTheCodebook(format: String, part: String) throws {
    let run = try run(["show", "book.yaml", "--format", format])
    #expect(run.status == 0)
    #expect(run.stdout.contains(part))
    #expect(run.stderr == "")
    #expect(!run.stdout.contains("\u{1B}"))
  }

  @Test func showEndsAsCheckDoesWhereThereAreMistakes() throws {
    let run = try run(["show", "book.yaml"], files: ["book.yaml": "a: 1"])
    #expect(run.status == 65)
    #expect(run.stdout == "")
    #expect(
      run.errorLines.last == "abacus: error: there is no result because of 4 errors"
    )
  }
}
