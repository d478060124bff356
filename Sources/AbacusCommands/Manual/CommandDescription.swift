import ArgumentParser
import FoundationEssentials

/// A command as the argument parser describes it (`--experimental-dump-help`).
struct CommandDescription: Decodable {
  /// Its own word.
  let commandName: String
  /// The words before it.
  let superCommands: [String]?
  /// One sentence.
  let abstract: String?
  /// More about it, with examples.
  let discussion: String?
  /// False for what is not for people.
  let shouldDisplay: Bool
  /// The commands below it.
  let subcommands: [CommandDescription]?
  /// Its arguments and options, those of the commands above included.
  let arguments: [Argument]?

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// One of its names.
    struct Name: Decodable {
      /// `long`, `short` or `longWithSingleDash`.
      let kind: String
      /// The name without hyphens.
      let name: String

      /// The name as it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    let kind: String
    /// False for what is not for people.
    let shouldDisplay: Bool
    /// True where several may follow each other.
    let isRepeating: Bool
    /// The names; nil for an argument without one.
    let names: [Name]?
    /// What stands for its value.
    let valueName: String?
    /// The value where it is absent.
    let defaultValue: String?
    /// What it means.
    let abstract: String?

    /// True for what every command has.
    var isCommon: Bool { names?.contains { ["help", "version"].contains($0.name) } ?? false }

    /// How it is written, with all its names.
    var synopsis: String {
      let value = "<\(valueName ?? "value")>"
      let typed = (names ?? []).map(\.typed).sorted { $0.utf8.count < $1.utf8.count }
      switch kind {
      case "positional": return isRepeating ? value + " ..." : value
      case "flag": return typed.joined(separator: ", ")
      default: return typed.joined(separator: ", ") + " " + value
      }
    }
  }

  /// The words by which it is called.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// The command, and those below it, that people call.
  var all: [CommandDescription] {
    [self]
      + (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap(\.all)
  }

  /// `abacus` and all below it.
  static func ofProgram() throws -> CommandDescription {
    struct Dump: Decodable { let command: CommandDescription }
    let text = AbacusCommand._dumpHelp()
    return try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
  }
}
