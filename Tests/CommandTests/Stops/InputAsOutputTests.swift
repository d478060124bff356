import Foundation
import TestSupport
import Testing

/// An input of the run never becomes an output, whatever the command and whatever its name.
@Suite struct InputAsOutputTests {
  let study: StudyFolder
  let answers: String

  init() throws {
    study = try StudyFolder.small()
    answers = try #require(study.scratch.text(of: "a.csv"))
    study.scratch.write("mean(A)\n", to: "queries/q.sql")
    try study.scratch.link("link.csv", to: "a.csv")
    for (name, target) in [("second.csv", "a.csv"), ("book.md", "codebook.yaml")] {
      try FileManager.default.linkItem(
        atPath: study.scratch.path(target), toPath: study.scratch.path(name))
    }
  }

  private func expectAllIsWhole() {
    #expect(study.scratch.text(of: "a.csv") == answers)
    #expect(study.scratch.text(of: "codebook.yaml")?.hasPrefix("schema: abacus.codebook/1") == true)
    #expect(study.scratch.text(of: "queries/q.sql") == "mean(A)\n")
  }

  @Test(arguments: ["a.csv", "./a.csv", "second.csv", "book.md", "link.csv"], [true, false])
  func ofAQuestion(name: String, isForced: Bool) throws {
    for question in ["mean(A)", "--list", "--saved=q"] {
      let run = try CommandRun.abacus(
        ["query", "study.yaml", question, "--output", name] + (isForced ? ["--force"] : []),
        in: study.scratch.path(""))
      #expect(run.status == 73)
      #expect(run.stdout == "")
      let isLink = name == "link.csv"
      #expect(
        run.stderr.contains(isLink ? "[output-not-writable]" : "[output-is-input]"),
        "\(run.stderr)")
    }
    expectAllIsWhole()
  }

  @Test func aQuestionSaysWhichInputItIs() throws {
    let run = try study.run("query", "study.yaml", "mean(A)", "--output", "second.csv")
    #expect(
      run.errorLines == [
        "second.csv: error: `second.csv` is `a.csv`, an input of this run, so it is left alone; name another file [output-is-input]"
      ])
  }

  @Test(arguments: ["a.csv", "second.csv", "--force a.csv", "link.csv"])
  func ofTheShell(name: String) throws {
    study.scratch.write(".output \(name)\nmean(A)\n", to: "lines")
    let run = try CommandRun.shell(
      "\"$ABACUS\" shell study.yaml --history a.csv < lines", in: study.scratch.path(""))
    #expect(run.status == 65)
    #expect(run.stderr.contains("`a.csv` is no history of this shell"))
    expectAllIsWhole()
  }

  /// A file of questions is an input as soon as it is read.
  @Test func whatTheShellHasRead() throws {
    study.scratch.write("mean(A)\n", to: "asked.csv")
    study.scratch.write(".read asked.csv\n.output --force asked.csv\nmean(B)\n", to: "lines")
    let run = try CommandRun.shell(
      "\"$ABACUS\" shell study.yaml --history none < lines", in: study.scratch.path(""))
    #expect(run.stderr.contains("`asked.csv` is an input of this run"))
    #expect(study.scratch.text(of: "asked.csv") == "mean(A)\n")
  }

  /// The file behind standard input may be all that its owner has of it.
  @Test(arguments: [
    ("query study.yaml - --output asked.md --force", "mean(A)\n"),
    ("query study.yaml - --output ./again.md --force", "mean(A)\n"),
    ("query study.yaml 'mean(A)' --output asked.md --force", "mine\n"),
    ("describe study.yaml --findings asked.md", ""),
  ]) func whatStandardInputIs(words: String, text: String) throws {
    study.scratch.write(text, to: "asked.md")
    try FileManager.default.linkItem(
      atPath: study.scratch.path("asked.md"), toPath: study.scratch.path("again.md"))
    let run = try CommandRun.shell("\"$ABACUS\" \(words) < asked.md", in: study.scratch.path(""))
    #expect(run.status == 73)
    #expect(run.stderr.contains("[output-is-input]"), "\(run.stderr)")
    #expect(study.scratch.text(of: "asked.md") == text)
  }

  @Test func theShellsOwnLines() throws {
    let text = ".output --force lines.md\nmean(A)\n"
    study.scratch.write(text, to: "lines.md")
    let run = try CommandRun.shell(
      "\"$ABACUS\" shell study.yaml --history none < lines.md", in: study.scratch.path(""))
    #expect(run.stderr.contains("an input of this run"), "\(run.stderr)")
    #expect(study.scratch.text(of: "lines.md") == text)
  }

  /// A device, or nothing at all, is no file that could be lost.
  @Test(arguments: ["< /dev/null", "<&-"]) func otherStandardInputs(redirection: String) throws {
    let run = try CommandRun.shell(
      "\"$ABACUS\" query study.yaml 'mean(A)' --output new.md \(redirection) && \"$ABACUS\" query study.yaml 'mean(A)' --findings /dev/null \(redirection)",
      in: study.scratch.path(""))
    #expect(run.status == 0, "\(run.stderr)")
  }

  @Test func theShellGoesOnWritingItsFile() throws {
    study.scratch.write("mine\n", to: "out.csv")
    study.scratch.write(
      ".output out.csv\n.output --force out.csv\nmean(A)\nmean(B)\n", to: "lines")
    let refused = try CommandRun.shell(
      "\"$ABACUS\" shell study.yaml --history none < lines", in: study.scratch.path(""))
    #expect(
      refused.stderr.contains(
        "`out.csv` exists and is not as abacus wrote it; name another file, or replace it with --force"
      ))
    #expect(study.scratch.text(of: "out.csv") == "mine\n")
    study.scratch.write(".output --force out.csv\nmean(A)\nmean(B)\n", to: "lines")
    let run = try CommandRun.shell(
      "\"$ABACUS\" shell study.yaml --history none < lines", in: study.scratch.path(""))
    #expect(run.status == 0, "\(run.stderr)")
    #expect(study.scratch.text(of: "out.csv")?.contains("mean(B)") == true)
  }

  @Test func aFileOfSomebodyElseNeedsForce() throws {
    study.scratch.write("mine\n", to: "out.csv")
    let run = try study.run("query", "study.yaml", "mean(A)", "--output", "out.csv")
    #expect(
      run.errorLines == [
        "out.csv: error: `out.csv` exists and is not as abacus wrote it; name another file, or replace it with --force [output-exists]"
      ])
    #expect(run.status == 73)
    #expect(study.scratch.text(of: "out.csv") == "mine\n")
    let forced = try study.run("query", "study.yaml", "mean(A)", "--output", "out.csv", "--force")
    #expect(forced.status == 0)
    #expect(study.scratch.text(of: "out.csv")?.hasPrefix("rows,") == true)
  }

  @Test func aQuestionThatFailsLeavesTheOldAnswer() throws {
    study.scratch.write("mine\n", to: "out.csv")
    let run = try study.run("query", "study.yaml", "mean(Z)", "--output", "out.csv", "--force")
    #expect(run.status == 64)
    #expect(study.scratch.text(of: "out.csv") == "mine\n")
  }

  @Test func forceAloneIsAMisuse() throws {
    let run = try study.run("query", "study.yaml", "mean(A)", "--force")
    #expect(run.status == 64)
    #expect(run.stderr.contains("--force is for the file of --output"))
  }

  /// The shell has opened it to be added to.
  @Test(arguments: ["describe study.yaml", "describe a.csv", "describe - < a.csv"])
  func ofFindings(command: String) throws {
    let run = try CommandRun.shell(
      "\"$ABACUS\" \(command.replacing(" <", with: " --findings /dev/fd/3 <")) \(command.contains("<") ? "" : "--findings /dev/fd/3") 3>>a.csv",
      in: study.scratch.path(""))
    #expect(run.status == 73)
    #expect(run.stderr.contains("[output-is-input]"), "\(run.stderr)")
    expectAllIsWhole()
  }

  @Test(arguments: ["/dev/..", "/proc/self/.."]) func aPathThroughAFolderOfDevices(start: String)
    throws
  {
    let path = start + (start == "/dev/.." ? "" : "/..") + study.scratch.path("a.csv")
    #expect(try study.run("describe", "study.yaml", "--findings", path).status == 73)
    expectAllIsWhole()
  }

  @Test func ofInventedAnswers() throws {
    let words = [
      "synthesize", "--codebook", "codebook.yaml", "--seed", "1", "--out", "made", "--force",
    ]
    try study.scratch.makeFolder("made")
    try FileManager.default.linkItem(
      atPath: study.scratch.path("codebook.yaml"), toPath: study.scratch.path("made/mentor.csv"))
    let run = try CommandRun.abacus(words, in: study.scratch.path(""))
    #expect(run.status == 73)
    #expect(run.stderr.contains("[output-is-input]"))
    expectAllIsWhole()
  }

  @Test func ofAReport() throws {
    try study.scratch.makeFolder("out")
    #expect(try study.run("report", "study.yaml", "--out", "out").status == 0)
    try FileManager.default.moveItem(
      atPath: study.scratch.path("a.csv"), toPath: study.scratch.path("out/a.csv"))
    try study.edit("file: a.csv", to: "file: out/a.csv")
    let run = try study.run("report", "study.yaml", "--out", "out")
    #expect(run.status == 73)
    #expect(
      run.stderr.contains(
        "the folder `out` holds `out/a.csv`, which is an input of this run, so it is left alone; choose another output folder [output-is-input]"
      ), "\(run.stderr)")
    #expect(study.scratch.text(of: "out/a.csv") == answers)
  }

  /// Whoever lays a manifest into the study's folder does not make it a report.
  @Test func ofAReportInTheFolderOfTheStudy() throws {
    #expect(try study.run("report", "study.yaml", "--out", "out").status == 0)
    let manifest = try #require(study.scratch.text(of: "out/manifest.json"))
    study.scratch.write(
      manifest.replacing("report.md", with: "a.csv"), to: "manifest.json")
    let run = try study.run("report", "study.yaml", "--out", ".")
    #expect(run.status == 73)
    #expect(run.stderr.contains("[output-is-input]"), "\(run.stderr)")
    expectAllIsWhole()
  }
}
