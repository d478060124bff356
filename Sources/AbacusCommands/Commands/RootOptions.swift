import ArgumentParser
import SurveyIngest

/// Where files of a study may lie outside its own folder.
struct RootOptions: ParsableArguments {
  @Option(
    name: .customLong("root"),
    help: ArgumentHelp(
      "A folder outside the study's own in which its files may lie; may be repeated.",
      valueName: "dir"))
  var folders: [String] = []

  /// The folders without links.
  var roots: StudyRoots { StudyRoots(folders) }

  func validate() throws {
    // One that is not there may be a disk that comes back.
    if folders.contains("") { throw ValidationError("--root names no folder; name one") }
  }
}
