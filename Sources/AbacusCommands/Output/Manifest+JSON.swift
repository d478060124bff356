package import ReportDocument
import SurveyIngest

extension Manifest {
  /// The manifest as it is written.
  ///
  /// The seed is text: many JSON readers round integers above 2^53.
  package var json: JSONValue {
    [
      "schema": .string(Self.schema),
      "engine_version": .string(engineVersion),
      "created": .string(created), "run": JSONValue(run),
      "codebook": codebook.map { ["id": .string($0.id), "version": .string($0.version)] } ?? .null,
      "inputs": .array(inputs.map(\.json)),
      "options": .object(JSONObject(options.map { ($0, .string($1)) })),
      "seed": JSONValue(seed.map { String($0) }),
      "sources": .array(sources.map(\.json)),
      "findings": .object(JSONObject(findings.map { ($0, .integer($1)) })),
      "exit_status": .integer(exitStatus),
      "outputs": .array(outputs.map(\.json)),
    ]
  }

  /// The text of `manifest.json`.
  package var text: String { json.text }

  /// Reads the text of a manifest; nil for anything that is not a manifest of this schema.
  package init?(parsing text: String) {
    guard let json = try? JSONValue(parsing: text), json["schema"]?.textValue == Self.schema,
      let engineVersion = json["engine_version"]?.textValue,
      let created = json["created"]?.textValue,
      let inputs = json["inputs"]?.list(InputRecord.init(reading:)),
      let options = json["options"]?.dictionary(\.textValue),
      let sources = json["sources"]?.list(SourceRowCounts.init(reading:)),
      let findings = json["findings"]?.dictionary(\.integerValue),
      let exitStatus = json["exit_status"]?.integerValue,
      let outputs = json["outputs"]?.list(OutputRecord.init(reading:))
    else { return nil }
    self.init(
      engineVersion: engineVersion, created: created, run: json["run"]?.textValue,
      codebook: json["codebook"].flatMap(CodebookEdition.init(reading:)), inputs: inputs,
      options: options, seed: json["seed"]?.textValue.flatMap { UInt64($0) }, sources: sources,
      findings: findings, exitStatus: exitStatus, outputs: outputs)
  }
}

extension CodebookEdition {
  fileprivate init?(reading json: JSONValue) {
    guard let id = json["id"]?.textValue, let version = json["version"]?.textValue else {
      return nil
    }
    self.init(id: id, version: version)
  }
}

extension InputRecord {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "kind": .string(kind.rawValue), "bytes": .integer(byteCount),
      "sha256": .string(sha256),
    ]
  }

  fileprivate init?(reading json: JSONValue) {
    guard let path = json["path"]?.textValue,
      let kind = json["kind"]?.textValue.flatMap(InputKind.init),
      let byteCount = json["bytes"]?.integerValue, let sha256 = json["sha256"]?.textValue
    else { return nil }
    self.init(path: path, kind: kind, byteCount: byteCount, sha256: sha256)
  }
}

extension OutputRecord {
  fileprivate var json: JSONValue {
    ["name": .string(name), "bytes": .integer(byteCount), "sha256": .string(sha256)]
  }

  fileprivate init?(reading json: JSONValue) {
    guard let name = json["name"]?.textValue, FilePath.isPlainName(name),
      let byteCount = json["bytes"]?.integerValue, let sha256 = json["sha256"]?.textValue
    else { return nil }
    self.init(name: name, byteCount: byteCount, sha256: sha256)
  }
}

extension SourceRowCounts {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "rows_read": .integer(readCount), "rows_kept": .integer(keptCount),
      "rows_left_out": .object(JSONObject(leftOut.map { ($0, .integer($1)) })),
    ]
  }

  fileprivate init?(reading json: JSONValue) {
    guard let path = json["path"]?.textValue, let readCount = json["rows_read"]?.integerValue,
      let keptCount = json["rows_kept"]?.integerValue,
      let leftOut = json["rows_left_out"]?.dictionary(\.integerValue)
    else { return nil }
    self.init(path: path, readCount: readCount, keptCount: keptCount, leftOut: leftOut)
  }
}
