import SurveyAnalysis
import SurveyModel

extension ResponseDigests {
  /// The digests of a dataset.
  ///
  /// - Parameters:
  ///   - dataset: read with who the persons are.
  ///   - salt: what makes the digests the study's own.
  init(_ dataset: SurveyDataset, salt: String) {
    let links = PersonLinks(dataset)
    groups = dataset.forms.flatMap { responses in
      let digester = ResponseDigester(responses, in: dataset, links: links, salt: salt)
      return dataset.waves.indices.compactMap { wave -> Group? in
        let rows = responses.rows(inWave: wave)
        guard !rows.isEmpty else { return nil }
        return Group(
          formID: responses.form.id, waveID: dataset.waves[wave].id,
          responses: digester.digests(of: rows).sorted { $0.digest < $1.digest })
      }
    }
  }
}

/// Makes the digests of the responses to one form.
private struct ResponseDigester {
  let responses: FormResponses
  let links: PersonLinks
  /// The other form of the pairs.
  let other: FormResponses?
  /// The name of each of its persons, by number.
  let otherNames: [String?]
  let salt: String
  let items: [CodedColumn]
  let multiSelects: [MultiSelectColumn]
  let texts: [TextColumn]
  let categories: [CategoryColumn]
  let numbers: [NumberColumn]

  init(_ responses: FormResponses, in dataset: SurveyDataset, links: PersonLinks, salt: String) {
    func ordered<Column>(_ columns: [String: Column]) -> [Column] {
      columns.sorted { $0.key < $1.key }.map(\.value)
    }
    self.responses = responses
    self.links = links
    self.salt = salt
    other = dataset.forms.first { $0.pairs != nil && $0.form.id != responses.form.id }
    otherNames = other.map { Self.names(of: $0) } ?? []
    items = ordered(responses.items)
    multiSelects = ordered(responses.multiSelects)
    texts = ordered(responses.texts)
    categories = ordered(responses.categories)
    numbers = ordered(responses.numbers)
  }

  private static func names(of responses: FormResponses) -> [String?] {
    var names = [String?](repeating: nil, count: responses.personCount)
    guard let respondents = responses.identities?.respondents else { return names }
    for (row, person) in responses.persons.enumerated() where person >= 0 {
      names[Int(person)] = respondents.cells[row]
    }
    return names
  }

  /// The digests of some responses.
  func digests(of rows: [Int32]) -> [ResponseDigests.Response] {
    let partners = links.partners(of: rows, in: responses)
    return rows.enumerated().map { place, row in
      ResponseDigests.Response(
        digest: response(Int(row)), person: person(Int(row)),
        partner: partners.isEmpty ? nil : partner(partners[place], Int(row)))
    }
  }

  private func person(_ row: Int) -> UInt64? {
    guard let name = responses.identities?.respondents.cells[row] else { return nil }
    return digest("person", responses.form.id, name)
  }

  /// The person a response is paired with: known by name where they answered, else by the pair.
  private func partner(_ partner: Int32, _ row: Int) -> UInt64? {
    guard partner >= 0, let other else { return nil }
    if Int(partner) < other.personCount {
      return otherNames[Int(partner)].map { digest("person", other.form.id, $0) }
    }
    return responses.identities?.pairs.cells[row].map { digest("pair", $0) }
  }

  private func digest(_ words: String...) -> UInt64 {
    var hash = SHA256()
    for word in [salt] + words { add(word, to: &hash) }
    return Self.short(hash)
  }

  /// The digest of one response.
  private func response(_ row: Int) -> UInt64 {
    var hash = SHA256()
    add(salt, to: &hash)
    if let identities = responses.identities {
      add(identities.respondents.cells[row], to: &hash)
      add(identities.pairs.cells[row], to: &hash)
    }
    let codes = items.map { $0.cells[row] }
    hash.update(codes.span.bytes)
    let ticks = multiSelects.map { column in
      // A fifth state does not fit into two bits; 0 is free, because an answer has a tick.
      column.states[row] == .brokenOff
        ? 0 : column.ticks[row] << 2 | UInt64(column.states[row].rawValue)
    }
    hash.update(ticks.span.bytes)
    for column in categories {
      let cell = Int(column.cells[row])
      add(cell < 0 ? nil : column.categories[cell], to: &hash)
    }
    let bits = numbers.map { $0.cells[row]?.bitPattern ?? .max }
    hash.update(bits.span.bytes)
    for column in texts { add(column.cells[row], to: &hash) }
    return Self.short(hash)
  }

  /// Adds a text and its end, so that no two rows of texts read alike.
  private func add(_ text: String?, to hash: inout SHA256) {
    let bytes = Array((text ?? "\u{0}").utf8) + [0xFF]
    hash.update(bytes.span.bytes)
  }

  private static func short(_ hash: SHA256) -> UInt64 {
    hash.finish().bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
