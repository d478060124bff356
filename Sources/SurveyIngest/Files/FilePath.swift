import Glibc

/// Paths as a study file writes them.
package enum FilePath {
  /// What stands for standard input on the command line.
  package static let standardInput = "-"

  /// The path as messages show it.
  package static func shown(_ path: String) -> String {
    path == standardInput ? "standard input" : path
  }

  /// The folder of a file; `.` where the path has none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// True for a name that means one thing in its folder and nothing outside of it.
  package static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == 0x2F || $0 == 0 }
  }

  /// The path of a folder without the slashes it ends in.
  package static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// A path inside a folder; an absolute one stays as it is.
  package static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// True for a path with `*`, `?` or `[`.
  package static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// The folder of a pattern as far as it has no signs, and the parts behind it.
  static func parts(ofPattern pattern: String) -> (start: String, rest: [String]) {
    var parts = pattern.split(separator: "/").map(String.init)
    let count = parts.firstIndex(where: isPattern) ?? parts.count
    let rest = Array(parts[count...])
    parts = Array(parts[..<count])
    let start = (pattern.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return (start.isEmpty ? "." : start, rest)
  }

  /// The files a pattern with `*`, `?` or `[…]` stands for, in name order; a plain path stands for
  /// itself, whether it exists or not.
  package static func matches(of pattern: String) -> [String] {
    guard isPattern(pattern), access(pattern, F_OK) != 0 else {
      return [pattern]
    }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }
  }
}
