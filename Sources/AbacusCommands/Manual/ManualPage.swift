import ArgumentParser

/// The manual page `abacus(1)`: what `--help` says of every command, and what holds for all of them.
enum ManualPage {
  /// Options that every command has.
  private static let common = [
    ("-h, --help", "Show what a command does and takes."), ("--version", "Show the version."),
    (
      "--generate-completion-script <shell>",
      "Write the completion script for `bash`, `zsh` or `fish` to standard output."
    ),
  ]

  /// The page.
  ///
  /// - Parameter date: the day that it names.
  static func text(date: String) throws -> String {
    let program = try CommandDescription.ofProgram()
    var page = RoffPage(title: "ABACUS", date: date, source: "abacus \(AbacusVersion.text)")
    page.section("NAME")
    page.paragraph("abacus - \(sentence(program.abstract ?? ""))")
    page.section("SYNOPSIS")
    page.paragraph("`abacus` <command> [<options>]")
    page.section("DESCRIPTION")
    describe(program.discussion ?? "", on: &page)
    page.section("COMMANDS")
    for command in program.all where (command.subcommands ?? []).isEmpty {
      add(command, to: &page)
    }
    for (title, entries) in [("OPTIONS", common)] + ManualTexts.sections {
      page.section(title)
      for (term, prose) in entries { page.entry(term, prose) }
    }
    return page.text
  }

  private static func add(_ command: CommandDescription, to page: inout RoffPage) {
    page.part(command.words.joined(separator: " "))
    page.paragraph(command.abstract ?? "")
    describe(command.discussion ?? "", on: &page)
    for argument in command.arguments ?? [] where argument.shouldDisplay && !argument.isCommon {
      let value = argument.defaultValue.map { " Without it: `\($0)`." } ?? ""
      page.entry(argument.synopsis, (argument.abstract ?? "") + value)
    }
  }

  /// Paragraphs of a help text, and its examples.
  private static func describe(_ text: String, on page: inout RoffPage) {
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(separator: "", omittingEmptySubsequences: true)
    for block in blocks {
      if block.first == "EXAMPLE" {
        page.example(block.dropFirst().map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 })
      } else {
        page.paragraph(block.joined(separator: " "))
      }
    }
  }

  /// The form that lists of manual pages have: no capital, no full stop.
  private static func sentence(_ text: String) -> String {
    let text = text.hasSuffix(".") ? String(text.dropLast()) : text
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
