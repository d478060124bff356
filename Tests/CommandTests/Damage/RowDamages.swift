import NumericTestSupport
import SurveyModel

extension Damage {
  /// Damages of whole records.
  static let ofRows: [Damage] = [
    .rows("a record is cut short") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      let count = sheet.records[record].cells.count
      sheet.records[record].cells.removeLast(Int.random(in: 1..<count, using: &random))
      // What is left would be a blank line, which is no record.
      if sheet.records[record].cells == [""] { return nil }
      return .record(record, of: sheet, .raggedRow)
    },
    .rows("a record is longer") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      let place = Int.random(in: 0...sheet.records[record].cells.count, using: &random)
      sheet.records[record].cells.insert("x", at: place)
      return .record(record, of: sheet, .raggedRow)
    },
    .rows("cells are merged") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      let place = Int.random(in: 1..<sheet.records[record].cells.count, using: &random)
      sheet.records[record].cells[place - 1] += " " + sheet.records[record].cells.remove(at: place)
      return .record(record, of: sheet, .raggedRow)
    },
    .rows("another delimiter in one record") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      sheet.records[record].delimiter = sheet.delimiter == ";" ? "," : ";"
      return .record(record, of: sheet, .raggedRow, .strayQuote)
    },
    .rows("a record twice") { sheet, base, random in
      guard
        let (record, _) = base.filledCell([.respondent], in: sheet, &random)
      else { return nil }
      let copy = sheet.records[record].copy
      let places = sheet.responses + [sheet.records.count]
      guard let place = places.randomElement(using: &random) else { return nil }
      sheet.records.insert(copy, at: place)
      return DamageMark(records: nil, codes: [.duplicateResponse, .undecidedDuplicate])
    },
    .rows("two records change places") { sheet, _, random in
      let places = sheet.freshResponses.shuffled(using: &random).prefix(2)
      guard places.count == 2 else { return nil }
      sheet.records.swapAt(places[0], places[1])
      return .harmless
    },
    .rows("a blank line") { sheet, _, random in
      let text = ["", " ", "\t"].randomElement(using: &random) ?? ""
      sheet.insert([text], &random)
      // In quotes a blank is a text.
      return sheet.quotesAll ? .whole(.raggedRow) : .harmless
    },
    .rows("a record of delimiters only") { sheet, _, random in
      sheet.insert([String](repeating: "", count: sheet.names.count), &random)
      return .whole(.emptyRecord)
    },
    .rows("a NUL byte") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      let share = Double.random(in: 0..<1, using: &random)
      sheet.records[record].edits.append { bytes in
        let place = Int(share * Double(bytes.count))
        return bytes[..<place] + [0] + bytes[place...]
      }
      return .record(record, of: sheet, .binaryFile)
    },
    .rows("a quote is lost") { sheet, _, random in
      let quoted = sheet.freshResponses.filter { place in
        sheet.records[place].cells.contains { $0.contains("\"") || $0.contains(sheet.delimiter) }
      }
      guard let record = quoted.randomElement(using: &random) else { return nil }
      let share = Double.random(in: 0..<1, using: &random)
      sheet.records[record].edits.append { bytes in
        let quotes = bytes.indices.filter { bytes[$0] == 0x22 }
        guard !quotes.isEmpty else { return bytes }
        var bytes = bytes
        bytes.remove(at: quotes[Int(share * Double(quotes.count))])
        return bytes
      }
      return .quote(record, of: sheet)
    },
    .rows("a quote too many") { sheet, _, random in
      guard let record = sheet.freshResponses.randomElement(using: &random) else { return nil }
      let share = Double.random(in: 0..<1, using: &random)
      sheet.records[record].edits.append { bytes in
        let place = Int(share * Double(bytes.count + 1))
        return bytes[..<place] + [0x22] + bytes[place...]
      }
      return .quote(record, of: sheet)
    },
    .rows("a second header") { sheet, _, random in
      let headers = sheet.records.filter(\.isHeader)
      let places = sheet.responses + [sheet.records.count]
      guard let place = places.randomElement(using: &random) else { return nil }
      for (offset, header) in headers.enumerated() {
        sheet.records.insert(.init(cells: header.cells), at: place + offset)
      }
      return .put(place..<place + headers.count, in: sheet)
    },
    .rows("a row of totals") { sheet, base, random in
      let isMean = Bool.random(using: &random)
      var cells = [String](repeating: "", count: sheet.names.count)
      for column in base.columns([.number, .answer], in: sheet) {
        let values = sheet.responses.compactMap { Double(sheet.records[$0].cells[safe: column]) }
        guard !values.isEmpty else { continue }
        let sum = values.reduce(0, +)
        cells[column] = String(isMean ? sum / Double(values.count) : sum)
      }
      cells[0] = isMean ? "Mean" : ["Total", "Sum", "Summe"].randomElement(using: &random) ?? ""
      sheet.records.append(.init(cells: cells))
      return .put(sheet.records.count - 1..<sheet.records.count, in: sheet)
    },
  ]
}

extension DamageMark {
  /// A quote out of place: what follows may be swallowed.
  fileprivate static func quote(_ record: Int, of sheet: ExportSheet) -> DamageMark {
    var mark = DamageMark.record(
      record, of: sheet, .strayQuote, .raggedRow, .unterminatedQuote, .unmatchedAnswer,
      .outOfRange, .unknownCategory, .similarCategories, .missingConsent, .unknownPair,
      .swallowedRecord, .bareQuote)
    mark.records = sheet.records[record...].map(\.id)
    return mark
  }

  /// Records that are no responses.
  fileprivate static func put(_ places: Range<Int>, in sheet: ExportSheet) -> DamageMark {
    DamageMark(
      records: sheet.records[places].map(\.id),
      codes: [
        .unmatchedAnswer, .outOfRange, .unknownCategory, .repeatedHeader, .summaryRow,
      ])
  }
}

extension ExportSheet {
  fileprivate mutating func insert(_ cells: [String], _ random: inout SeededGenerator) {
    let places = responses + [records.count]
    records.insert(Record(cells: cells), at: places.randomElement(using: &random) ?? 0)
  }
}

extension [String] {
  fileprivate subscript(safe index: Int) -> String { index < count ? self[index] : "" }
}
