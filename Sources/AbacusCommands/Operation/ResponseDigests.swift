import SurveyModel

/// Digests of the responses behind a report: enough to tell how many of them stand behind another
/// report, too, and nothing more.
///
/// A digest is made of a salt of the study, the wave, who answered, and every answer. Equal digests
/// are equal responses of one person; what they said can't be read from them.
struct ResponseDigests: Hashable {
  /// The responses to one form in one wave.
  struct Group: Hashable {
    /// The form's id.
    let formID: String
    /// The wave's id.
    let waveID: String
    /// One for each response, ascending.
    let digests: [UInt64]
  }

  /// One for each form and wave that has responses.
  let groups: [Group]
}

extension ResponseDigests {
  /// The digests of a dataset.
  ///
  /// - Parameter dataset: read with who the persons are, where that is known.
  init(_ dataset: SurveyDataset, salt: String) {
    groups = dataset.forms.flatMap { responses in
      dataset.waves.indices.compactMap { wave -> Group? in
        let rows = responses.rows(inWave: wave)
        guard !rows.isEmpty else { return nil }
        let writer = ResponseDigester(responses, salt: salt)
        return Group(
          formID: responses.form.id, waveID: dataset.waves[wave].id,
          digests: rows.map { writer.digest(ofRow: Int($0)) }.sorted())
      }
    }
  }

  /// How many responses of a group are in another one, too; both ascending.
  static func sharedCount(_ first: [UInt64], _ second: [UInt64]) -> Int {
    var (left, right, count) = (0, 0, 0)
    while left < first.count, right < second.count {
      if first[left] == second[right] {
        count += 1
        left += 1
        right += 1
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }
}

/// Makes the digests of the responses to one form.
private struct ResponseDigester {
  let responses: FormResponses
  let salt: String
  let items: [CodedColumn]
  let multiSelects: [MultiSelectColumn]
  let texts: [TextColumn]
  let categories: [CategoryColumn]
  let numbers: [NumberColumn]

  init(_ responses: FormResponses, salt: String) {
    func ordered<Column>(_ columns: [String: Column]) -> [Column] {
      columns.sorted { $0.key < $1.key }.map(\.value)
    }
    self.responses = responses
    self.salt = salt
    items = ordered(responses.items)
    multiSelects = ordered(responses.multiSelects)
    texts = ordered(responses.texts)
    categories = ordered(responses.categories)
    numbers = ordered(responses.numbers)
  }

  /// The digest of one response.
  func digest(ofRow row: Int) -> UInt64 {
    var hash = SHA256()
    hash.update(salt.utf8Span.span.bytes)
    if let identities = responses.identities {
      add(identities.respondents.cells[row], to: &hash)
      add(identities.pairs.cells[row], to: &hash)
    }
    let codes = items.map { $0.cells[row] }
    hash.update(codes.span.bytes)
    let ticks = multiSelects.map { $0.ticks[row] << 2 | UInt64($0.states[row].rawValue) }
    hash.update(ticks.span.bytes)
    for column in categories {
      let cell = Int(column.cells[row])
      add(cell < 0 ? nil : column.categories[cell], to: &hash)
    }
    let bits = numbers.map { $0.cells[row]?.bitPattern ?? .max }
    hash.update(bits.span.bytes)
    for column in texts { add(column.cells[row], to: &hash) }
    return hash.finish().bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Adds a text and its end, so that no two rows of texts read alike.
  private func add(_ text: String?, to hash: inout SHA256) {
    let bytes = Array((text ?? "\u{0}").utf8) + [0xFF]
    hash.update(bytes.span.bytes)
  }
}

extension ResponseDigests {
  /// The digests as they are kept: a line that names form and wave, then a line a response.
  var text: String {
    groups.map { group in
      "group\t\(group.formID)\t\(group.waveID)\n"
        + group.digests.map { Self.hexadecimal($0) + "\n" }.joined()
    }.joined()
  }

  private static func hexadecimal(_ digest: UInt64) -> String {
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Reads what `text` wrote; nil for anything else.
  init?(parsing text: String) {
    var groups: [Group] = []
    var open: (form: String, wave: String, digests: [UInt64])?
    func closed() -> [Group] {
      open.map { [Group(formID: $0.form, waveID: $0.wave, digests: $0.digests)] } ?? []
    }
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count == 3, fields[0] == "group" {
        groups += closed()
        open = (String(fields[1]), String(fields[2]), [])
      } else if fields.count == 1, open != nil, let digest = UInt64(line, radix: 16) {
        open?.digests.append(digest)
      } else {
        return nil
      }
    }
    self.groups = groups + closed()
  }
}
