/// One file as a survey tool would have exported it.
package struct SyntheticExport: Hashable, Sendable {
  /// The form its rows are answers to.
  package let formID: String
  /// The wave its rows belong to; nil where there is none.
  package let waveID: String?
  /// Header records, as many as the dialect has.
  package let headers: [[String]]
  /// One record for each response.
  package let rows: [[String]]

  /// A file of the given records, all of one width.
  package init(formID: String, waveID: String?, headers: [[String]], rows: [[String]]) {
    self.formID = formID
    self.waveID = waveID
    self.headers = headers
    self.rows = rows
  }

  /// `mentor-early.csv`
  package var fileName: String {
    ([formID] + (waveID.map { [$0] } ?? [])).joined(separator: "-") + ".csv"
  }

  /// The file's text: comma-separated, quoted where needed, each record ended by a line feed.
  package var csv: String {
    var text = ""
    for record in headers + rows {
      text += record.map(Self.quoted).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  /// A cell, in quotes where it holds a quote, a comma or a line break (RFC 4180).
  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
