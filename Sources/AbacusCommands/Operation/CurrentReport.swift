import Glibc
import SurveyIngest
import SurveyModel

/// A report in place that a new run would only make again.
struct CurrentReport {
  /// What the report says of itself.
  let manifest: Manifest
  /// The study.
  let study: Study

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
      let study = try? StudyLoader.study(path: places.study),
      Self.hasSameInputs(report.manifest, as: study)
    else { return nil }
    manifest = report.manifest
    self.study = study
  }

  private static func isWhole(_ output: OutputRecord, in folder: String) -> Bool {
    var status = stat()
    return stat("\(folder)/\(output.name)", &status) == 0
      && Int(status.st_size) == output.byteCount
  }

  private static func hasSameInputs(_ manifest: Manifest, as study: Study) -> Bool {
    let paths = inputPaths(of: study)
    let before = manifest.inputs.filter { $0.kind != .history }
    let folder = manifest.inputs.first { $0.kind == .study }.map { FilePath.folder(of: $0.path) }
    guard paths.count == before.count, let folder else { return false }
    let here = FilePath.folder(of: study.file)
    return zip(paths, before).allSatisfy { path, record in
      relative(path, to: here) == relative(record.path, to: folder)
        && record.describesFile(at: path)
    }
  }

  /// Every file that a report of the study would read, in the order of its manifest.
  static func inputPaths(of study: Study) -> [String] {
    let folder = FilePath.folder(of: study.file)
    return [study.file, FilePath.joined(folder, study.codebook)]
      + study.sources.flatMap { FilePath.matches(of: FilePath.joined(folder, $0.path)) }
      + ((try? SavedQuestions.paths(besideStudy: study.file)) ?? [])
  }

  /// A digest of everything that a report of the study would read, as it is now.
  static func inputDigest(of study: String) -> String {
    let paths = (try? StudyLoader.study(path: study)).map(inputPaths) ?? [study]
    let sums = paths.map { path in
      path + " " + ((try? InputRecord(readingFileAt: path, kind: .source))?.sha256 ?? "-") + "\n"
    }
    return SHA256.digest(of: sums.joined().utf8Span.span.bytes).hexadecimal
  }

  /// A path as the study sees it, so that it does not matter from where abacus was started.
  private static func relative(_ path: String, to folder: String) -> Substring {
    folder != "." && path.hasPrefix(folder + "/")
      ? path.dropFirst(folder.utf8.count + 1) : path[...]
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
