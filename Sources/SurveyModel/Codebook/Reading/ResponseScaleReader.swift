/// Reads `response_scales` of a codebook.
struct ResponseScaleReader {
  let findings: FindingCollector

  func read(_ top: ConfigSection) -> [String: ResponseScale] {
    var scales: [String: ResponseScale] = [:]
    for entry in top.entries("response_scales") {
      let keys = [
        "kind", "options", "minimum", "maximum", "anchors", "non_substantive", "missing_tokens",
      ]
      let name = "response scale `\(entry.key)`"
      guard
        let section = ConfigSection(entry.value, named: name, keys: keys, findings: findings)
      else { continue }
      scales[entry.key] = readScale(entry.key, section)
    }
    return scales
  }

  private func readScale(_ id: String, _ section: ConfigSection) -> ResponseScale? {
    let kind = section.choice("kind", of: ResponseScale.Kind.self) ?? .ordinal
    let options = kind == .numeric ? readRange(section) : readOptions(section)
    guard !options.isEmpty else { return nil }
    let nonSubstantive = section.list("non_substantive").compactMap {
      readNonSubstantive($0, of: section.name)
    }
    let tokens =
      section.node("missing_tokens") == nil
      ? ResponseScale.defaultMissingTokens : section.strings("missing_tokens").map(\.text)
    let scale = ResponseScale(
      id: id, kind: kind, options: options, nonSubstantive: nonSubstantive, missingTokens: tokens)
    checkTexts(of: scale, at: section.location)
    return scale
  }

  /// A numeric scale's options are its whole numbers; anchors label some of them.
  private func readRange(_ section: ConfigSection) -> [ResponseOption] {
    let limits = (section.integer("minimum"), section.integer("maximum"))
    if section.node("minimum") == nil || section.node("maximum") == nil {
      findings.add(
        Finding(
          .missingKey, at: section.location,
          "\(section.name) is numeric and needs whole numbers as `minimum` and `maximum`; add them"
        ))
    }
    guard case (let minimum?, let maximum?) = limits else { return [] }
    guard Self.codes.contains(minimum), Self.codes.contains(maximum), minimum < maximum,
      maximum - minimum < 200
    else {
      section.report(
        .wrongValue, "maximum",
        "\(section.name) runs from \(minimum) to \(maximum); it needs 2 to 200 whole numbers")
      return []
    }
    var anchors: [Int: String] = [:]
    for entry in section.entries("anchors") {
      guard let code = Int(entry.key), (minimum...maximum).contains(code),
        case .scalar(let label) = entry.value.content
      else {
        findings.add(
          Finding(
            .wrongValue, at: entry.location,
            "the anchor `\(entry.key)` of \(section.name) is no number from \(minimum) to \(maximum) with a text; correct it"
          ))
        continue
      }
      anchors[code] = label
    }
    return (minimum...maximum).map { code in
      ResponseOption(
        code: code, label: anchors[code].map { "\(code) \($0)" } ?? String(code),
        aliases: anchors[code].map { [$0, "\(code) - \($0)", "\(code) = \($0)"] } ?? [])
    }
  }

  private func readOptions(_ section: ConfigSection) -> [ResponseOption] {
    let options: [ResponseOption] = section.list("options").compactMap { node in
      guard
        let option = ConfigSection(
          node, named: "an option of \(section.name)", keys: ["code", "label", "aliases"],
          required: ["code", "label"], findings: findings)
      else { return nil }
      // All of them before any is found missing, so that no mistake hides another.
      let label = option.string("label")
      let aliases = option.strings("aliases").map(\.text)
      return readCode(option).map {
        ResponseOption(code: $0, label: label ?? String($0), aliases: aliases)
      }
    }
    if section.node("options") == nil {
      findings.add(
        Finding(.missingKey, at: section.location, "\(section.name) has no `options`; add them"))
    } else if options.count < 2 || options.count > 200 {
      section.report(
        .wrongValue, "options",
        "\(section.name) has \(options.count) readable options; it needs 2 to 200")
    }
    return options
  }

  /// A code; sums of codes must stay far from the limits of whole numbers.
  private func readCode(_ option: ConfigSection) -> Int? {
    if let advice = Self.wholeCode(option.node("code")) {
      option.report(.wrongType, "code", "`code` of \(option.name) is not a whole number; \(advice)")
      return nil
    }
    guard let code = option.integer("code") else { return nil }
    guard Self.codes.contains(code) else {
      option.report(
        .wrongValue, "code",
        "`code` of \(option.name) is \(code); write a number from \(Self.codes.lowerBound) to \(Self.codes.upperBound)"
      )
      return nil
    }
    return code
  }

  /// What to do about a code such as -0.5; nil where it is no such number.
  private static func wholeCode(_ node: ConfigNode?) -> String? {
    guard case .scalar(let text)? = node?.content, let number = Double(text), number.isFinite,
      number != number.rounded(),
      let factor = [10, 100].first(where: { factor in
        let product = number * Double(factor)
        return abs(product - product.rounded()) < 1e-9
      })
    else { return nil }
    return
      "multiply all codes of the scale by \(factor), and write the number of each option under its `aliases`, as in {code: \(Int((number * Double(factor)).rounded())), aliases: [\"\(text)\"]}"
  }

  private static let codes = -99_999...99_999

  private func readNonSubstantive(_ node: ConfigNode, of owner: String) -> NonSubstantiveOption? {
    let keys = ["code", "label", "aliases", "reason"]
    guard
      let option = ConfigSection(
        node, named: "a non-substantive option of \(owner)", keys: keys,
        required: ["code", "label"], findings: findings)
    else { return nil }
    let label = option.string("label")
    let aliases = option.strings("aliases").map(\.text)
    let reason = option.choice("reason", of: MissingReason.self) ?? .notApplicable
    return readCode(option).map {
      NonSubstantiveOption(
        code: $0, label: label ?? String($0), aliases: aliases, reason: reason)
    }
  }

  /// One text or code may mean one option only.
  private func checkTexts(of scale: ResponseScale, at location: SourceLocation) {
    var meanings: [String: Int] = [:]
    let all =
      scale.options.map { ($0.code, [$0.label] + $0.aliases) }
      + scale.nonSubstantive.map { ($0.code, [$0.label] + $0.aliases) }
    var codes: Set<Int> = []
    for (code, texts) in all {
      if !codes.insert(code).inserted {
        findings.add(
          Finding(
            .ambiguousOption, at: location, subject: scale.id,
            "response scale `\(scale.id)` has the code \(code) twice; give each option its own"))
      }
      // A code is also a text: an export in numbers holds it.
      for text in texts + [String(code)] {
        let key = AnswerText.normalized(text)
        if let other = meanings[key], other != code {
          findings.add(
            Finding(
              .ambiguousOption, at: location, subject: scale.id,
              "in response scale `\(scale.id)` the text \"\(text)\" means the codes \(other) and \(code); keep one"
            ))
        }
        meanings[key] = code
      }
    }
  }
}

/// Texts of answers as they are compared: spelling that no respondent chose is levelled.
public enum AnswerText {
  /// The text without outer and doubled white space, in lower case, with straight apostrophes.
  public static func normalized(_ text: String) -> String {
    if let plain = normalizedASCII(text) { return plain }
    var result = ""
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2007}", "\u{FEFF}":
        pendingSpace = !result.isEmpty
      case "\u{2019}", "\u{2018}":
        if pendingSpace { result += " "; pendingSpace = false }
        result += "'"
      case "\u{2013}", "\u{2014}", "\u{2011}":
        if pendingSpace { result += " "; pendingSpace = false }
        result += "-"
      default:
        if pendingSpace { result += " "; pendingSpace = false }
        result.unicodeScalars.append(scalar)
      }
    }
    return result.lowercased()
  }

  /// The same for text of ASCII characters only, which nearly all answers are; else nil.
  private static func normalizedASCII(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var pendingSpace = false
        for byte in bytes {
          switch byte {
          case 0x20, 0x09, 0x0A, 0x0D: pendingSpace = count > 0
          default:
            if pendingSpace {
              result[count] = 0x20
              count += 1
            }
            pendingSpace = false
            result[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
            count += 1
          }
        }
        return count
      }
    }
  }
}
