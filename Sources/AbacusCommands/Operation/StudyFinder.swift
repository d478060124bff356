import Glibc
import SurveyIngest
import SurveyModel

/// A study that was found.
struct FoundStudy: Hashable {
  /// The study file.
  let path: String
  /// Its folder below the one that was looked through; `.` for that one itself.
  let folder: String
}

/// Finds the studies that paths on the command line stand for.
struct StudyFinder {
  /// Those that were named, and those below folders that were named, each once.
  private(set) var studies: [FoundStudy] = []
  /// What could not be looked at.
  private(set) var findings: [Finding] = []
  /// The folders that were looked through.
  private(set) var folders: [String] = []
  private var seen: Set<String> = []
  private var linked: [String] = []

  /// Looks through files and folders, in the order given; what lies below a folder comes by name.
  ///
  /// A file that is named counts as a study whatever it holds. Below a folder a study is a YAML
  /// file with the schema of one; hidden folders, reports and histories are passed over, and links
  /// are not followed. A YAML file that can't be read, and a link to a study that is not found
  /// otherwise, are mistakes.
  init(_ paths: [String]) {
    for path in paths {
      guard (try? SystemCalls.kindFollowingLinks(of: path)) == .folder else {
        add(path, below: ".")
        continue
      }
      let count = studies.count
      let problems = findings.count
      search(FilePath.withoutTrailingSlash(path), below: ".")
      if studies.count == count, findings.count == problems {
        findings.append(
          Finding(
            .missingFile, at: SourceLocation(file: path),
            "no study lies below `\(path)`; a study is a YAML file with `schema: abacus.study/1`"))
      }
    }
    checkLinks()
  }

  private mutating func add(_ path: String, below folder: String) {
    let study = FoundStudy(path: path, folder: folder)
    guard let real = realpath(path, nil) else { return studies.append(study) }
    defer { free(real) }
    if seen.insert(String(cString: real)).inserted { studies.append(study) }
  }

  private mutating func search(_ folder: String, below top: String) {
    do {
      let names = try SystemCalls.names(in: folder)
      // A manifest of another program makes no report.
      guard !names.contains(Manifest.fileName) || PublishedReport(at: folder) == nil else { return }
      folders.append(folder)
      for name in names where !name.hasPrefix(".") && !name.hasSuffix(StudyPlaces.historyEnding) {
        let path = FilePath.joined(folder, name)
        switch try SystemCalls.kind(of: path) {
        case .folder: search(path, below: FilePath.joined(top, name))
        case .file, .other: look(at: path, below: top)
        case nil: break
        }
      }
    } catch {
      miss(
        folder,
        "the folder `\(folder)` can't be looked through (\(error.reason)), so studies may be missed; get the right to read it or name the studies themselves"
      )
    }
  }

  /// Looks whether a file below a folder is a study. A YAML file that can't be read may be one.
  private mutating func look(at path: String, below top: String) {
    guard [".yaml", ".yml"].contains(where: path.hasSuffix) else { return }
    let isLink: Bool
    do {
      isLink = try SystemCalls.kind(of: path) == .other
      if isLink, try SystemCalls.kindFollowingLinks(of: path) == .folder { return }
      guard try StudyHead.begins(fileAt: path) else { return }
    } catch {
      let reason = (error as? PlainFileError)?.reason ?? (error as? SystemError)?.reason ?? ""
      return miss(
        path,
        "`\(path)` can't be read (\(reason)), so a study may be missed; get the right to read it, or move it away"
      )
    }
    if isLink { linked.append(path) } else { add(path, below: top) }
  }

  /// A link is not followed: its report would stand beside it, where others may read it.
  private mutating func checkLinks() {
    for path in linked where RealPath.of(path).map({ !seen.contains($0) }) ?? true {
      miss(
        path,
        "`\(path)` is a link to a study, and links below a folder are not followed, so it is missed; name the study itself"
      )
    }
  }

  private mutating func miss(_ path: String, _ words: String) {
    findings.append(Finding(.unreadableFile, at: SourceLocation(file: path), words))
  }
}

/// The beginning of a study file, by which one is known below a folder.
enum StudyHead {
  private static let byteCount = 1 << 12

  /// True for a file whose first kilobytes name the schema of a study.
  static func begins(fileAt path: String) throws(PlainFileError) -> Bool {
    let file = try PlainFile(path)
    var buffer = [UInt8](repeating: 0, count: byteCount)
    let count = read(file.number, &buffer, byteCount)
    guard count >= 0 else { throw .system(.last) }
    return begins(String(decoding: buffer[..<count], as: UTF8.self))
  }

  /// True for a text in which a line names the schema of a study.
  static func begins(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let line = line.first == "\u{FEFF}" ? line.dropFirst() : line
      let isQuoted = line.first == "\"" || line.first == "'"
      return (isQuoted ? line.dropFirst() : line).hasPrefix("schema")
        && line.contains("abacus.study/")
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
  init(study: String, report: String, history: String) {
    self.study = study
    self.report = report
    self.history = history
  }

  /// The usual places of a study: `study.yaml` has its report in `report`, and any other `NAME.yaml`
  /// in `NAME-report`, so that studies can share a folder.
  ///
  /// - Parameter folder: where they are; nil for beside the study.
  init(study: String, in folder: String? = nil) {
    let ending = [".yaml", ".yml"].first(where: study.hasSuffix) ?? ""
    let name = FilePath.name(of: String(study.dropLast(ending.count)))
    let folder = folder ?? FilePath.folder(of: study)
    self.init(
      study: study, report: FilePath.joined(folder, name == "study" ? "report" : name + "-report"),
      history: FilePath.joined(folder, name + Self.historyEnding))
  }
}
