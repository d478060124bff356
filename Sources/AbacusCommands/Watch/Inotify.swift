import Glibc

/// What the system tells of a watched folder.
struct InotifyEvent: Hashable {
  /// The number of the folder's watch; -1 where it concerns none.
  let watch: Int32
  /// What happened: bits such as `IN_CLOSE_WRITE`.
  let mask: UInt32
  /// The name in the folder; empty where it is the folder itself.
  let name: String

  /// True where any of these happened.
  func isAny(of bits: Int32...) -> Bool { bits.contains { mask & UInt32($0) != 0 } }
}

/// The system's list of folders whose changes it tells (inotify).
///
/// It sees what this machine does. What another machine does to a network file system it does not.
final class Inotify {
  /// The descriptor, which can be read once something has happened.
  let file: Int32

  /// What is to be told: files that are begun, written, closed, moved and removed, and the end of
  /// the folder itself.
  private static let mask = [
    IN_CREATE, IN_MODIFY, IN_CLOSE_WRITE, IN_MOVED_TO, IN_MOVED_FROM, IN_DELETE, IN_DELETE_SELF,
    IN_MOVE_SELF,
  ].reduce(UInt32(IN_ONLYDIR)) { $0 | UInt32($1) }

  /// Opens one.
  ///
  /// - Throws: `SystemError` with EMFILE where the user has too many.
  init() throws(SystemError) {
    file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard file >= 0 else { throw .last }
  }

  deinit { close(file) }

  /// Watches a folder. One that is watched under another path keeps its number.
  ///
  /// - Throws: `SystemError` with ENOSPC where the user has too many watches.
  func add(_ folder: String) throws(SystemError) -> Int32 {
    let watch = inotify_add_watch(file, folder, Self.mask)
    guard watch >= 0 else { throw .last }
    return watch
  }

  /// Watches a folder no longer.
  func remove(_ watch: Int32) { inotify_rm_watch(file, watch) }

  /// What has happened since the last call.
  func events() -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return events }
      buffer.withUnsafeBytes {
        events += Self.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  /// Takes the system's records apart: four numbers, then the name, filled up with zeros.
  private static func parse(_ bytes: UnsafeRawBufferPointer) -> [InotifyEvent] {
    let head = MemoryLayout<inotify_event>.size
    var events: [InotifyEvent] = []
    var offset = 0
    while offset + head <= bytes.count {
      let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let name = bytes[(offset + head)..<min(bytes.count, offset + head + length)]
      events.append(
        InotifyEvent(
          watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
          mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
          name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
      offset += head + length
    }
    return events
  }
}
