import Glibc

/// A hidden folder beside an output folder, where a report is made and the old one is taken apart.
///
/// Only its owner may enter it. It holds `new` (the report in the making; after an exchange the old
/// report) and, where folders can't be exchanged, `old`.
struct AsideFolder {
  /// The folder.
  let path: String
  private let place: OutputPlace
  private var new: String { path + "/new" }
  private var old: String { path + "/old" }

  /// Makes one.
  init(beside place: OutputPlace) throws(OutputError) {
    self.place = place
    var template = Array("\(place.parent)/\(Self.prefix(place))XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let error = SystemError.last
      throw error.meansFull
        ? .diskFull(path: place.written)
        : .parentNotWritable(path: place.parent, reason: error.reason)
    }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  private init(leftAt path: String, of place: OutputPlace) {
    self.path = path
    self.place = place
  }

  private static func prefix(_ place: OutputPlace) -> String { ".\(place.name).abacus-" }

  /// Writes the files, the manifest last, and sees all of it onto the disk.
  func fill(_ files: [OutputFile], manifest: Manifest) throws(OutputError) {
    guard mkdir(new, 0o777) == 0 else {
      throw .writing(place.written, .last)
    }
    for (name, text) in files.map({ ($0.name, $0.text) }) + [(Manifest.fileName, manifest.text)] {
      do {
        try SystemCalls.write(text.utf8Span.span.bytes, to: "\(new)/\(name)")
      } catch {
        throw .writing("\(place.written)/\(name)", error)
      }
    }
    SystemCalls.sync(folder: new)
    SystemCalls.sync(folder: path)
  }

  /// Puts the new report where the old one is. After an error the old one is where it was.
  func publish(by swap: FolderSwap) throws(OutputError) {
    do {
      if try SystemCalls.kind(of: place.path) == nil {
        try SystemCalls.move(new, to: place.path)
      } else {
        copyMode()
        try replace(by: swap)
      }
    } catch {
      throw .cannotReplace(path: place.written, reason: error.reason)
    }
    SystemCalls.sync(folder: place.parent)
  }

  private func replace(by swap: FolderSwap) throws(SystemError) {
    if swap == .exchange {
      do {
        return try SystemCalls.exchange(new, place.path)
      } catch  where error.meansUnsupported {}
    }
    try SystemCalls.move(place.path, to: old)
    do {
      try SystemCalls.move(new, to: place.path)
    } catch {
      try? SystemCalls.move(old, to: place.path)
      throw error
    }
  }

  /// Lets the new folder be open to the same people as the old one.
  private func copyMode() {
    var status = stat()
    if stat(place.path, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
  }
}

extension AsideFolder {
  /// Settles what crashed runs left beside an output folder. The parent must be locked.
  static func settleAll(of place: OutputPlace) {
    let prefix = prefix(place)
    for name in (try? SystemCalls.names(in: place.parent)) ?? []
    where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
      AsideFolder(leftAt: "\(place.parent)/\(name)", of: place).settle()
    }
  }

  /// Removes what abacus made here, and only that; brings back what it did not make.
  ///
  /// A report that was moved away and not yet replaced goes back. Someone else's files go into the
  /// report in place. What can't be moved stays, and the folder with it, for the next run.
  func settle() {
    if (try? SystemCalls.kind(of: place.path)) == nil { try? SystemCalls.move(old, to: place.path) }
    for folder in [new, old] {
      if let report = PublishedReport(at: folder) {
        carryOver(from: report)
      }
      remove(folder)
    }
    rmdir(path)
  }

  private func carryOver(from report: PublishedReport) {
    for name in (try? report.foreignNames()) ?? [] {
      try? SystemCalls.move("\(report.path)/\(name)", to: "\(place.path)/\(name)")
    }
  }

  /// Removes the files of a report, or of one that was never finished; the manifest last, because
  /// it tells whose the other files are.
  private func remove(_ folder: String) {
    let foreign = (try? PublishedReport(at: folder)?.foreignNames()) ?? []
    guard foreign.isEmpty else { return }
    for name in (try? SystemCalls.names(in: folder)) ?? [] where name != Manifest.fileName {
      unlink("\(folder)/\(name)")
    }
    unlink("\(folder)/\(Manifest.fileName)")
    rmdir(folder)
  }
}
