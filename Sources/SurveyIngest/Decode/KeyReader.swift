import SurveyModel

/// Reads what names a person or a pair.
struct KeyReader {
  let file: SourceFile

  /// The key of each row, or nil where there is none that can be trusted.
  ///
  /// A spreadsheet's short form of a long number may stand for several persons, and an error value
  /// for anybody: such cells are no keys, so that nobody is taken for somebody else.
  func keys(of attribute: Attribute, in column: RawColumn) -> CodedTexts {
    let keys = AttributeDecoder(file: file).coded(column)
    // Every identifier passes here; few end in a digit after `E+`, or begin with `#`.
    var isDamaged = keys.marks { bytes in
      bytes.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }
    }
    for place in isDamaged.indices where isDamaged[place] {
      isDamaged[place] = Self.isDamaged(keys.text(at: place))
    }
    let damagedCount = isDamaged.count { $0 }
    guard damagedCount > 0 else { return keys }
    let rows = keys.rows(where: isDamaged)
    let owner = attribute.use == .pair ? "pair" : "respondent"
    file.report(
      .damagedIdentifier, rows: rows, total: rows.count, column: column.index,
      subject: attribute.id,
      "attribute `\(attribute.id)` has \(counted(rows.count, "identifier", "identifiers")) in \(counted(damagedCount, "distinct text", "distinct texts")) that a spreadsheet cut short or replaced, and different ones may look alike; these responses count as naming no \(owner), so export the file again and don't save it in a spreadsheet"
    )
    return keys.without(isDamaged)
  }

  private static func isDamaged(_ text: String) -> Bool {
    let damage = SpreadsheetDamage(text)
    return damage == .shortenedNumber || damage == .errorValue
  }
}
