import SurveyModel

/// Looks for numbers that name a person or a pair and lost their leading zeros in a spreadsheet.
struct LeadingZeroAudit {
  let sources: [DecodedSource]
  let codebook: Codebook
  let findings: FindingCollector

  func report() {
    for compared in ComparedIdentifiers.all(in: sources) {
      report(compared.keys, of: compared.places, use: compared.use)
    }
  }

  private func report(
    _ keys: KeyPath<DecodedSource, CodedTexts>, of places: [Int], use: Attribute.Use
  ) {
    var padded: [Substring: String] = [:]
    for place in places {
      let coded = sources[place][keyPath: keys]
      let isZero = coded.marks { $0.first == UInt8(ascii: "0") }
      for code in Set(coded.rows(where: isZero).map { coded.codes[$0] }) {
        let key = coded.text(at: Int(code))
        guard let bare = Self.withoutZeros(key) else { continue }
        if key.utf8.count > padded[bare]?.utf8.count ?? 0 { padded[bare] = key }
      }
    }
    guard !padded.isEmpty else { return }
    for place in places {
      let coded = sources[place][keyPath: keys]
      let isShort = coded.texts.map { key in
        guard let bare = Self.withoutZeros(key), let other = padded[bare] else { return false }
        return key.utf8.count < other.utf8.count
      }
      report(coded.rows(where: isShort), of: sources[place], use)
    }
  }

  private func report(_ rows: [Int], of source: DecodedSource, _ use: Attribute.Use) {
    guard !rows.isEmpty else { return }
    let owner = use == .pair ? "pair" : "respondent"
    let subject = source.file.attribute(use, in: codebook)
    source.file.report(
      .lostLeadingZeros, rows: rows.map { source.tableRows[$0] }, total: rows.count,
      column: subject?.column.index, subject: subject?.attribute.id,
      "\(counted(rows.count, "response names", "responses name")) a \(owner) by a number that another response writes with leading zeros, as spreadsheets drop them; they are taken for different \(owner)s, so export again or write the zeros into the file"
    )
  }

  /// The digits of a number after its leading zeros; nil for any other text.
  private static func withoutZeros(_ key: String) -> Substring? {
    guard key.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    let bare = key.drop { $0 == "0" }
    return bare.isEmpty ? nil : bare
  }
}
