import Glibc
import SurveyIngest
package import SurveyModel

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
    guard SystemCalls.exists(place.parent) else { return }
    _ = try replaced(at: place, in: place.openParent(), newNames: names)
  }

  /// Writes a report in place of the previous one.
  ///
  /// - Parameters:
  ///   - files: every file but the manifest.
  ///   - manifest: its `outputs` are filled in here.
  ///   - tell: is called with what was left alone beside the folder.
  /// - Returns: the manifest as it was written.
  @discardableResult
  package func replace(
    with files: [OutputFile], manifest: Manifest, telling tell: ([Finding]) -> Void = { _ in }
  ) throws(OutputError) -> Manifest {
    let place = try OutputPlace(resolving: path)
    try place.makeParents()
    let parent = try place.lockParent()
    tell(AsideFolder.settleAll(of: place, in: parent))
    let old = try replaced(at: place, in: parent, newNames: files.map(\.name))
    let complete = manifest.with(outputs: files.map(\.record))
    let aside = try AsideFolder(beside: place, in: parent)
    do {
      try aside.fill(files, manifest: complete)
      try aside.publish(over: old, by: swap)
    } catch {
      aside.settle()
      throw error
    }
    guard aside.settle() else { throw .notCarriedOver(path: path, folder: aside.path) }
    return complete
  }

  /// Settles what a run that was cut short left beside the folder; `replace` does so, too.
  package func settle() throws(OutputError) {
    let place = try OutputPlace(resolving: path)
    guard SystemCalls.exists(place.parent) else { return }
    let parent = try place.lockParent()
    AsideFolder.settleAll(of: place, in: parent)
  }

  /// The folder that a new report will replace; nil where there is none.
  ///
  /// Refuses a folder that abacus did not make, that is somebody else's or holds an input, and names
  /// that would bury someone else's files.
  private func replaced(
    at place: OutputPlace, in parent: FolderHandle, newNames: [String]
  ) throws(OutputError) -> FolderHandle? {
    do {
      guard try parent.kind(of: place.name) != nil else { return nil }
      let folder = try parent.own(place.name, written: path)
      let names = try folder.names()
      guard let example = names.first else { return folder }
      guard let report = PublishedReport(in: folder) else {
        throw OutputError.notOurs(path: path, example: example)
      }
      if let input = InputFiles.path(below: place.path) {
        throw OutputError.holdsInput(path: path, input: input)
      }
      for name in names {
        if let identity = try folder.identity(of: name), let input = InputFiles.path(of: identity) {
          throw OutputError.holdsInput(path: path, input: input)
        }
      }
      let buried = try report.foreignNames().filter(newNames.contains)
      guard buried.isEmpty else { throw OutputError.wouldBury(path: path, names: buried) }
      return folder
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
