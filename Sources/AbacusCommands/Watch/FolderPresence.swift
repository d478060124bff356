import Glibc

/// Tells what is there, and knows an empty folder from the file system that was mounted on it.
struct FolderPresence {
  private var mountPoints: Set<String> = []

  /// Nothing has been seen yet.
  init() {}

  /// True where something stands at a path, and no file system has gone from it.
  mutating func has(_ path: String) -> Bool {
    guard let identity = FolderIdentity(path) else { return SystemCalls.exists(path) }
    if identity.isMountPoint { mountPoints.insert(path) }
    return identity.isMountPoint || !mountPoints.contains(path)
  }
}
