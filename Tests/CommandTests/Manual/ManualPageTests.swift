import Foundation
import TestSupport
import Testing

@testable import AbacusCommands

@Suite struct ManualPageTests {
  /// What the built command writes, and what a reader sees of it: roff's escapes undone.
  private static func page() throws -> (source: String, text: String) {
    let run = try CommandRun.abacus(["manual"], environment: ["SOURCE_DATE_EPOCH": "1750636800"])
    #expect(run.status == 0)
    let text = [
      ("\\fB", ""), ("\\fP", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ti", "~"),
      ("\\e", "\\"), ("\n", " "),
    ].reduce(run.stdout) { $0.replacing($1.0, with: $1.1) }
    return (run.stdout, text)
  }

  @Test func everyCommandWithItsOptionsAndItsWordsIsThere() throws {
    let text = try Self.page().text
    for command in try CommandDescription.ofProgram().all
    where command.subcommands?.isEmpty != false {
      #expect(text.contains(".SS \"\(command.words.joined(separator: " "))\""))
      #expect(text.contains(try #require(command.abstract)), "\(command.words)")
      let own = text.components(separatedBy: ".SS \"\(command.words.joined(separator: " "))\"")[1]
        .components(separatedBy: ".SS ")[0]
      for argument in command.arguments ?? [] where !argument.isCommon {
        let words = (argument.abstract ?? "").replacing("`", with: "")
        let isThere = own.contains("\(argument.synopsis) \(words)")
        #expect(isThere, "\(command.words) \(argument.synopsis)")
      }
    }
  }

  @Test func theCommandsAreThoseOfTheHelp() throws {
    let words = try CommandDescription.ofProgram().all.map {
      $0.words.dropFirst().joined(separator: " ")
    }
    #expect(Set(["run", "watch", "codebook check", "schedule install"]).isSubset(of: words))
    #expect(Set(["run-worker", "manual", "help"]).isDisjoint(with: words))
  }

  @Test func everyStatusIsThatOfTheReference() throws {
    let text = try Self.page().source
    let page = try Places.text(Places.path("docs/reference/exit-codes.md"))
    let numbers = page.matches(of: /(?m)^\| (\d+) \|/).map { String($0.1) }
    #expect(numbers.count == 9)
    let status = try #require(text.firstRange(of: ".SH \"EXIT STATUS\"")).upperBound
    let end = try #require(text.firstRange(of: ".SH \"FILES\"")).lowerBound
    let listed = text[status..<end].matches(of: /\.TP\n\\fB(\d+)\\fP\n/).map { String($0.1) }
    #expect(listed == numbers)
  }

  @Test func everyVariableThatIsReadIsThere() throws {
    let text = try Self.page().text
    for name in ["ABACUS_HISTORY", "NO_COLOR", "SOURCE_DATE_EPOCH", "TERM", "TZ", "XDG_STATE_HOME"]
    {
      #expect(text.contains(".TP \(name) "), "\(name)")
    }
  }

  @Test func itNamesTheVersionAndTheDayOfItsMaking() throws {
    let head = ".TH \"ABACUS\" \"1\" \"2025-06-23\" \"abacus \(AbacusVersion.text)\""
    #expect(try Self.page().source.hasPrefix(head))
  }

  /// Each checker that is on this machine; none of them has a word to say.
  @Test(arguments: ["groff -man -ww -Tutf8 -z", "mandoc -T lint -W warning"])
  func checkersFindNoFault(checker: String) throws {
    let folder = try ScratchFolder()
    folder.write(try Self.page().source, to: "abacus.1")
    let name = checker.prefix { $0 != " " }
    let run = try CommandRun.shell(
      "! command -v \(name) >/dev/null || \(checker) abacus.1 2>&1", in: folder.path(""))
    #expect(run.stdout == "" && run.status == 0)
  }

  @Test func whatMeansSomethingToRoffIsText() {
    var page = RoffPage(title: "X", date: "2025-06-23", source: "x")
    page.section("A")
    page.paragraph(".SH is 'no' \\macro: `--x` – 50\u{202F}%")
    page.example(["'quoted'", ".dotted"])
    #expect(
      page.text == """
        .TH "X" "1" "2025-06-23" "x" "User Commands"
        .SH "A"
        \\&.SH is \\(aqno\\(aq \\emacro: \\fB\\-\\-x\\fP \\[u2013] 50\\[u202F]%
        .PP
        .RS "4"
        .nf
        \\(aqquoted\\(aq
        \\&.dotted
        .fi
        .RE

        """)
  }
}
