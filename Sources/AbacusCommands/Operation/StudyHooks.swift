import Glibc
import SurveyIngest
import SurveyModel

/// The hooks of a study, and whether they may run.
///
/// Whoever writes a study file has programs run by the user who runs the study. So hooks run only from
/// a file that this user owns, and that nobody else can write or put another in the place of.
struct StudyHooks {
  /// The hooks, read from the very file that was judged; none where it can't be read.
  let hooks: [Hook]
  /// The study's folder, without links.
  let folder: String
  /// Why they may not run; nil where they may.
  let refusal: Finding?

  /// Reads the hooks of a study file.
  ///
  /// - Parameter user: who would run them.
  init(of path: String, for user: uid_t = geteuid()) {
    var opened = stat()
    let study = try? StudyLoader.study(path: path) { opened = $0 }
    hooks = study?.operation.hooks ?? []
    folder = FileTrust.real(FilePath.folder(of: path)) ?? FilePath.folder(of: path)
    guard let first = hooks.first else {
      refusal = nil
      return
    }
    let trust = FileTrust(of: opened, at: path, for: user)
    refusal = trust?.isGiven == true ? nil : Self.refusal(at: first.location, trust)
  }

  private static func refusal(at place: SourceLocation, _ trust: FileTrust?) -> Finding {
    let words =
      trust.map { trust in
        let other = trust.user == 0 && !trust.foreign.isEmpty ? ", run it as its owner" : ""
        return
          "\(trust.reasons); type `\(trust.remedy)`\(other), or leave hooks out with --no-hooks"
      }
      ?? "the file was replaced while it was read; run it again"
    return Finding(
      .unsafeHooks, at: place,
      "a hook would run programs in your name, and the study is not only yours to write: \(words)")
  }
}
