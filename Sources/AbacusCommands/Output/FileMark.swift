import Glibc

/// The mark on a file that abacus wrote: an extended attribute that holds the SHA-256 of what was
/// written. A file that somebody has edited does not match it any more.
///
/// A file system without such attributes keeps no mark, and neither does a copy.
enum FileMark {
  /// The name of the attribute.
  static let name = "user.abacus.sha256"

  private typealias Set =
    @convention(c) (
      Int32, UnsafePointer<CChar>, UnsafeRawPointer, Int, Int32
    ) -> Int32
  private typealias Get =
    @convention(c) (
      Int32, UnsafePointer<CChar>, UnsafeMutableRawPointer, Int
    ) -> Int

  /// Marks an open file, where the file system can.
  static func set(_ digest: SHA256Digest, on file: Int32) {
    guard let symbol = dlsym(nil, "fsetxattr") else { return }
    let digits = Array(digest.hexadecimal.utf8)
    _ = unsafeBitCast(symbol, to: Set.self)(file, name, digits, digits.count, 0)
  }

  /// True where an open file holds what abacus wrote.
  static func isValid(of file: Int32) -> Bool {
    guard let symbol = dlsym(nil, "fgetxattr") else { return false }
    var digits = [UInt8](repeating: 0, count: 2 * SHA256Digest.byteCount)
    let count = unsafeBitCast(symbol, to: Get.self)(file, name, &digits, digits.count)
    guard count == digits.count, let digest = try? SystemCalls.digest(ofOpen: file) else {
      return false
    }
    return Array(digest.hexadecimal.utf8) == digits
  }
}
