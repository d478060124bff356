/// One way in which a survey tool lays out a delimited file.
///
/// To add a dialect: one file with a type that conforms, and one line in `ExportDialects.all`.
package protocol ExportDialect: SendableMetatype {
  /// The name that `--dialect` takes, in lower case.
  static var name: String { get }

  /// How surely the first records are of this dialect, from 0 (no) to 1 (certain).
  static func confidence(in preview: HeaderPreview) -> Double

  /// Reads the file as this dialect.
  ///
  /// - Throws: `IngestError`, `.dialectMismatch` among them.
  static func read(_ file: CSVReader) throws -> ExportTable
}

/// The dialects that abacus reads.
package enum ExportDialects {
  /// Every dialect; between two that are equally sure, the earlier one is taken.
  package static let all: [any ExportDialect.Type] = [
    QualtricsDialect.self,
    QualtricsLegacyDialect.self,
    PlainDialect.self,
  ]

  /// The dialect that is surest of the first records.
  package static func detect(_ preview: HeaderPreview) -> any ExportDialect.Type {
    var best: (dialect: any ExportDialect.Type, confidence: Double) = (PlainDialect.self, 0)
    for dialect in all {
      let confidence = dialect.confidence(in: preview)
      if confidence > best.confidence { best = (dialect, confidence) }
    }
    return best.dialect
  }

  /// The dialect with a name.
  ///
  /// - Throws: `IngestError.unknownDialect`.
  package static func named(_ name: String) throws -> any ExportDialect.Type {
    guard let dialect = all.first(where: { $0.name == name }) else {
      throw IngestError.unknownDialect(name: name, known: all.map { $0.name }.sorted())
    }
    return dialect
  }

  /// Reads an export.
  ///
  /// - Parameters:
  ///   - dialect: the dialect's name; `nil` detects it.
  ///   - expected: what the user expects in the file; it tells a header from a response.
  package static func read(
    path: String, dialect: String? = nil, options: CSVOptions = CSVOptions(),
    expected: ExpectedNames = ExpectedNames()
  ) throws -> ExportTable {
    try read(CSVReader(path: path, options: options), dialect: dialect, expected: expected)
  }

  /// Reads an export that is already open.
  package static func read(
    _ file: CSVReader, dialect: String? = nil, expected: ExpectedNames = ExpectedNames()
  ) throws -> ExportTable {
    let chosen = try dialect.map { try named($0) } ?? detect(file.preview)
    var export = try chosen.read(file).keeping(file.preview)
    // The header of a survey tool is known by its own columns.
    if export.dialect == PlainDialect.name {
      try ShiftedHeader(of: export).verify()
      let check = HeaderCheck(of: export, known: Set(expected.names.map(ColumnName.folded)))
      try check.verify()
      if let doubt = check.doubt(believes: expected.areBelieved) {
        export = export.with(export.table, findings: [doubt])
      }
    }
    return try StrayRecords(of: export, wordings: expected.wordings).export()
  }
}

/// What the user expects in an export.
package struct ExpectedNames: Sendable {
  /// Names that columns may have.
  let names: [String]
  /// Wordings of questions, which some programs write below the header.
  let wordings: [String]
  /// Whether the user has read the names in this very file.
  let areBelieved: Bool

  package init(_ names: [String] = [], wordings: [String] = [], areBelieved: Bool = true) {
    self.names = names + wordings
    self.wordings = wordings
    self.areBelieved = areBelieved
  }
}
