import Glibc
import ReportSchedule
import SurveyIngest
import SurveyModel

/// What is to change among the systemd units of a user.
struct SystemdInstallation {
  /// Where they stand.
  let folder: String
  /// Units that are new, or other than those on the disk.
  private(set) var written: [UnitFile] = []
  /// Units that are on the disk as they should be.
  private(set) var kept: [UnitFile] = []
  /// Names of units on the disk that belong to the paths and to no schedule any more.
  private(set) var removed: [String] = []

  /// Compares the units that studies need with those on the disk.
  ///
  /// - Parameters:
  ///   - units: what the studies need; none to remove all.
  ///   - targets: absolute paths of studies and folders. Units of other studies are left alone.
  ///   - known: absolute paths of the studies that were read; nil to remove the units of all. The
  ///     units of any other study go only when nothing stands at its path.
  /// - Throws: `CommandFailure` where a file that abacus did not write stands in the way.
  init(
    of units: [UnitFile], targets: [String], known: Set<String>?, folder: String
  ) throws {
    self.folder = folder
    let open = try Self.open(folder)
    for unit in units {
      let path = FilePath.joined(folder, unit.name)
      let old = try FilePlace(path).exists ? open?.text(of: unit.name) ?? "" : nil
      if let old, UnitFile.study(ofText: old) == nil { throw Self.notOurs(path) }
      if old == unit.text { kept.append(unit) } else { written.append(unit) }
    }
    let names = Set(units.map(\.name))
    for name in (try? open?.names()) ?? [] where !names.contains(name) {
      guard name.hasPrefix("abacus-"),
        let study = open?.text(of: name).flatMap(UnitFile.study),
        targets.contains(where: { study == $0 || study.hasPrefix($0 == "/" ? "/" : $0 + "/") }),
        known?.contains(study) ?? true || !SystemCalls.isThere(study)
      else { continue }
      removed.append(name)
    }
  }

  /// `systemd/user` in the folder of a user's configuration.
  static func userFolder() throws -> String {
    let (configuration, home) = (variable("XDG_CONFIG_HOME"), variable("HOME"))
    if configuration.hasPrefix("/") { return FilePath.joined(configuration, "systemd/user") }
    guard home.hasPrefix("/") else {
      throw CommandFailure(
        Finding(
          .outputNotWritable,
          "`HOME` names no folder, so there is no place for units; set it, or use --cron"))
    }
    return FilePath.joined(home, ".config/systemd/user")
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// What is to change, for somebody who decides about it.
  var plan: [String] {
    written.flatMap { ["write \(path($0.name))"] + Indented.lines($0.text) }
      + removed.map { "remove \(path($0))" } + kept.map { "keep \(path($0.name))" }
  }

  /// True where nothing is to change on the disk.
  var isEmpty: Bool { written.isEmpty && removed.isEmpty }

  /// Changes the files.
  func apply() throws {
    if !written.isEmpty { try makeFolders() }
    _ = try Self.open(folder)
    for unit in written { try FilePlace(path(unit.name)).replace(with: Array(unit.text.utf8)) }
    let open = try Self.open(folder)
    for name in removed {
      do {
        try open?.removeFile(name)
      } catch {
        throw OutputError.writing(path(name), error)
      }
    }
  }

  /// The folder, held open; nil where there is none. Whoever owns it could have anything started.
  private static func open(_ folder: String) throws(OutputError) -> FolderHandle? {
    guard let open = try? FolderHandle(folder) else { return nil }
    guard [0, geteuid()].contains(open.owner) else { throw .otherOwner(path: folder) }
    return open
  }

  /// Calls of `systemctl` before the files of removed units go.
  var stops: [[String]] {
    let units = removed.filter { !$0.hasSuffix(".service") }
    return units.isEmpty ? [] : [["systemctl", "--user", "disable", "--now"] + units]
  }

  /// Calls of `systemctl` once the files are there.
  var starts: [[String]] {
    let units = (written + kept).filter(\.isEnabled).map(\.name)
    let reload = [["systemctl", "--user", "daemon-reload"]]
    guard !units.isEmpty else { return reload }
    // A timer that runs already takes up new times when it is started again.
    return reload + ["enable", "restart"].map { ["systemctl", "--user", $0] + units }
  }

  private func path(_ name: String) -> String { FilePath.joined(folder, name) }

  private func makeFolders() throws {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      guard mkdir(path, 0o777) != 0, errno != EEXIST else { continue }
      // A folder above that can't be made may be there nevertheless.
      let error = SystemError.last
      if (try? SystemCalls.kindFollowingLinks(of: path)) != .folder {
        throw OutputError.writing(path, error)
      }
    }
  }

  private static func notOurs(_ path: String) -> CommandFailure {
    CommandFailure(
      Finding(
        .outputNotOurs, at: SourceLocation(file: path),
        "`\(path)` was not written by abacus, so it is left alone; move it away"))
  }
}

/// Lines that are shown as part of another text.
enum Indented {
  /// The lines of a text behind a margin.
  static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? "" : "    " + $0 }
  }
}
