package import Glibc
package import SurveyModel

/// Reads YAML into located nodes.
///
/// Anchors (`&name`), aliases (`*name`) and merge keys (`<<`) are read, within bounds; tags are
/// passed over; keys are single values. Every key is kept, those written twice too.
package enum YAMLReader {
  /// How deep lists and mappings may stand in each other; a codebook needs eight.
  static let deepest = 100
  /// How many values aliases may repeat in all.
  static let mostRepeated = 100_000
  static let tooDeep =
    "lists and keys stand more than \(deepest) deep in each other here; write them flatter"

  /// The tree of a file, or nil with a finding where it can't be read.
  ///
  /// - Parameters:
  ///   - name: where another file names it, so that a wrong path can be mended.
  ///   - bounds: where it may lie; nil for anywhere.
  ///   - opened: is called with what is known of the very file that is read.
  package static func read(
    path: String, namedAt name: SourceLocation? = nil, bounds: StudyBounds? = nil,
    findings: FindingCollector, opened: (stat) -> Void = { _ in }
  ) throws -> ConfigNode? {
    do {
      return read(
        try TextFile.read(path, bounds: bounds, opened: opened), file: path, findings: findings)
    } catch let error as IngestError {
      if case .fileNotFound = error {
        findings.add(error.finding(at: name))
      } else {
        findings.add(error.finding())
      }
      return nil
    }
  }

  /// The tree of a codebook that lies outside the study's folder, or nil with a finding where it can't
  /// be read. Of what does not begin as a codebook nothing is shown, not even what is wrong with it.
  ///
  /// - Parameter name: where the study names it.
  static func readOutside(
    path: String, namedAt name: SourceLocation?, findings: FindingCollector, refusal: Finding
  ) throws -> ConfigNode? {
    let text: String
    do {
      text = try TextFile.read(path)
    } catch let error as IngestError {
      switch error {
      case .fileNotFound: findings.add(error.finding(at: name))
      case .unreadableFile, .notAFile: findings.add(error.finding())
      default: findings.add(refusal)
      }
      return nil
    }
    guard CodebookHead.begins(text) else {
      findings.add(refusal)
      return nil
    }
    return read(text, file: path, findings: findings)
  }

  /// The tree of one document, or nil with a finding where it can't be read.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - file: its name in findings.
  package static func read(
    _ text: String, file: String, findings: FindingCollector
  ) -> ConfigNode? {
    var composer = YAMLComposer(events: YAMLEvents(text), file: file, findings: findings)
    do throws(YAMLProblem) {
      if let root = try composer.document() { return root }
      findings.add(
        Finding(
          .emptyFile, at: SourceLocation(file: file),
          "the file is empty; see the annotated example in the documentation"))
    } catch {
      findings.add(
        Finding(
          .invalidYAML,
          at: SourceLocation(file: file, line: error.line, column: error.column), error.message))
    }
    return nil
  }
}
