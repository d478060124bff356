import Glibc

/// Paths without links.
package enum RealPath {
  /// The path of what stands at a path, without links; nil where there is nothing.
  package static func of(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The path at which an open file lies, as the system knows it; nil where it does not tell.
  static func of(openFile file: Int32) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/fd/\(file)", &bytes, bytes.count)
    guard count > 0, count < bytes.count, bytes[0] == CChar(bitPattern: UInt8(ascii: "/")) else {
      return nil
    }
    return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The same for what need not be there: the nearest folder above that is there, and the rest.
  package static func ofAnything(_ path: String) -> String {
    var missing: [String] = []
    var rest = path.isEmpty ? "." : FilePath.withoutTrailingSlash(path)
    while true {
      if let real = of(rest) { return missing.reversed().reduce(real, step) }
      guard rest != "/", rest != "." else { return path }
      missing.append(FilePath.name(of: rest))
      rest = FilePath.withoutTrailingSlash(FilePath.folder(of: rest))
    }
  }

  /// One name further down, or one folder up.
  private static func step(_ folder: String, _ name: String) -> String {
    switch name {
    case "", ".": folder
    case "..": FilePath.folder(of: folder)
    default: FilePath.joined(folder, name)
    }
  }

  /// True where a path is a folder or lies below it; both without links.
  package static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
