import NumericTestSupport
import SurveyModel

extension Damage {
  /// Damages of the file as a whole.
  static let ofFiles: [Damage] = [
    .file("a byte-order mark") { sheet, _, _ in
      sheet.hasMark = true
      return .harmless
    },
    .file("another encoding") { sheet, _, random in
      sheet.encoding =
        [.utf16LittleEndian, .utf16BigEndian, .windows1252, .iso8859_1]
        .randomElement(using: &random) ?? .utf8
      sheet.hasMark = [.utf16LittleEndian, .utf16BigEndian].contains(sheet.encoding)
      return .whole(.assumedEncoding)
    },
    .file("other line ends") { sheet, _, random in
      sheet.lineEnd = ["\r\n", "\r"].randomElement(using: &random) ?? ""
      return .harmless
    },
    .file("mixed line ends") { sheet, _, random in
      for place in sheet.records.indices {
        sheet.records[place].lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random)
      }
      return .harmless
    },
    .file("another delimiter") { sheet, _, random in
      sheet.delimiter = [";", "\t", "|"].randomElement(using: &random) ?? ","
      return .harmless
    },
    .file("quotes around every cell") { sheet, _, _ in
      sheet.quotesAll = true
      return .harmless
    },
    .file("a delimiter at the end of every record") { sheet, _, random in
      let isInHeader = Bool.random(using: &random)
      for place in sheet.records.indices where isInHeader || !sheet.records[place].isHeader {
        sheet.records[place].cells.append("")
      }
      return isInHeader ? .harmless : .whole(.raggedRow)
    },
    .file("a title above the header") { sheet, _, random in
      let title = ["Export of 2025-03-31", "Mentoring, spring"].randomElement(using: &random) ?? ""
      sheet.records.insert(.init(cells: [title], isHeader: true), at: 0)
      return .whole(.missingColumn, .noResponses)
    },
    .file("a header of groups") { sheet, _, _ in
      var cells = [String](repeating: "", count: sheet.names.count)
      cells[0] = "Answers"
      sheet.records.insert(.init(cells: cells, isHeader: true), at: 0)
      return .whole(.missingColumn)
    },
    .file("a header record is lost") { sheet, _, random in
      let headers = sheet.records.indices.filter { sheet.records[$0].isHeader }
      guard let place = headers.randomElement(using: &random) else { return nil }
      sheet.records.remove(at: place)
      return .whole(
        .missingColumn, .unmatchedAnswer, .wrongForm, .wrongDialect, .incompleteHeader)
    },
    .file("the file is cut") { sheet, base, random in
      let ends = sheet.ends()
      let first = ends[sheet.records.count { $0.isHeader } - 1]
      guard let all = ends.last, all > first + 2 else { return nil }
      let end = Int.random(in: first + 1..<all, using: &random)
      // Part of a number may be a number.
      let place = ends.firstIndex { $0 > end } ?? 0
      sheet.cutCount = all - end
      let later = sheet.records[(place + 1)...].compactMap(\.origin)
      return DamageMark(
        origins: Set(sheet.records[place].origin.map { [$0] } ?? []), lost: Set(later),
        records: nil,
        codes: [
          .raggedRow, .unterminatedQuote, .unmatchedAnswer, .unknownCategory, .noResponses,
        ])
    },
  ]

  /// Damages of columns.
  static let ofColumns: [Damage] = [
    .file("a column is removed") { sheet, base, random in
      guard let column = sheet.anyColumn(&random) else { return nil }
      for place in sheet.records.indices { sheet.records[place].cells.remove(at: column) }
      return .whole(
        .missingColumn, .missingRespondent, .unknownPair, .undecidedDuplicate, .missingAttribute,
        .incompleteHeader)
    },
    .file("a column is renamed") { sheet, _, random in
      guard let column = sheet.anyColumn(&random) else { return nil }
      sheet.records[0].cells[column] +=
        ["2", " copy", "\u{A0}", "_"].randomElement(using: &random) ?? ""
      return .whole(
        .missingColumn, .missingRespondent, .unknownPair, .undecidedDuplicate, .unusedColumn,
        .missingAttribute, .incompleteHeader)
    },
    .file("a column twice") { sheet, _, random in
      guard let column = sheet.anyColumn(&random) else { return nil }
      for place in sheet.records.indices {
        let cell = sheet.records[place].cells[column]
        sheet.records[place].cells.append(cell)
      }
      return .whole(.duplicateColumn)
    },
    .file("columns in another order") { sheet, _, random in
      let order = sheet.names.indices.shuffled(using: &random)
      for place in sheet.records.indices {
        let cells = sheet.records[place].cells
        guard cells.count == order.count else { return nil }
        sheet.records[place].cells = order.map { cells[$0] }
      }
      // Where responses broke off is told by the order.
      return .whole(.columnOrder)
    },
    .file("two columns exchange their names") { sheet, base, random in
      guard sheet.records.count(where: \.isHeader) > 1 else { return nil }
      let columns = base.columns([.answer], in: sheet).shuffled(using: &random)
      guard columns.count > 1 else { return nil }
      sheet.records[0].cells.swapAt(columns[0], columns[1])
      return .whole(.anotherWording)
    },
    .file("a column holds something else") { sheet, base, random in
      let columns = base.columns([.answer, .number, .pair], in: sheet)
      guard let column = columns.randomElement(using: &random) else { return nil }
      let isDate = Bool.random(using: &random)
      for (number, place) in sheet.responses.enumerated()
      where column < sheet.records[place].cells.count {
        sheet.records[place].cells[column] =
          isDate ? "2025-03-0\(number % 9 + 1)" : "1.1462\(number % 10)E+11"
      }
      return .whole(
        .unmatchedAnswer, .outOfRange, .spreadsheetDamage, .damagedIdentifier, .unknownPair)
    },
    .file("identifiers lose their zeros") { sheet, base, random in
      let columns = base.columns([.pair], in: sheet)
      guard let column = columns.randomElement(using: &random) else { return nil }
      var isChanged = false
      for place in sheet.responses where column < sheet.records[place].cells.count {
        let text = sheet.records[place].cells[column]
        guard text.hasPrefix("0") else { continue }
        isChanged = true
        sheet.records[place].cells[column] = String(text.drop { $0 == "0" })
      }
      return isChanged ? .whole(.lostLeadingZeros) : nil
    },
    .file("dates in local order") { sheet, base, random in
      let columns = base.columns([.submitted], in: sheet)
      guard let column = columns.randomElement(using: &random) else { return nil }
      for place in sheet.responses where column < sheet.records[place].cells.count {
        let parts = sheet.records[place].cells[column].split { $0 == "-" || $0 == " " }
        guard parts.count == 4 else { continue }
        sheet.records[place].cells[column] = "\(parts[1])/\(parts[2])/\(parts[0]) \(parts[3])"
      }
      return .whole(.ambiguousDate, .undecidedDuplicate)
    },
  ]
}

extension ExportSheet {
  fileprivate func anyColumn(_ random: inout SeededGenerator) -> Int? {
    let width = records.map(\.cells.count).min() ?? 0
    return width > 1 ? Int.random(in: 0..<width, using: &random) : nil
  }
}
