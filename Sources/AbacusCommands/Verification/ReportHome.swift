import Glibc
import SurveyIngest

/// The folder from which a report was made, found again.
///
/// The manifest has paths as they were written, relative to the folder in which abacus was started;
/// a report names its inputs in the same way.
struct ReportHome {
  private let folder: String?
  private let before: String?

  /// Looks here, then in the folders above the report; nil where the study is in none of them.
  init?(of report: PublishedReport) {
    guard let study = report.manifest.inputs.first(where: { $0.kind == .study }) else { return nil }
    before = getcwd(nil, 0).map { path in
      defer { free(path) }
      return String(cString: path)
    }
    if study.path.hasPrefix("/") || study.describesFile(at: study.path) {
      folder = nil
      return
    }
    guard let real = realpath(report.path, nil) else { return nil }
    defer { free(real) }
    var candidate = String(cString: real)
    var closed: String?
    while candidate != "/" {
      candidate = FilePath.folder(of: candidate)
      let path = FilePath.joined(candidate, study.path)
      if study.describesFile(at: path) {
        folder = candidate
        return
      }
      if FileAsRecorded(at: path, study).isUnknown { closed = closed ?? candidate }
    }
    folder = SystemCalls.exists(study.path) ? nil : closed
    if folder == nil, FileAsRecorded(at: study.path, study) == .gone { return nil }
  }

  func enter() { if let folder { chdir(folder) } }

  func leave() { if folder != nil, let before { chdir(before) } }
}
