/// What a report was made from: enough to make it again and to check it.
///
/// Stands as `manifest.json` in every output folder, and marks the folder as abacus's own.
package struct Manifest: Hashable, Sendable {
  /// The name of the manifest among a report's files.
  package static let fileName = "manifest.json"
  /// What `schema` holds in every manifest of this form.
  package static let schema = "abacus.manifest/1"

  /// Version of the engine.
  package let engineVersion: String
  /// When the run began: ISO 8601 in UTC, as `2026-11-23T14:04:00Z`.
  package let created: String
  /// The run's name in the study's ledger; nil where none is kept.
  package let run: String?
  /// The codebook; nil for a bare data file.
  package let codebook: CodebookEdition?
  /// Every file that was read.
  package let inputs: [InputRecord]
  /// Every option with the value it had, defaults included.
  package let options: [String: String]
  /// The seed, where anything was drawn at random.
  package let seed: UInt64?
  /// Rows read, kept and left out, one entry for each source.
  package let sources: [SourceRowCounts]
  /// How many findings there were, by the code that findings show.
  package let findings: [String: Int]
  /// The status that the run ended with.
  package let exitStatus: Int
  /// Every file of the report but the manifest itself, sorted by name.
  package let outputs: [OutputRecord]

  /// A manifest; `OutputFolder` fills in `outputs`.
  package init(
    engineVersion: String, created: String, run: String? = nil, codebook: CodebookEdition?,
    inputs: [InputRecord],
    options: [String: String], seed: UInt64?, sources: [SourceRowCounts],
    findings: [String: Int], exitStatus: Int, outputs: [OutputRecord] = []
  ) {
    self.engineVersion = engineVersion
    self.created = created
    self.run = run
    self.codebook = codebook
    self.inputs = inputs
    self.options = options
    self.seed = seed
    self.sources = sources
    self.findings = findings
    self.exitStatus = exitStatus
    self.outputs = outputs.sorted { $0.name < $1.name }
  }

  /// How many responses the analysis used.
  package var keptResponseCount: Int { sources.reduce(0) { $0 + $1.keptCount } }

  /// The same manifest over other output files.
  package func with(outputs: [OutputRecord]) -> Manifest {
    Manifest(
      engineVersion: engineVersion, created: created, run: run, codebook: codebook,
      inputs: inputs, options: options, seed: seed, sources: sources, findings: findings,
      exitStatus: exitStatus, outputs: outputs)
  }
}

extension Manifest {
  /// What the digests of the responses were made with; nil outside of a run.
  var salt: InputRecord? { inputs.first { $0.kind == .history } }
}

/// Which codebook, in which version.
package struct CodebookEdition: Hashable, Sendable {
  /// The instrument's id.
  package let id: String
  /// The version that the codebook names.
  package let version: String

  /// An edition of a codebook.
  package init(id: String, version: String) {
    self.id = id
    self.version = version
  }
}

/// What a file that was read is for.
package enum InputKind: String, Hashable, Sendable {
  /// The study file.
  case study
  /// The codebook.
  case codebook
  /// An export with answers.
  case source
  /// A saved question.
  case question
  /// What earlier runs left.
  case history
}

/// One file that was read.
package struct InputRecord: Hashable, Sendable {
  /// The path as the user wrote it.
  package let path: String
  /// What it is for.
  package let kind: InputKind
  /// Its size.
  package let byteCount: Int
  /// Its hash, as 64 hexadecimal digits.
  package let sha256: String

  /// A record of bytes that were read.
  package init(path: String, kind: InputKind, byteCount: Int, digest: SHA256Digest) {
    self.init(path: path, kind: kind, byteCount: byteCount, sha256: digest.hexadecimal)
  }

  /// A record with a hash as it is written.
  init(path: String, kind: InputKind, byteCount: Int, sha256: String) {
    self.path = path
    self.kind = kind
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}

/// One file of a report.
package struct OutputRecord: Hashable, Sendable {
  /// Its name in the output folder.
  package let name: String
  /// Its size.
  package let byteCount: Int
  /// Its hash, as 64 hexadecimal digits.
  package let sha256: String

  /// A record of a file about to be written.
  package init(name: String, bytes: RawSpan) {
    self.init(
      name: name, byteCount: bytes.byteCount, sha256: SHA256.digest(of: bytes).hexadecimal)
  }

  /// A record with a hash as it is written.
  init(name: String, byteCount: Int, sha256: String) {
    self.name = name
    self.byteCount = byteCount
    self.sha256 = sha256
  }
}

/// What became of the rows of one source.
package struct SourceRowCounts: Hashable, Sendable {
  /// The path as the study names it.
  package let path: String
  /// Rows below the header.
  package let readCount: Int
  /// Rows that the analysis used.
  package let keptCount: Int
  /// Rows that it did not use, by reason.
  package let leftOut: [String: Int]

  /// The counts of one source.
  package init(path: String, readCount: Int, keptCount: Int, leftOut: [String: Int]) {
    self.path = path
    self.readCount = readCount
    self.keptCount = keptCount
    self.leftOut = leftOut
  }
}
