import Glibc
import SurveyIngest
import SurveyModel

/// A study and what its report depends on.
struct WatchedStudy: Hashable {
  /// Where its files stand.
  let places: StudyPlaces
  /// The state of the study file when it was read; nil where there was none.
  let stamp: FileStamp?
  /// The study file, its codebook, and the exports that it names; those may be patterns.
  let patterns: [String]
  /// The folder of its saved questions.
  let queries: String
  /// The folders without which it can't be run.
  let folders: Set<String>
  private let roots: StudyRoots

  /// Reads the study file. One that can't be read depends on itself alone.
  init(_ places: StudyPlaces, roots: StudyRoots = StudyRoots()) {
    let stamp = FileStamp(path: places.study)
    let study = try? StudyLoader.study(path: places.study)
    let folder = FilePath.folder(of: places.study)
    let bounds = StudyBounds(study: places.study, roots: roots)
    // Nothing outside is watched, or named in the log; a run says what is refused.
    let sources = study?.sources.filter { bounds.files(of: $0).refusal == nil } ?? []
    let named = study.map { [$0.codebook] + sources.map(\.path) } ?? []
    self.init(
      places, stamp: stamp, patterns: [places.study] + named.map { FilePath.joined(folder, $0) },
      roots: roots)
  }

  /// A study with its files and patterns, the study file first.
  init(
    _ places: StudyPlaces, stamp: FileStamp?, patterns: [String], roots: StudyRoots = StudyRoots()
  ) {
    self.places = places
    self.stamp = stamp
    self.patterns = patterns
    queries = SavedQuestions.folder(ofStudy: places.study)
    self.roots = roots
    folders = Set(patterns.map { Self.folders(of: $0)[0] })
  }

  /// True where a change of this file may change the report.
  func depends(on path: String) -> Bool {
    if FilePath.folder(of: path) == queries {
      return path.hasSuffix(".sql") && !FilePath.name(of: path).hasPrefix(".")
    }
    return patterns.contains {
      $0 == path || fnmatch($0, path, FNM_PATHNAME | FNM_PERIOD) == 0
    }
  }

  /// The files that a report would be made of now.
  var inputs: [String] {
    patterns.flatMap(FilePath.matches)
      + ((try? SavedQuestions.paths(besideStudy: places.study, roots: roots)) ?? [])
  }

  /// Every folder in which its files stand now, or may stand later.
  var watchedFolders: Set<String> {
    var all = Set(patterns.flatMap { Self.folders(of: $0).flatMap(FilePath.matches) })
    all.insert(queries)
    // A link may lead elsewhere, where nothing would be told of its target.
    return all.union(targets.map(FilePath.folder))
  }

  /// What inputs that are links lead to.
  var targets: [String] {
    inputs.filter { (try? SystemCalls.kind(of: $0)) == .other }.map(AbsolutePath.of)
  }

  /// The folder of a pattern, as far as it has no signs; then what has some, folder by folder.
  private static func folders(of pattern: String) -> [String] {
    var folders = [FilePath.folder(of: pattern)]
    while folders[0].contains(where: { "*?[".contains($0) }), access(folders[0], F_OK) != 0 {
      folders.insert(FilePath.folder(of: folders[0]), at: 0)
    }
    return folders
  }
}
