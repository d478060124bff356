/// The folders outside a study's own in which its files may lie: those of `--root`.
package struct StudyRoots: Hashable, Sendable {
  /// Their paths, absolute and without links.
  package let folders: [String]

  /// The folders at some paths.
  package init(_ folders: [String] = []) { self.folders = folders.map(RealPath.ofAnything) }
}
