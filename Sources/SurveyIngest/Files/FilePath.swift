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

  /// The files a pattern with `*`, `?` or `[…]` stands for, in name order; a plain path stands for
  /// itself, whether it exists or not.
  package static func matches(of pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }), access(pattern, F_OK) != 0 else {
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
