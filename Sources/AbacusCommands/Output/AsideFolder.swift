import Glibc
import SurveyIngest
import SurveyModel

/// A hidden folder beside an output folder, where a report is made and the old one is taken apart.
///
/// Only its owner may enter it. It holds `new` (the report in the making; after an exchange the old
/// report) and, where folders can't be exchanged, `old`. All of it is done in folders that are held
/// open, so a link that somebody puts there leads nowhere.
struct AsideFolder {
  private static let new = "new"
  private static let old = "old"

  /// The folder.
  var path: String { folder.path }
  private let place: OutputPlace
  private let parent: FolderHandle
  private let name: String
  private let folder: FolderHandle

  /// Makes one.
  ///
  /// - Parameter parent: the folder around the output folder.
  init(beside place: OutputPlace, in parent: FolderHandle) throws(OutputError) {
    self.place = place
    self.parent = parent
    do throws(SystemError) {
      name = try parent.makePrivateFolder(beginning: Self.prefix(place))
      folder = try parent.folder(name)
    } catch {
      throw error.meansFull
        ? .diskFull(path: place.written)
        : .parentNotWritable(path: place.parent, reason: error.reason)
    }
  }

  private init(
    leftAt name: String, _ folder: FolderHandle, of place: OutputPlace, in parent: FolderHandle
  ) {
    self.name = name
    self.folder = folder
    self.place = place
    self.parent = parent
  }

  private static func prefix(_ place: OutputPlace) -> String { ".\(place.name).abacus-" }

  /// Writes the files, the manifest last, and sees all of it onto the disk.
  func fill(_ files: [OutputFile], manifest: Manifest) throws(OutputError) {
    let report: FolderHandle
    do throws(SystemError) {
      try folder.makeFolder(Self.new, mode: 0o777)
      report = try folder.folder(Self.new)
    } catch {
      throw .writing(place.written, error)
    }
    for (name, text) in files.map({ ($0.name, $0.text) }) + [(Manifest.fileName, manifest.text)] {
      do {
        try report.write(text.utf8Span.span.bytes, to: name)
      } catch {
        throw .writing("\(place.written)/\(name)", error)
      }
    }
    report.sync()
    folder.sync()
  }

  /// Puts the new report where the old one is. After an error the old one is where it was.
  ///
  /// - Parameter report: the folder that is to be replaced; nil where there was none.
  func publish(over report: FolderHandle?, by swap: FolderSwap) throws(OutputError) {
    do throws(SystemError) {
      guard let report else {
        try folder.move(Self.new, to: parent, as: place.name)
        return parent.sync()
      }
      // The new folder is open to the same people as the old one.
      try folder.folder(Self.new).takeMode(of: report)
      guard try replace(report, by: swap) else {
        throw SystemError(code: EBUSY)
      }
    } catch {
      throw .cannotReplace(path: place.written, reason: error.reason)
    }
    parent.sync()
  }

  /// False where another folder stood there by then, which is where it was.
  private func replace(
    _ report: FolderHandle, by swap: FolderSwap
  ) throws(SystemError) -> Bool {
    if swap == .exchange {
      do {
        try folder.exchange(Self.new, with: parent, place.name)
        if try folder.identity(of: Self.new) == report.identity { return true }
        try folder.exchange(Self.new, with: parent, place.name)
        return false
      } catch  where error.meansUnsupported {}
    }
    try parent.move(place.name, to: folder, as: Self.old)
    do {
      guard try folder.identity(of: Self.old) == report.identity else {
        try folder.move(Self.old, to: parent, as: place.name)
        return false
      }
      try folder.move(Self.new, to: parent, as: place.name)
      return true
    } catch {
      try? folder.move(Self.old, to: parent, as: place.name)
      throw error
    }
  }
}

extension AsideFolder {
  /// Settles what crashed runs left beside an output folder. The parent must be locked.
  ///
  /// - Returns: what looks like it and is not of abacus's making, or not all of it: that stays.
  @discardableResult
  static func settleAll(of place: OutputPlace, in parent: FolderHandle) -> [Finding] {
    let prefix = prefix(place)
    var strangers: [Finding] = []
    for name in (try? parent.names()) ?? []
    where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      if let folder = try? parent.own(name),
        AsideFolder(leftAt: name, folder, of: place, in: parent).settle()
      {
        continue
      }
      strangers.append(Stranger.finding(FilePath.joined(place.shownParent, name)))
    }
    return strangers
  }

  /// Removes what abacus made here, and only that; brings back what it did not make.
  ///
  /// A report that was moved away and not yet replaced goes back. Someone else's files go into the
  /// report in place. What can't be moved stays, and the folder with it.
  ///
  /// - Returns: false where the folder stays.
  @discardableResult
  func settle() -> Bool {
    if (try? parent.kind(of: place.name)) == FileKind?.none, left(Self.old) != nil {
      try? folder.move(Self.old, to: parent, as: place.name)
    }
    for name in [Self.new, Self.old] {
      guard let left = left(name) else { continue }
      let report = PublishedReport(in: left)
      if let report { carryOver(from: report, in: left) }
      folder.removeFolder(name, holding: left, last: Manifest.fileName) { name in
        report?.isOwn(name) ?? ReportFiles.isOwn(name)
      }
    }
    return (try? parent.removeFolder(name)) != nil
  }

  /// What was left at a name: a folder of the caller's, or of whom root works for.
  private func left(_ name: String) -> FolderHandle? {
    guard let left = try? folder.folder(name), left.isOwn(in: folder) || left.isOwn(in: parent)
    else { return nil }
    return left
  }

  private func carryOver(from report: PublishedReport, in left: FolderHandle) {
    guard let names = try? report.foreignNames(), let target = try? parent.own(place.name) else {
      return
    }
    for name in names { try? left.move(name, to: target, as: name) }
  }
}

/// What stands where abacus works, and is not of its making.
enum Stranger {
  /// That it is left alone.
  static func finding(_ path: String) -> Finding {
    Finding(
      .leftAlone, at: SourceLocation(file: path),
      "`\(path)` has a name that abacus gives, and holds what abacus did not make, or is not yours, so nothing of it is removed; look what it is, and remove it yourself"
    )
  }
}
