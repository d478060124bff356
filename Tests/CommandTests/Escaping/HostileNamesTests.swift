import Foundation
import ReportDocument
import TestSupport
import Testing

/// Hostile names of files, words on the command line, and ids that would be paths.
@Suite struct HostileNamesTests {
  @Test(arguments: HostileStudy.fileNames) func namesOfFiles(name: String) throws {
    let folder = try ScratchFolder()
    folder.write("a,b\n1,2\n2,1\n3,9\n", to: name)
    // A word that begins with a hyphen is taken for an option.
    let path = name.hasPrefix("-") ? "./\(name)" : name
    for format in formats(of: name) {
      let run = try CommandRun.abacus(
        ["describe", path, "--format", format], in: folder.path(""))
      #expect(run.status == 0, "\(run.stderr)")
      switch format {
      case "markdown": Escaped.expectMarkdown(run.stdout)
      case "csv": Escaped.expectTable(run.stdout)
      case "json": try Escaped.expectJSON(run.stdout)
      default: Escaped.expectVisible(run.stdout)
      }
    }
    let broken = try CommandRun.abacus(
      ["describe", path, "--items", "c", "--findings", path + ".json"], in: folder.path(""))
    #expect(broken.status == 65)
    Escaped.expectLines(broken)
    try Escaped.expectJSON(#require(folder.text(of: name + ".json")), holding: [path])
  }

  /// What would be live in one of them goes through it, and all go to a terminal.
  private func formats(of name: String) -> [String] {
    let isFormula = "=+-@＝".contains(name.trimmingCharacters(in: .whitespaces).prefix(1))
    let isMarkup = name.contains { "*_[]`|#>~$\n".contains($0) }
    return ["table"] + (isFormula ? ["csv"] : []) + (isMarkup ? ["markdown"] : [])
  }

  /// What is typed comes back in the message, with names of the codebook beside it.
  @Test func whatIsTyped() throws {
    let folder = try ScratchFolder()
    let waves = HostileStudy.texts.indices.map { HostileStudy.quoted(HostileStudy.marked($0)) }
    folder.write(codebook + "waves: [\(waves.joined(separator: ", "))]\n", to: "codebook.yaml")
    let steering = HostileStudy.texts.filter { text in
      text.unicodeScalars.contains { VisibleText.isUnsafe($0) } && !text.contains("\0")
    }
    for text in steering {
      for words in [
        ["describe", text], ["--x" + text], ["report", "a", text],
        ["synthesize", "--codebook", "codebook.yaml", "--seed", "1", "--waves", "x" + text],
      ] {
        let run = try CommandRun.abacus(words, in: folder.path(""))
        #expect([64, 66].contains(run.status), "\(words)")
        Escaped.expectVisible(run.stderr)
        #expect(run.stdout == "")
      }
    }
  }

  @Test(arguments: ["../x", "a/b", "a\u{1}b", ""])
  func aNameThatIsAPathMakesNoFile(form: String) throws {
    let folder = try ScratchFolder()
    folder.write(
      codebook.replacing("m: {items", with: HostileStudy.quoted(form) + ": {items"),
      to: "codebook.yaml")
    let run = try CommandRun.abacus(
      ["synthesize", "--codebook", "codebook.yaml", "--seed", "1"], in: folder.path(""))
    #expect(run.status == 64)
    #expect(run.stderr.contains("can't be part of a file's name; give the form or wave an id"))
    #expect(folder.names() == ["codebook.yaml"])
  }

  private let codebook = """
    schema: abacus.codebook/1
    instrument: {id: t, title: T}
    response_scales: {s: {options: [{code: 1, label: A}, {code: 2, label: B}]}}
    forms: {m: {items: [{id: A, stem: S, response_scale: s}]}}

    """
}
