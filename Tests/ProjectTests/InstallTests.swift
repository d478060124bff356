import Foundation
import TestSupport
import Testing

/// Installs the built command into a folder, as a packager does.
@Suite(.serialized) struct InstallTests {
  static let files = [
    "bin/abacus", "share/abacus/codebooks/abc.yaml", "share/bash-completion/completions/abacus",
    "share/zsh/site-functions/_abacus", "share/fish/vendor_completions.d/abacus.fish",
    "share/man/man1/abacus.1",
  ]

  private static let place: (folder: ScratchFolder, output: String)? = {
    guard let folder = try? ScratchFolder() else { return nil }
    // The command of the tests stands in for the release build, old as it may be.
    let run = try? CommandRun.shell(
      "make -o \"$ABACUS\" install ABACUS=\"$ABACUS\" DESTDIR=\(folder.path("")) PREFIX=/usr 2>&1",
      in: Repository.top.path)
    guard let run, run.status == 0 else { return nil }
    return (folder, run.stdout)
  }()

  private func installed(_ name: String) throws -> String {
    try #require(Self.place).folder.path("usr/\(name)")
  }

  @Test(arguments: files) func isWhereItIsLookedFor(file: String) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: installed(file))
    #expect(attributes[.size] as? Int ?? 0 > 0)
    let mode = attributes[.posixPermissions] as? Int ?? 0
    #expect(mode & 0o444 == 0o444, "not for everybody to read")
  }

  @Test func theInstalledCommandRuns() throws {
    let run = try CommandRun.shell("\(installed("bin/abacus")) --version")
    #expect(run.status == 0 && run.stdout.contains("0."))
  }

  @Test(arguments: zip(["bash", "zsh", "fish"], files[2...4]))
  func completionsAreWhatTheShellReads(shell: String, file: String) throws {
    let run = try CommandRun.shell(
      "! command -v \(shell) >/dev/null || \(shell) -n \(installed(file)) 2>&1")
    #expect(run.status == 0 && run.stdout == "")
  }

  @Test(arguments: files[2...]) func whatIsNotForPeopleIsNotThere(file: String) throws {
    let text = try String(contentsOfFile: installed(file), encoding: .utf8)
    #expect(text.contains("watch"))
    for name in ["run-worker", "run\\-worker", "manual"] {
      #expect(!text.contains(name), "\(name)")
    }
  }

  @Test(arguments: [
    ("ru", "run"), ("wat", "watch"), ("schedule ins", "install"), ("run --fo", "--force"),
    ("run --log j", ""),
  ])
  func bashCompletes(typed: String, completed: String) throws {
    let words = typed.split(separator: " ")
    let script = """
      source \(try installed("share/bash-completion/completions/abacus"))
      COMP_WORDS=(abacus \(typed)); COMP_CWORD=\(words.count)
      COMP_LINE='abacus \(typed)'; COMP_POINT=${#COMP_LINE}
      function=$(complete -p abacus | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      "$function" abacus '\(words.last ?? "")' '' && printf '%s' "${COMPREPLY[*]}"
      """
    let folder = try ScratchFolder()
    folder.write(script, to: "complete.bash")
    let run = try CommandRun.shell(
      "PATH=$(dirname \"$ABACUS\"):$PATH bash complete.bash", in: folder.path(""))
    #expect(
      run.stdout.split(separator: " ").map(String.init) == (completed.isEmpty ? [] : [completed]))
  }
}
