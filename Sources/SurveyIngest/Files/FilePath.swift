import Glibc

/// Paths as a study file writes them.
package enum FilePath {
  /// The folder of a file; `.` where the path has none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
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

/// Small files of text, read whole.
package enum TextFile {
  /// The text of a file that holds UTF-8.
  ///
  /// - Throws: `IngestError` where it can't be read or is not UTF-8.
  package static func read(_ path: String) throws -> String {
    let source = try SourceBytes(path: path)
    let start = try TextEncoding.checkedTextStart(of: source)
    return source.withBytes { String(decoding: $0[start...], as: UTF8.self) }
  }
}
