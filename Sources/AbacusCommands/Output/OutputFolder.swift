import Glibc

/// The folder that a report is written to, and the rule by which it is replaced.
///
/// The files are made in a hidden folder beside it, seen onto the disk, the manifest last, and the
/// two folders change places in one step. So the folder holds the previous report or the new one,
/// whole, whenever it is looked at and wherever a run is cut short. Three things are never lost:
/// a folder without abacus's manifest (it is refused unless empty), files that someone else put
/// into abacus's folder (they move along), and what a crashed run left aside (the next run settles
/// it). `docs/explanation/output-rule.md` tells why.
package struct OutputFolder: Hashable, Sendable {
  /// The path as the user wrote it.
  package let path: String
  /// How the folders change places; anything but `.exchange` is for tests.
  let swap: FolderSwap

  /// The folder at `path`; it need not exist.
  package init(path: String) { self.init(path: path, swap: .exchange) }

  init(path: String, swap: FolderSwap) {
    self.path = path
    self.swap = swap
  }

  /// Finds what would stop `replace`, so that a run can fail before its work is done.
  ///
  /// - Parameter names: the files that the report will have.
  package func check(forFiles names: [String] = []) throws(OutputError) {
    let place = try OutputPlace(resolving: path)
    try place.checkParent()
    try checkContents(of: place, newNames: names)
  }

  /// Writes a report in place of the previous one.
  ///
  /// - Parameters:
  ///   - files: every file but the manifest.
  ///   - manifest: its `outputs` are filled in here.
  /// - Returns: the manifest as it was written.
  @discardableResult
  package func replace(
    with files: [OutputFile], manifest: Manifest
  ) throws(OutputError) -> Manifest {
    let place = try OutputPlace(resolving: path)
    try place.makeParents()
    let lock = try place.lockParent()
    defer { close(lock) }
    AsideFolder.settleAll(of: place)
    try checkContents(of: place, newNames: files.map(\.name))
    let complete = manifest.with(outputs: files.map(\.record))
    let aside = try AsideFolder(beside: place)
    do {
      try aside.fill(files, manifest: complete)
      try aside.publish(by: swap)
    } catch {
      aside.settle()
      throw error
    }
    aside.settle()
    guard (try? SystemCalls.kind(of: aside.path)) == nil else {
      throw .notCarriedOver(path: path, folder: aside.path)
    }
    return complete
  }

  /// Settles what a run that was cut short left beside the folder; `replace` does so, too.
  package func settle() throws(OutputError) {
    let place = try OutputPlace(resolving: path)
    guard SystemCalls.exists(place.parent) else { return }
    let lock = try place.lockParent()
    defer { close(lock) }
    AsideFolder.settleAll(of: place)
  }

  /// Refuses a folder that abacus did not make, and names that would bury someone else's files.
  private func checkContents(of place: OutputPlace, newNames: [String]) throws(OutputError) {
    do {
      guard try SystemCalls.kind(of: place.path) != nil else { return }
      let names = try SystemCalls.names(in: place.path)
      guard let example = names.first else { return }
      guard let report = PublishedReport(at: place.path) else {
        throw OutputError.notOurs(path: path, example: example)
      }
      let buried = try report.foreignNames().filter(newNames.contains)
      guard buried.isEmpty else { throw OutputError.wouldBury(path: path, names: buried) }
    } catch let error as OutputError {
      throw error
    } catch let error as SystemError {
      throw .cannotReplace(path: path, reason: error.reason)
    } catch {
      throw .cannotReplace(path: path, reason: "\(error)")
    }
  }
}

/// How a new folder takes the place of an old one.
enum FolderSwap: Hashable {
  /// Both change places in one step; where the file system can't, as `renameAside`.
  case exchange
  /// The old one moves away, then the new one moves in. Between the two steps there is none; a run
  /// that is cut short there is mended by the next one.
  case renameAside
}
