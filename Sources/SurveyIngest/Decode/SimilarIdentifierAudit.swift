import SurveyModel

/// Looks for identifiers that differ only in how they are written: by capitals, blanks, signs, or a `.0`.
///
/// Whether they are the same is not guessed; they are taken for two.
struct SimilarIdentifierAudit {
  let sources: [DecodedSource]
  let codebook: Codebook

  func report() {
    for compared in ComparedIdentifiers.all(in: sources) {
      report(compared.keys, of: compared.places, use: compared.use)
    }
  }

  private func report(
    _ keys: KeyPath<DecodedSource, CodedTexts>, of places: [Int], use: Attribute.Use
  ) {
    let coded = places.map { sources[$0][keyPath: keys] }
    let suspects = Self.sharedHashes(coded)
    guard !suspects.isEmpty else { return }
    let usual = usualWriting(coded, suspects)
    for (place, coded) in zip(places, coded) {
      let texts = coded.texts
      let isOther = texts.map { usual[$0].map { usual in usual != "" } ?? false }
      let reasons = zip(texts, isOther).reduce(into: Set<Difference>()) { reasons, text in
        if text.1, let other = usual[text.0] { reasons.formUnion(Difference.all(text.0, other)) }
      }
      report(coded.rows(where: isOther), reasons, of: sources[place], use)
    }
  }

  /// The hashes that several texts have.
  private static func sharedHashes(_ keys: [CodedTexts]) -> Set<UInt64> {
    var hashes: [(form: UInt64, text: UInt64)] = []
    for coded in keys {
      hashes += coded.map { bytes in
        let form =
          IdentifierForm.hash(bytes)
          ?? IdentifierForm(String(decoding: bytes, as: UTF8.self)).hash
        return (form, IdentifierForm.hashOfBytes(bytes))
      }
    }
    hashes.sort { ($0.form, $0.text) < ($1.form, $1.text) }
    return Set(
      zip(hashes, hashes.dropFirst()).filter { $0.0.form == $0.1.form && $0.0.text != $0.1.text }
        .map(\.0.form))
  }

  /// For each text that is written in another way elsewhere the writing that most responses have.
  private func usualWriting(
    _ keys: [CodedTexts], _ suspects: Set<UInt64>
  ) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    var order: [String: Int] = [:]
    for coded in keys {
      for (text, count) in zip(coded.texts, coded.counts) where count > 0 {
        let form = IdentifierForm(text)
        guard !form.bare.isEmpty, suspects.contains(form.hash) else { continue }
        order[text] = order[text] ?? order.count
        counts[form.bare, default: [:]][text, default: 0] += count
      }
    }
    var usual: [String: String] = [:]
    for texts in counts.values where texts.count > 1 {
      let parted = Dictionary(grouping: texts.keys) { IdentifierForm($0).parted }
      // Where signs part the digits in two ways, they are a part of the identifier.
      let signsMatter = parted.keys.count { $0.contains("-") } > 1
      for group in signsMatter ? Array(parted.values) : [Array(texts.keys)] where group.count > 1 {
        let ranked = group.sorted {
          (texts[$1] ?? 0, order[$0] ?? 0) < (texts[$0] ?? 0, order[$1] ?? 0)
        }
        for text in ranked.dropFirst() { usual[text] = ranked[0] }
      }
    }
    return usual
  }

  private func report(
    _ rows: [Int], _ reasons: Set<Difference>, of source: DecodedSource, _ use: Attribute.Use
  ) {
    guard !rows.isEmpty else { return }
    let owner = use == .pair ? "pair" : "respondent"
    let subject = source.file.attribute(use, in: codebook)
    let words = Difference.allCases.filter(reasons.contains).map(\.rawValue)
    source.file.report(
      .similarIdentifiers, rows: rows.map { source.tableRows[$0] }, total: rows.count,
      column: subject?.column.index, subject: subject?.attribute.id,
      "\(counted(rows.count, "response names", "responses name")) a \(owner) by an identifier that another response writes with \(words.joined(separator: " or ")); they are taken for different \(owner)s, so write the identifiers alike in the files"
    )
  }

  /// What makes two writings of an identifier differ.
  enum Difference: String, CaseIterable {
    case capitals = "other capitals"
    case blanks = "other blanks"
    case signs = "other signs"
    case fraction = "`.0` at its end"
    case characters = "characters that look alike"

    static func all(_ one: String, _ other: String) -> Set<Difference> {
      var found: Set<Difference> = []
      let whole = [one, other].map(IdentifierForm.withoutFraction)
      if whole[0] != one || whole[1] != other { found.insert(.fraction) }
      let blanks = whole.map { $0.filter(\.isWhitespace).count }
      if blanks[0] != blanks[1] { found.insert(.blanks) }
      let signs = whole.map { $0.filter { !$0.isLetter && !$0.isNumber && !$0.isWhitespace } }
      if signs[0] != signs[1] { found.insert(.signs) }
      let letters = whole.map { $0.filter { $0.isLetter || $0.isNumber } }
      if letters[0] != letters[1] {
        found.insert(letters[0].lowercased() == letters[1].lowercased() ? .capitals : .characters)
      }
      return found
    }
  }
}
