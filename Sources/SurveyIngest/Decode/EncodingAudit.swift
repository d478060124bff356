import SurveyModel

/// Holds a guessed encoding against the codebook: its language, and its words as another encoding would
/// show them.
struct EncodingAudit {
  let export: ExportTable
  let codebook: Codebook
  let form: Form

  /// The findings of the export, with doubt in the encoding where the codebook gives reason for it.
  var findings: [Finding] {
    guard let guess = export.table.guess, let doubt,
      let place = export.findings.firstIndex(where: { $0.code == .assumedEncoding })
    else { return export.findings }
    var findings = export.findings
    findings[place] = guess.finding(doubt: doubt)
    return findings
  }

  private var doubt: EncodingDoubt? {
    let words = words
    let texts = texts
    // A word that is there as the codebook writes it shows that the guess is right.
    guard texts.isDisjoint(with: words.map(AnswerText.normalized)) else { return nil }
    let better = TextEncoding.allCases.lazy.filter { $0 != export.table.format.encoding }
      .first { encoding in
        words.contains { word in garbled(word, from: encoding).map(texts.contains) ?? false }
      }
    return (better ?? Alphabet.usualEncoding(ofLanguage: codebook.instrument.language))
      .map { EncodingDoubt(better: $0) }
  }

  /// The codebook's words that may stand in the export and hold more than ASCII.
  private var words: Set<String> {
    let scales = form.items.map(\.responseScale)
    let options = scales.flatMap { scale in
      scale.options.flatMap { [$0.label] + $0.aliases }
        + scale.nonSubstantive.flatMap { [$0.label] + $0.aliases }
    }
    let ticked = form.multiSelects.flatMap(\.options).flatMap { [$0.label] + $0.aliases }
    let attributes = codebook.attributes(of: form.id).flatMap {
      ($0.options ?? []) + $0.columnNames
    }
    let columns = form.items.flatMap { [$0.stem] + $0.columnNames }
    return Set(
      (options + ticked + attributes + columns).filter { !$0.utf8.allSatisfy { $0 < 0x80 } })
  }

  /// The texts of the export's header and of its columns of few texts.
  private var texts: Set<String> {
    let cells = export.table.columns.flatMap { ($0.texts ?? []) + [$0.name] }
    let labels = export.facts.compactMap(\.label)
    return Set(
      (cells + labels).filter { !$0.utf8.allSatisfy { $0 < 0x80 } }.map(AnswerText.normalized))
  }

  /// A word in another encoding, as the guessed one shows it; nil where one of them lacks a letter, or
  /// both show the same.
  private func garbled(_ word: String, from encoding: TextEncoding) -> String? {
    guard let written = SingleByteTable.scalars(of: encoding),
      let shown = SingleByteTable.scalars(of: export.table.format.encoding)
    else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar.value < 0x80 {
        result.append(scalar)
      } else if let place = written.firstIndex(of: UInt16(truncatingIfNeeded: scalar.value)),
        shown[place] != 0, let other = Unicode.Scalar(shown[place])
      {
        result.append(other)
      } else {
        return nil
      }
    }
    let text = String(result)
    return text == word ? nil : AnswerText.normalized(text)
  }
}
