package import SurveyModel
import Yams

/// Reads YAML into located nodes.
package enum YAMLReader {
  /// The tree of a file, or nil with a finding where it can't be read.
  package static func read(path: String, findings: FindingCollector) throws -> ConfigNode? {
    do {
      return read(try TextFile.read(path), file: path, findings: findings)
    } catch let error as IngestError {
      findings.add(error.finding())
      return nil
    }
  }

  /// The tree of one document, or nil with a finding where it can't be read.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - file: its name in findings.
  package static func read(
    _ text: String, file: String, findings: FindingCollector
  ) -> ConfigNode? {
    var keys = RepeatedKeys(text)
    while true {
      do {
        guard let root = try Parser(yaml: keys.text).singleRoot() else {
          findings.add(
            Finding(
              .emptyFile, at: SourceLocation(file: file),
              "the file is empty; see the annotated example in the documentation"))
          return nil
        }
        return convert(root, file: file, keys: keys)
      } catch {
        if keys.setAside(error) { continue }
        findings.add(finding(for: error, file: file))
        return nil
      }
    }
  }

  private static func convert(_ node: Node, file: String, keys: RepeatedKeys) -> ConfigNode {
    let location = place(node.mark, file)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return ConfigNode(isNull ? .null : .scalar(scalar.string), at: location)
    case .sequence(let sequence):
      return ConfigNode(.list(sequence.map { convert($0, file: file, keys: keys) }), at: location)
    case .mapping(let mapping):
      let entries = mapping.map { key, value in
        ConfigEntry(
          key: keys.original(key.string ?? ""), at: place(key.mark, file),
          value: convert(value, file: file, keys: keys))
      }
      return ConfigNode(.mapping(entries), at: location)
    case .alias:
      return ConfigNode(.null, at: location)
    }
  }

  private static func place(_ mark: Mark?, _ file: String) -> SourceLocation {
    SourceLocation(file: file, line: mark?.line, column: mark?.column)
  }

  private static func finding(for error: any Error, file: String) -> Finding {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Finding(
        .invalidYAML, at: place(mark, file),
        "this is not YAML: \(problem); check the indentation, colons and quotes near here")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
      return Finding(
        .duplicateKey, at: place(context.mark, file),
        "the key \(keys) stands here and again in the same section; remove one of them")
    default:
      return Finding(
        .invalidYAML, at: SourceLocation(file: file),
        "this can't be read as YAML; save it as UTF-8 text")
    }
  }
}
