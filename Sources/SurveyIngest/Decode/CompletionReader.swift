import SurveyModel

/// Reads whether each response of an export was finished.
///
/// The codebook's attribute with `use: finished` is asked first, then what the survey tool records by
/// itself, first the flag, then the progress in percent.
struct CompletionReader {
  let file: SourceFile
  let codebook: Codebook

  private static let noes: Set<String> = [
    "no", "n", "false", "0", "unfinished", "incomplete", "partial",
  ]

  /// One value a row of the file; nil where it is not known.
  func read() -> [Bool?] {
    let attribute = file.attribute(.finished, in: codebook)
    let stated = attribute.map { attribute, column in
      reading(of: column) { claims($0, of: attribute) }
    }
    var result = stated ?? [Bool?](repeating: nil, count: file.rowCount)
    for source in [toolReading(.finished, claims), toolReading(.progress, progress)] {
      guard let source else { continue }
      for row in result.indices where result[row] == nil { result[row] = source[row] }
    }
    if let (attribute, column) = attribute { report(result, attribute, column) }
    return result
  }

  private typealias Reading = ([String]) -> [Bool?]

  private func reading(of column: RawColumn, _ read: Reading) -> [Bool?] {
    let coded = AttributeDecoder(file: file).coded(column)
    let values = read(coded.texts)
    return coded.codes.map { $0 < 0 ? nil : values[Int($0)] }
  }

  private func toolReading(_ kind: MetadataKind, _ read: Reading) -> [Bool?]? {
    file.export.facts.first { $0.metadata == kind }
      .map { reading(of: file.table.columns[$0.index], read) }
  }

  /// A word that is neither a yes nor a no says nothing, except beside a yes that the codebook names.
  private func claims(_ texts: [String], of attribute: Attribute) -> [Bool?] {
    let granted = Set(attribute.grantedBy.map(AnswerText.normalized))
    let words = texts.map(AnswerText.normalized)
    let isOwnList =
      attribute.grantedBy != Attribute.usualGrants && words.contains(where: granted.contains)
    return words.map { word in
      if granted.contains(word) { return true }
      return isOwnList || Self.noes.contains(word) ? false : nil
    }
  }

  private func claims(_ texts: [String]) -> [Bool?] {
    texts.map(AnswerText.normalized).map { word in
      if Attribute.usualGrants.contains(word) { return true }
      return Self.noes.contains(word) ? false : nil
    }
  }

  private func progress(_ texts: [String]) -> [Bool?] {
    texts.map { text in
      guard let percent = Double(text.filter { $0 != "%" }.trimmed), (0...100).contains(percent)
      else { return nil }
      return percent == 100
    }
  }

  /// Says of which responses the column says something that can't be understood.
  private func report(_ result: [Bool?], _ attribute: Attribute, _ column: RawColumn) {
    let coded = AttributeDecoder(file: file).coded(column)
    let rows = result.indices.filter { result[$0] == nil && coded.codes[$0] >= 0 }
    file.report(
      .unknownCategory, rows: rows, total: rows.count, column: column.index, subject: attribute.id,
      "attribute `\(attribute.id)` has \(counted(rows.count, "value that means", "values that mean")) neither yes nor no, so that nobody knows whether the \(rows.count == 1 ? "response was" : "responses were") finished; list in `granted_by` what means yes"
    )
  }
}
