import Glibc

/// Changes of what a folder holds.
extension FolderHandle {
  /// Makes a folder.
  func makeFolder(_ name: String, mode: mode_t) throws(SystemError) {
    guard mkdirat(number, name, mode) == 0 else { throw .last }
    giveAway(folder: name)
  }

  /// Makes a folder for its owner only, with a new name.
  ///
  /// - Returns: the name: the given beginning and six letters or digits.
  func makePrivateFolder(beginning: String) throws(SystemError) -> String {
    try withNewName(beginning) { (name) throws(SystemError) in
      try makeFolder(name, mode: 0o700)
      return name
    }
  }

  /// Writes a new file and sees it onto the disk.
  ///
  /// - Parameters:
  ///   - mode: who may do what with it, before the process's umask takes away.
  ///   - syncs: false where the file may be lost with the machine's power.
  ///   - gives: false where root keeps what it writes.
  func write(
    _ bytes: RawSpan, to name: String, mode: mode_t = 0o666, syncs: Bool = true,
    marks: Bool = false, gives: Bool = true
  ) throws(SystemError) {
    let file = try open(name, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    defer { close(file) }
    if gives { giveAway(file) }
    do throws(SystemError) {
      try SystemCalls.write(bytes, toOpen: file)
      if marks { FileMark.set(SHA256.digest(of: bytes), on: file) }
      guard !syncs || fsync(file) == 0 else { throw .last }
    } catch {
      unlinkat(number, name, 0)
      throw error
    }
  }

  /// Writes a file aside, sees it onto the disk, and puts it in place of a plain file or of nothing.
  ///
  /// - Parameters:
  ///   - marks: true to mark it as written by abacus.
  ///   - gives: false where root keeps what it writes.
  func replace(
    _ name: String, with bytes: RawSpan, mode: mode_t = 0o666, marks: Bool = false,
    gives: Bool = true
  ) throws(SystemError) {
    guard [nil, .file].contains(try kind(of: name)) else { throw .notPlain }
    let aside = try withNewName(name + ".abacus-") { (aside) throws(SystemError) in
      try write(bytes, to: aside, mode: mode, marks: marks, gives: gives)
      return aside
    }
    guard renameat(number, aside, number, name) == 0 else {
      let error = SystemError.last
      unlinkat(number, aside, 0)
      throw error
    }
    sync()
  }

  /// Does something with a name that nothing has yet.
  private func withNewName(
    _ beginning: String, _ make: (String) throws(SystemError) -> String
  ) throws(SystemError) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var last = SystemError(code: EEXIST)
    for _ in 0..<100 {
      let ending = String((0..<6).map { _ in letters[Int.random(in: letters.indices)] })
      do {
        return try make(beginning + ending)
      } catch {
        guard error.code == EEXIST else { throw error }
        last = error
      }
    }
    throw last
  }

  /// Removes a plain file; what is none stays.
  func removeFile(_ name: String) throws(SystemError) {
    guard try kind(of: name) == .file else { return }
    guard unlinkat(number, name, 0) == 0 else { throw .last }
  }

  /// Removes a folder that is empty.
  func removeFolder(_ name: String) throws(SystemError) {
    guard unlinkat(number, name, AT_REMOVEDIR) == 0 else { throw .last }
  }

  /// Removes a folder of files that abacus gives names to, and nothing at all where it holds more.
  ///
  /// - Parameters:
  ///   - folder: the same folder, held open.
  ///   - last: the file that tells whose the others are.
  ///   - isKnown: tells the names.
  /// - Returns: false where the folder stays.
  @discardableResult
  func removeFolder(
    _ name: String, holding folder: FolderHandle, last: String, where isKnown: (String) -> Bool
  ) -> Bool {
    guard let names = try? folder.names(),
      names.allSatisfy({ isKnown($0) && (try? folder.kind(of: $0)) == .file })
    else { return false }
    for name in names where name != last { try? folder.removeFile(name) }
    try? folder.removeFile(last)
    return (try? removeFolder(name)) != nil
  }

  /// Sees the list of names onto the disk, where the file system can.
  func sync() { fsync(number) }

  /// Renames; never onto something that is there.
  func move(_ old: String, to folder: FolderHandle, as new: String) throws(SystemError) {
    do {
      try rename(old, to: folder, as: new, flags: 1)
    } catch  where error.meansUnsupported {
      guard try folder.kind(of: new) == nil else { throw SystemError(code: EEXIST) }
      guard renameat(number, old, folder.number, new) == 0 else { throw .last }
    }
  }

  /// Exchanges what stands at two names, in one step.
  func exchange(_ first: String, with folder: FolderHandle, _ second: String) throws(SystemError) {
    try rename(first, to: folder, as: second, flags: 2)
  }

  private typealias Rename =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  /// `renameat2` with RENAME_NOREPLACE (1) or RENAME_EXCHANGE (2).
  ///
  /// Looked up by name: the C library's module for Swift does not declare it.
  private func rename(
    _ old: String, to folder: FolderHandle, as new: String, flags: UInt32
  ) throws(SystemError) {
    guard let symbol = dlsym(nil, "renameat2") else { throw SystemError(code: ENOSYS) }
    let renameat2 = unsafeBitCast(symbol, to: Rename.self)
    guard renameat2(number, old, folder.number, new, flags) == 0 else { throw .last }
  }
}
