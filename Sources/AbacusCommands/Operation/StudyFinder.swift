import Glibc
import SurveyIngest
import SurveyModel

/// Finds the studies that paths on the command line stand for.
struct StudyFinder {
  /// The study files: those that were named, and those below folders that were named, each once.
  private(set) var studies: [String] = []
  /// What could not be looked at.
  private(set) var findings: [Finding] = []
  private var seen: Set<String> = []

  /// Looks through files and folders, in the order given; what lies below a folder comes by name.
  ///
  /// A file that is named counts as a study whatever it holds. Below a folder a study is a YAML
  /// file with the schema of one; hidden folders, reports and histories are passed over, and links
  /// to folders are not followed.
  init(_ paths: [String]) {
    for path in paths {
      guard (try? SystemCalls.kindFollowingLinks(of: path)) == .folder else {
        add(path)
        continue
      }
      let count = studies.count
      let problems = findings.count
      search(FilePath.withoutTrailingSlash(path))
      if studies.count == count, findings.count == problems {
        findings.append(
          Finding(
            .missingFile, at: SourceLocation(file: path),
            "no study lies below `\(path)`; a study is a YAML file with `schema: abacus.study/1`"))
      }
    }
  }

  private mutating func add(_ path: String) {
    guard let real = realpath(path, nil) else { return studies.append(path) }
    defer { free(real) }
    if seen.insert(String(cString: real)).inserted { studies.append(path) }
  }

  private mutating func search(_ folder: String) {
    do {
      let names = try SystemCalls.names(in: folder)
      guard !names.contains(Manifest.fileName) else { return }
      for name in names where !name.hasPrefix(".") && !name.hasSuffix(StudyPlaces.historyEnding) {
        let path = FilePath.joined(folder, name)
        switch try SystemCalls.kind(of: path) {
        case .folder: search(path)
        case .file where Self.isStudy(path): add(path)
        default: break
        }
      }
    } catch {
      findings.append(
        Finding(
          .unreadableFile, at: SourceLocation(file: folder),
          "the folder `\(folder)` can't be looked through (\(error.reason)), so studies may be"
            + " missed; get the right to read it or name the studies themselves"))
    }
  }

  /// True for a YAML file whose first kilobytes name the schema of a study.
  private static func isStudy(_ path: String) -> Bool {
    guard [".yaml", ".yml"].contains(where: path.hasSuffix),
      let head = SystemCalls.head(of: path, byteCount: 1 << 12)
    else { return false }
    return head.split(whereSeparator: \.isNewline).contains { line in
      line.hasPrefix("schema:") && line.contains("abacus.study/")
    }
  }
}

/// Where the files of a study stand that abacus makes.
struct StudyPlaces: Hashable {
  /// How the name of every history folder ends.
  static let historyEnding = ".history"

  /// The study file.
  let study: String
  /// The report of `abacus run`.
  let report: String
  /// What `abacus run` remembers.
  let history: String

  /// The places of a study.
  ///
  /// - Parameter report: another folder for the report. Otherwise `study.yaml` has its report in
  ///   `report`, and any other `NAME.yaml` in `NAME-report`, so that studies can share a folder.
  init(study: String, report: String? = nil) {
    self.study = study
    let ending = [".yaml", ".yml"].first(where: study.hasSuffix) ?? ""
    let stem = String(study.dropLast(ending.count))
    history = stem + Self.historyEnding
    let name = FilePath.name(of: stem)
    self.report =
      report
      ?? FilePath.joined(FilePath.folder(of: study), name == "study" ? "report" : name + "-report")
  }
}
