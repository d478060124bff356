import ArgumentParser
import SurveyIngest

/// Where the reports of several studies go.
enum RunPlaces {
  /// The places of studies.
  ///
  /// - Parameter out: the folder below which reports and histories go; nil for beside the studies.
  ///   Below it a study has the path that it has below the folder in which it was found.
  /// - Throws: `ValidationError` where two studies would share a report.
  static func of(_ studies: [FoundStudy], out: String?) throws -> [StudyPlaces] {
    let places = studies.map { study in
      StudyPlaces(
        study: study.path,
        in: out.map { out in
          let top = FilePath.withoutTrailingSlash(out)
          return study.folder == "." ? top : FilePath.joined(top, study.folder)
        })
    }
    var owners: [String: String] = [:]
    for place in places {
      if let other = owners.updateValue(place.study, forKey: place.report) {
        throw ValidationError(
          "\(other) and \(place.study) would both have their report at \(place.report); name the folder that holds both"
        )
      }
    }
    return places
  }
}
