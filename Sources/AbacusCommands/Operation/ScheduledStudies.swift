import Glibc
import ReportSchedule
import SurveyIngest
import SurveyModel

/// Studies that paths on the command line stand for, with their schedules.
struct ScheduledStudies {
  /// One study.
  struct Entry {
    /// The study file as messages name it.
    let path: String
    /// What is due when; nil where the study has no schedule.
    let scheduled: ScheduledStudy?
  }

  /// Those that could be read, in the order in which they were found.
  private(set) var entries: [Entry] = []
  /// Mistakes of the others, and what could not be looked at.
  private(set) var findings: [Finding]

  /// Reads the studies below the paths: their own files, no codebooks and no exports.
  ///
  /// - Parameter roots: folders in which their exports may lie, beside their own; one that leads
  ///   elsewhere is a mistake, because it could not be run.
  init(_ paths: [String], checkingWith roots: StudyRoots = StudyRoots()) throws {
    let finder = StudyFinder(paths)
    findings = finder.findings
    for path in finder.studies.map(\.path) {
      do {
        entries.append(Entry(path: path, scheduled: try Self.read(path, roots)))
      } catch {
        guard let failure = CommandFailure(error) else { throw error }
        findings += failure.findings
      }
    }
  }

  /// Those with a schedule.
  var scheduled: [ScheduledStudy] { entries.compactMap(\.scheduled) }

  private static func read(_ path: String, _ roots: StudyRoots) throws -> ScheduledStudy? {
    let study = try StudyLoader.study(path: path)
    guard let options = study.operation.schedule else { return nil }
    let refusals = StudyBounds(study: path, roots: roots).files(of: study).refusals
    guard refusals.isEmpty else { throw CommandFailure(refusals) }
    let absolute = AbsolutePath.of(path)
    do {
      return try ScheduledStudy(
        path: absolute, options: options, dataFolders: dataFolders(of: study, at: absolute))
    } catch {
      throw CommandFailure(Finding(.wrongValue, at: options.location, error.description))
    }
  }

  /// The folders of the exports, each once. Of a pattern, the folder above its first sign.
  private static func dataFolders(of study: Study, at path: String) -> [String] {
    var folders: [String] = []
    for source in study.sources {
      var folder = FilePath.folder(of: FilePath.joined(FilePath.folder(of: path), source.path))
      while folder.contains(where: { "*?[".contains($0) }) { folder = FilePath.folder(of: folder) }
      if !folders.contains(folder) { folders.append(folder) }
    }
    return folders
  }
}

/// Paths that hold wherever a program is started.
enum AbsolutePath {
  /// The path without links; for what does not exist, the path below the working folder.
  static func of(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return FilePath.joined(String(cString: folder), path)
  }
}

extension Moment {
  /// The moment that the system's clock shows.
  static var now: Moment { Moment(secondsSince1970: time(nil)) }
}
