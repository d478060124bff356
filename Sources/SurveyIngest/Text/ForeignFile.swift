/// Kinds of files that people take for a table of text, known by their first bytes.
enum ForeignFile {
  private static let kinds: [(name: String, magic: [UInt8])] = [
    ("an Excel workbook or another zip archive", [0x50, 0x4B, 0x03, 0x04]),
    ("an Excel workbook of the old kind", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("an SPSS file", Array("$FL2".utf8)), ("an SPSS file", Array("$FL3".utf8)),
    ("a Stata file", Array("<stata_dta>".utf8)), ("a PDF document", Array("%PDF-".utf8)),
    ("packed with bzip2", Array("BZh".utf8)),
    ("packed with xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    ("packed with zstd", [0x28, 0xB5, 0x2F, 0xFD]),
  ]

  /// What the file is, with its article; nil where it is none of these.
  static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    kinds.first { bytes.starts(with: $0.magic) }?.name
  }

  /// Texts of another kind, by what they begin with, blanks left out.
  private static let textKinds: [(name: String, starts: [String])] = [
    // What a browser saves where a login page came in place of the export.
    ("a web page", ["<!doctypehtml", "<html"]),
    ("XML", ["<?xml"]),
    ("JSON", ["[{", "{\""]),
  ]

  /// What a text that is no table is; nil where it may be one.
  static func textKind(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = String(decoding: bytes.dropFirst(mark).prefix(256), as: UTF8.self).lowercased()
      .filter { !$0.isWhitespace }
    return textKinds.first { $0.starts.contains(where: start.hasPrefix) }?.name
  }
}
