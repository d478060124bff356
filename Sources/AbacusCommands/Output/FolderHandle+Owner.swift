import Glibc
import SurveyIngest

/// Whose is what abacus makes.
///
/// Root works for the owner of the folder around it: a report or a log of root's would lock the owner
/// out. So root gives away what it has just made, and nothing else.
extension FolderHandle {
  private var givesAway: Bool { geteuid() == 0 && owner != 0 }

  /// Gives a file that was just made here, and is open, to the owner of this folder.
  func giveAway(_ file: Int32) {
    if givesAway { fchown(file, status.st_uid, status.st_gid) }
  }

  /// Gives a folder that was just made here to the owner of this one.
  ///
  /// The owner may put another folder in its place at any moment, so one that is not root's and empty,
  /// or on another file system, is left as it is.
  func giveAway(folder name: String) {
    guard givesAway, let made = try? folder(name), made.owner == 0,
      made.status.st_dev == status.st_dev, let names = try? made.names(), names.isEmpty
    else { return }
    fchown(made.number, status.st_uid, status.st_gid)
  }

  /// The same for a folder that was just made at a path.
  static func giveAway(folderAt path: String) {
    guard geteuid() == 0 else { return }
    (try? FolderHandle(FilePath.folder(of: path)))?.giveAway(folder: FilePath.name(of: path))
  }
}
