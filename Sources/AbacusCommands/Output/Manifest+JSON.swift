import FoundationEssentials
package import ReportDocument

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

  /// Reads the text of a manifest.
  ///
  /// - Throws: `DecodingError` for anything that is not a manifest of this schema.
  package init(parsing text: String) throws {
    self = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
  }

  private enum CodingKeys: String, CodingKey {
    case schema, created, run, codebook, inputs, options, seed, sources, findings, outputs
    case engineVersion = "engine_version"
    case exitStatus = "exit_status"
  }

  package init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try keys.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: keys, debugDescription: "the schema is not \(Self.schema)")
    }
    self.init(
      engineVersion: try keys.decode(String.self, forKey: .engineVersion),
      created: try keys.decode(String.self, forKey: .created),
      run: try keys.decodeIfPresent(String.self, forKey: .run),
      codebook: try keys.decodeIfPresent(CodebookEdition.self, forKey: .codebook),
      inputs: try keys.decode([InputRecord].self, forKey: .inputs),
      options: try keys.decode([String: String].self, forKey: .options),
      seed: try keys.decodeIfPresent(String.self, forKey: .seed).flatMap { UInt64($0) },
      sources: try keys.decode([SourceRowCounts].self, forKey: .sources),
      findings: try keys.decode([String: Int].self, forKey: .findings),
      exitStatus: try keys.decode(Int.self, forKey: .exitStatus),
      outputs: try keys.decode([OutputRecord].self, forKey: .outputs))
  }
}

extension InputRecord {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "kind": .string(kind.rawValue), "bytes": .integer(byteCount),
      "sha256": .string(sha256),
    ]
  }
}

extension OutputRecord {
  fileprivate var json: JSONValue {
    ["name": .string(name), "bytes": .integer(byteCount), "sha256": .string(sha256)]
  }
}

extension SourceRowCounts {
  fileprivate var json: JSONValue {
    [
      "path": .string(path), "rows_read": .integer(readCount), "rows_kept": .integer(keptCount),
      "rows_left_out": .object(JSONObject(leftOut.map { ($0, .integer($1)) })),
    ]
  }
}
