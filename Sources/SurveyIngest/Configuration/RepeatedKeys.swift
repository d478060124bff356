import Yams

/// A YAML text whose repeated keys stand aside, so that one run finds all mistakes of the file.
///
/// Yams stops at the first section that holds a key twice. Each repeated key is put under a name of
/// its own, as long as the key, so that no place moves; `ConfigSection` sees the original twice.
struct RepeatedKeys {
  /// The text that Yams can read.
  private(set) var text: String
  private var originals: [String: String] = [:]

  init(_ text: String) { self.text = text }

  /// The key as the user wrote it.
  func original(_ key: String) -> String { originals[key] ?? key }

  /// Renames the key that an error complains of; false where the error is another one.
  mutating func setAside(_ error: any Error) -> Bool {
    guard case .duplicatedKeysInMapping(let keys, let context)? = error as? YamlError,
      let key = keys.first, originals.count < 100,
      // Private-use characters: no key a user writes.
      let mark = Unicode.Scalar(0xE000 + UInt32(originals.count))
    else { return false }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
    let (line, column) = (context.mark.line - 1, context.mark.column - 1)
    let written = Array(key.unicodeScalars)
    guard lines.indices.contains(line), column >= 0, column + written.count <= lines[line].count,
      Array(lines[line][column..<column + written.count]) == written
    else { return false }
    let name = [Unicode.Scalar](repeating: mark, count: written.count)
    lines[line].replaceSubrange(column..<column + written.count, with: name)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: Array(lines.joined(separator: ["\n"])))
    text = String(result)
    originals[String(String.UnicodeScalarView(name))] = key
    return true
  }
}
