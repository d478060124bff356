import NumericTestSupport
import SurveyModel

extension Damage {
  /// Damages of single cells.
  static let ofCells: [Damage] = [
    .rows("an answer is misspelt") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.answer], in: sheet, &random, where: { $0.count > 4 })
      else { return nil }
      sheet.records[record].cells[column].misspell(&random)
      return .record(record, of: sheet, .unmatchedAnswer, .spreadsheetDamage)
    },
    .rows("a category is misspelt") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.category], in: sheet, &random, where: { $0.count > 4 })
      else { return nil }
      sheet.records[record].cells[column].misspell(&random)
      return .record(record, of: sheet, .unknownCategory, .similarCategories)
    },
    .rows("a code is out of range") { sheet, base, random in
      guard let (record, column) = base.filledCell([.answer], in: sheet, &random) else {
        return nil
      }
      sheet.records[record].cells[column] =
        ["77", "-5", "1000", "6.5", "0x3"].randomElement(using: &random) ?? ""
      return .record(record, of: sheet, .outOfRange, .unmatchedAnswer)
    },
    .rows("an identifier is shortened") { sheet, base, random in
      guard let (record, column) = base.filledCell([.respondent, .pair], in: sheet, &random)
      else { return nil }
      sheet.records[record].cells[column] = "1.14628E+11"
      return .record(record, of: sheet, .damagedIdentifier)
    },
    .rows("an identifier loses its zeros") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.respondent, .pair], in: sheet, &random, where: { $0.hasPrefix("0") })
      else { return nil }
      let text = sheet.records[record].cells[column]
      sheet.records[record].cells[column] = String(text.drop { $0 == "0" })
      return .record(record, of: sheet, .lostLeadingZeros, .unknownPair)
    },
    .rows("a date is changed") { sheet, base, random in
      guard let (record, column) = base.filledCell([.submitted], in: sheet, &random) else {
        return nil
      }
      sheet.records[record].cells[column] =
        ["13/45/2025", "2025-02-30 10:00", "3/4/2025 10:00", "1900-01-01", "yesterday", "45717.4"]
        .randomElement(using: &random) ?? ""
      return .record(
        record, of: sheet, .unreadableDate, .ambiguousDate, .implausibleDate, .undecidedDuplicate)
    },
    .rows("a cell becomes a date") { sheet, base, random in
      guard let (record, column) = base.filledCell([.answer, .number], in: sheet, &random) else {
        return nil
      }
      sheet.records[record].cells[column] =
        ["3-May", "05.03.2025", "Mar-24"].randomElement(using: &random) ?? ""
      return .record(record, of: sheet, .spreadsheetDamage)
    },
    .rows("a cell becomes an error value") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.answer, .number, .category, .tick, .respondent, .pair], in: sheet, &random)
      else { return nil }
      sheet.records[record].cells[column] =
        ["#NAME?", "#REF!", "#N/A", "########"].randomElement(using: &random) ?? ""
      return .record(record, of: sheet, .spreadsheetDamage, .damagedIdentifier)
    },
    .rows("a number is a word") { sheet, base, random in
      guard let (record, column) = base.filledCell([.number], in: sheet, &random) else {
        return nil
      }
      sheet.records[record].cells[column] =
        ["twelve", "12 months", "ca. 3", "1 or 2", "-"].randomElement(using: &random) ?? ""
      return .record(record, of: sheet, .outOfRange)
    },
    .rows("a number parts its thousands") { sheet, base, random in
      guard let (record, column) = base.filledCell([.number], in: sheet, &random) else {
        return nil
      }
      sheet.records[record].cells[column] =
        ["1,234", "1.234,5", "1'234", "1 234"].randomElement(using: &random) ?? ""
      return .record(record, of: sheet, .ambiguousNumber, .outOfRange)
    },
    .rows("a number gets a decimal comma") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.number, .answer], in: sheet, &random, where: { Int($0).map { $0 >= 0 } ?? false })
      else { return nil }
      sheet.records[record].cells[column] += ",0"
      return .harmless
    },
    .rows("spaces of other kinds") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.answer, .category, .respondent, .pair, .consent, .number, .status], in: sheet, &random)
      else { return nil }
      let isUnicode = ![.windows1252, .iso8859_1].contains(sheet.encoding)
      let spaces = isUnicode ? ["\u{A0}", "\u{2009}", " ", "\u{3000}"] : ["\u{A0}", " "]
      let space = spaces.randomElement(using: &random) ?? ""
      let text = sheet.records[record].cells[column]
      sheet.records[record].cells[column] =
        Bool.random(using: &random)
        ? text.replacing(" ", with: space) + space : space + text + " "
      return .record(
        record, of: sheet, .unmatchedAnswer, .unknownCategory, .similarCategories)
    },
    .rows("smart quotes") { sheet, base, random in
      guard let (record, column) = base.filledCell([.answer, .category], in: sheet, &random)
      else { return nil }
      let text = sheet.records[record].cells[column]
      sheet.records[record].cells[column] = "“" + text.replacing("'", with: "’") + "”"
      return .record(
        record, of: sheet, .unmatchedAnswer, .unknownCategory, .outOfRange, .similarCategories)
    },
    .rows("capitals") { sheet, base, random in
      guard
        let (record, column) = base.filledCell([.answer, .consent, .status], in: sheet, &random)
      else { return nil }
      sheet.records[record].cells[column] = sheet.records[record].cells[column].uppercased()
      return .record(record, of: sheet, .unmatchedAnswer, .unknownStatus)
    },
    .rows("a bit is flipped") { sheet, base, random in
      guard
        let (record, column) = base.filledCell(
          [.answer, .category, .status, .consent], in: sheet, &random,
          where: { $0.count > 4 || $0 == "yes" })
      else { return nil }
      var bytes = Array(sheet.records[record].cells[column].utf8)
      let place = Int.random(in: bytes.indices, using: &random)
      let isDigit = (0x30...0x39).contains(bytes[place])
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      // Another year is as good a year.
      if isDigit, (0x30...0x39).contains(bytes[place]) { return nil }
      sheet.records[record].write(bytes, in: column)
      return .record(
        record, of: sheet, .unmatchedAnswer, .unknownCategory, .similarCategories, .outOfRange,
        .raggedRow, .strayQuote, .unterminatedQuote, .invalidEncoding, .assumedEncoding,
        .binaryFile, .missingConsent, .unknownStatus, .spreadsheetDamage, .swallowedRecord,
        .bareQuote)
    },
  ]
}

extension String {
  /// Changes, drops, doubles or swaps one letter; another digit would be another right answer.
  fileprivate mutating func misspell(_ random: inout SeededGenerator) {
    var letters = Array(self)
    guard
      let place = letters.indices.dropLast().filter({ letters[$0].isLetter })
        .randomElement(using: &random)
    else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters[place] = letters[place] == "x" ? "z" : "x"
    case 1: letters.remove(at: place)
    case 2: letters.insert(letters[place] == " " ? "x" : letters[place], at: place)
    default:
      let next = place + 1
      guard letters[next].isLetter, letters[place] != letters[next] else {
        return letters.append("q")
      }
      letters.swapAt(place, next)
    }
    self = String(letters)
  }
}

extension ExportSheet.Record {
  /// Puts bytes in place of a cell, whatever they are.
  fileprivate mutating func write(_ bytes: [UInt8], in column: Int) {
    let token = Array("\u{1A}cell\u{1A}".utf8)
    cells[column] = String(decoding: token, as: UTF8.self)
    edits.append { record in
      guard let place = record.indices.first(where: { record[$0...].starts(with: token) }) else {
        return record
      }
      return record[..<place] + bytes + record[(place + token.count)...]
    }
  }
}
