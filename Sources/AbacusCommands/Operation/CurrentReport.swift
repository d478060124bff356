import Glibc
import SurveyIngest
import SurveyModel

/// A report in place that a new run would only make again.
struct CurrentReport {
  /// What the report says of itself.
  let manifest: Manifest

  /// Fails where anything that the report depends on may have changed: the study, its codebook, an
  /// export, a saved question, a file that a pattern now matches, the engine, the day where one is
  /// asked for, or the report's own files.
  ///
  /// - Parameter date: the day that was asked for; nil where any will do.
  init?(of places: StudyPlaces, date: String?) {
    guard let report = PublishedReport(at: places.report),
      report.manifest.engineVersion == AbacusVersion.text,
      report.manifest.run != nil,
      date == nil || report.manifest.options["date"] == date,
      report.manifest.outputs.allSatisfy({ Self.isWhole($0, in: places.report) }),
      Self.hasSameInputs(report.manifest, as: places.study)
    else { return nil }
    manifest = report.manifest
  }

  private static func isWhole(_ output: OutputRecord, in folder: String) -> Bool {
    var status = stat()
    return stat("\(folder)/\(output.name)", &status) == 0
      && Int(status.st_size) == output.byteCount
  }

  private static func hasSameInputs(_ manifest: Manifest, as study: String) -> Bool {
    guard let paths = inputPaths(of: study) else { return false }
    let before = manifest.inputs.filter { $0.kind.isOfStudy }
    let folder = manifest.inputs.first { $0.kind == .study }.map { FilePath.folder(of: $0.path) }
    guard paths.count == before.count, let folder else { return false }
    let here = FilePath.folder(of: study)
    return zip(paths, before).allSatisfy { path, record in
      relative(path, to: here) == relative(record.path, to: folder)
        && record.describesFile(at: path)
    }
  }

  /// Every file that a report of the study would read, in the order of its manifest.
  private static func inputPaths(of path: String) -> [String]? {
    guard let study = try? StudyLoader.study(path: path) else { return nil }
    let folder = FilePath.folder(of: path)
    let questions = try? SavedQuestions.paths(besideStudy: path)
    return [path, FilePath.joined(folder, study.codebook)]
      + study.sources.flatMap { FilePath.matches(of: FilePath.joined(folder, $0.path)) }
      + (questions ?? [])
  }

  /// A path as the study sees it, so that it does not matter from where abacus was started.
  private static func relative(_ path: String, to folder: String) -> Substring {
    folder != "." && path.hasPrefix(folder + "/")
      ? path.dropFirst(folder.utf8.count + 1) : path[...]
  }
}

extension InputKind {
  /// True for what the user wrote or exported, false for what abacus remembers.
  var isOfStudy: Bool {
    switch self {
    case .study, .codebook, .source, .question: true
    }
  }
}

extension InputRecord {
  /// True where the file at `path` holds the bytes that were recorded.
  func describesFile(at path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, Int(status.st_size) == byteCount,
      let now = try? InputRecord(readingFileAt: path, kind: kind)
    else { return false }
    return now.sha256 == sha256
  }
}
