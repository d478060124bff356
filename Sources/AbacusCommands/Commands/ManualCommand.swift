package import ArgumentParser

/// What `make install` makes the manual page with.
package struct ManualCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual page.", shouldDisplay: false)

  package init() {}

  package func run() throws {
    try Streams.out(try ManualPage.text(date: Today.date(option: nil)))
  }
}
