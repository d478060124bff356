/// Digests of the responses behind a report: enough to tell how many of them, of how many persons,
/// stand behind another report, too, and nothing more.
///
/// A digest is made of a salt of the study and what it stands for: a response, with who answered and
/// every answer; a person; a person's partner. Equal digests are equal responses of one person; what
/// they said, and who they are, can't be read from them.
struct ResponseDigests: Hashable {
  /// One response.
  struct Response: Hashable {
    /// Stands for the response.
    let digest: UInt64
    /// Stands for the person who gave it; nil where that is not known.
    let person: UInt64?
    /// Stands for the person they are paired with; nil without pairs, or where that is not known.
    let partner: UInt64?
  }

  /// The responses to one form in one wave.
  struct Group: Hashable {
    /// The form's id.
    let formID: String
    /// The wave's id; empty where the study has none.
    let waveID: String
    /// One for each response, by digest.
    let responses: [Response]
  }

  /// One for each form and wave that has responses.
  let groups: [Group]
}

extension ResponseDigests {
  /// The digests as they are kept: a line that names form and wave, then a line a response.
  var text: String {
    groups.map { group in
      "group\t\(group.formID)\t\(group.waveID)\n"
        + group.responses.map { response in
          [response.digest, response.person, response.partner].map(Self.hexadecimal)
            .joined(separator: "\t") + "\n"
        }.joined()
    }.joined()
  }

  private static func hexadecimal(_ digest: UInt64?) -> String {
    guard let digest else { return "-" }
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Reads what `text` wrote; nil for anything else.
  init?(parsing text: String) {
    var groups: [Group] = []
    var open: (form: String, wave: String, responses: [Response])?
    func closed() -> [Group] {
      open.map { [Group(formID: $0.form, waveID: $0.wave, responses: $0.responses)] } ?? []
    }
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { return nil }
      if fields[0] == "group" {
        groups += closed()
        open = (String(fields[1]), String(fields[2]), [])
      } else if open != nil, let digest = UInt64(fields[0], radix: 16) {
        open?.responses.append(
          Response(
            digest: digest, person: UInt64(fields[1], radix: 16),
            partner: UInt64(fields[2], radix: 16)))
      } else {
        return nil
      }
    }
    self.groups = groups + closed()
  }
}
