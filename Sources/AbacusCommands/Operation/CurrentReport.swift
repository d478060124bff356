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
  /// - Parameters:
  ///   - date: the day that was asked for; nil where any will do.
  ///   - roots: folders in which files of the study may lie, beside its own.
  init?(of places: StudyPlaces, date: String?, roots: StudyRoots = StudyRoots()) {
    guard let report = PublishedReport(at: places.report),
      report.manifest.engineVersion == AbacusVersion.text,
      report.manifest.run != nil,
      date == nil || report.manifest.options["date"] == date,
      report.manifest.outputs.allSatisfy({ Self.isWhole($0, in: places.report) }),
      let study = try? StudyLoader.study(path: places.study),
      Self.hasSameInputs(report.manifest, as: study, roots)
    else { return nil }
    manifest = report.manifest
    self.study = study
  }

  private static func isWhole(_ output: OutputRecord, in folder: String) -> Bool {
    var status = stat()
    return stat("\(folder)/\(output.name)", &status) == 0
      && Int(status.st_size) == output.byteCount
  }

  private static func hasSameInputs(
    _ manifest: Manifest, as study: Study, _ roots: StudyRoots
  ) -> Bool {
    let paths = inputPaths(of: study, roots: roots)
    let before = manifest.inputs.filter { $0.kind != .history }
    let folder = manifest.inputs.first { $0.kind == .study }.map { FilePath.folder(of: $0.path) }
    guard paths.count == before.count, let folder else { return false }
    let here = FilePath.folder(of: study.file)
    return zip(paths, before).allSatisfy { path, record in
      relative(path, to: here) == relative(record.path, to: folder)
        && record.describesFile(at: path)
    }
  }

  /// Every file that a report of the study would read, in the order of its manifest. What lies
  /// outside of its bounds is none of them: a report that needs it is not made.
  static func inputPaths(of study: Study, roots: StudyRoots = StudyRoots()) -> [String] {
    StudyBounds(study: study.file, roots: roots).files(of: study).paths
      + ((try? SavedQuestions.paths(besideStudy: study.file, roots: roots)) ?? [])
  }

  /// Notes every file that a study reads or keeps, so that no output takes the place of one.
  static func noteInputs(of path: String, roots: StudyRoots) {
    let study = try? StudyLoader.study(path: path)
    let kept = [
      QueryLog.path(of: path), StudyPlaces(study: path).history + "/" + RunLedger.fileName,
    ]
    for file in [path] + (study.map { inputPaths(of: $0, roots: roots) } ?? []) + kept {
      InputFiles.note(file)
    }
  }

  /// A digest of everything that a report of the study would read, as it is now.
  static func inputDigest(of study: String, roots: StudyRoots = StudyRoots()) -> String {
    let paths =
      (try? StudyLoader.study(path: study)).map { inputPaths(of: $0, roots: roots) } ?? [study]
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
    FileAsRecorded(at: path, self) == .same
  }
}
