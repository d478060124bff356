import Foundation

/// A mistake on the command line.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}

/// The folders that the program reads and writes.
struct Options {
  let expected: URL
  let data: URL
  let output: URL

  init(_ arguments: [String]) throws {
    var folders: [String: URL] = [:]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard ["--expected", "--data", "--out"].contains(name), let path = rest.popFirst() else {
        throw UsageError(
          description: "unknown or unfinished option `\(name)`; see --expected, "
            + "--data and --out")
      }
      folders[name] = URL(fileURLWithPath: path, isDirectory: true)
    }
    guard let expected = folders["--expected"], let data = folders["--data"],
      let output = folders["--out"]
    else {
      throw UsageError(description: "--expected, --data and --out are needed; give all three")
    }
    self.expected = expected
    self.data = data
    self.output = output
  }
}
