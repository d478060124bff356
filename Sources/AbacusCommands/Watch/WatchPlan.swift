import SurveyIngest
import SurveyModel

/// What is to be watched, as the disk is now.
struct WatchPlan {
  /// The studies.
  let studies: [WatchedStudy]
  /// Every folder of which changes have to be known.
  let folders: Set<String>
  /// Those of the paths on the command line that lead nowhere.
  let missing: [String]
  /// What could not be looked at.
  let findings: [Finding]

  /// Looks through the paths.
  ///
  /// - Parameters:
  ///   - out: where reports go, as `abacus run` has it.
  ///   - roots: folders in which files of studies may lie, beside their own.
  ///   - known: studies of an earlier plan; those whose file is as it was are not read again.
  ///   - isThere: tells whether something stands at a path.
  /// - Throws: `ValidationError` where two studies would share a report.
  init(
    _ paths: [String], out: String?, roots: StudyRoots = StudyRoots(), known: [WatchedStudy],
    isThere: (String) -> Bool
  ) throws {
    let present = paths.filter(isThere)
    missing = paths.filter { !isThere($0) }
    let found = StudyFinder(present)
    let known = Dictionary(known.map { ($0.places, $0) }) { first, _ in first }
    studies = try RunPlaces.of(found.studies, out: out).map { places in
      if let study = known[places], let stamp = study.stamp,
        stamp == FileStamp(path: places.study)
      {
        return study
      }
      return WatchedStudy(places, roots: roots)
    }
    folders = Set(found.folders).union(studies.flatMap(\.watchedFolders))
    findings = found.findings
  }

  /// The folders that reports and histories are made in: what happens there is abacus's own doing.
  var ownFolders: Set<String> { Set(studies.flatMap { [$0.places.report, $0.places.history] }) }
}
