/// Names of files, for completion.
enum FileNames {
  /// The files and folders whose path begins with `path`; folders end with a slash.
  static func beginning(with path: String) -> [String] {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let start = String(path.dropFirst(folder.count))
    let names = (try? SystemCalls.names(in: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { $0.hasPrefix(start) && (!$0.hasPrefix(".") || start.hasPrefix(".")) }
      .map { name in
        let path = folder + name
        return (try? SystemCalls.kind(of: path)) == .folder ? path + "/" : path
      }
  }
}
