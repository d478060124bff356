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
  /// - Parameter dialect: the dialect's name; `nil` detects it.
  package static func read(
    path: String, dialect: String? = nil, options: CSVOptions = CSVOptions()
  ) throws -> ExportTable {
    try read(CSVReader(path: path, options: options), dialect: dialect)
  }

  /// Reads an export that is already open.
  package static func read(_ file: CSVReader, dialect: String? = nil) throws -> ExportTable {
    let chosen = try dialect.map { try named($0) } ?? detect(file.preview)
    return try StrayRecords(of: chosen.read(file).keeping(file.preview)).export()
  }
}
