import Foundation
import TestSupport

/// A study whose every name, wording, label and answer tries to leave its place.
struct HostileStudy {
  let folder: ScratchFolder

  /// The texts, each once.
  static let texts = HostileTexts.all + [String(repeating: "W", count: 3000)]

  /// All texts but those with a character that one file name can't hold.
  static let fileNames = texts.filter { text in
    !text.isEmpty && text.utf8.count < 200
      && !text.unicodeScalars.contains { $0 == "/" || $0 == "\0" }
  }

  init() throws {
    folder = try ScratchFolder()
    folder.write(Self.codebook, to: "codebook.yaml")
    folder.write(Self.study, to: "study.yaml")
    folder.write(Self.export(of: "m"), to: "m.csv")
    folder.write(Self.export(of: "e"), to: "e.csv")
    let header = Self.record(Self.texts.indices.map(Self.header))
    let rows = (1...9).map { row in
      Self.record(Self.texts.indices.map { "\((row * ($0 + 2)) % 5 + 1)" })
    }
    folder.write(header + rows.joined(), to: "numbers.csv")
  }

  /// The text with a number, which makes it differ from the others and from nothing.
  static func marked(_ index: Int) -> String { texts[index % texts.count] + " #\(index)" }

  /// A name as the first record of a file holds it.
  static func header(_ index: Int) -> String { marked(index) }

  /// A text in double quotes, as YAML and JSON write it.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    } + "\""
  }

  private static func value(_ index: Int) -> String { quoted(marked(index)) }

  private static var codebook: String {
    let scales = texts.indices.map { index in
      let options = (1...3).map {
        "{code: \($0), label: \(quoted(marked(index) + " /\($0)"))}"
      }
      // A key of more than 1024 characters needs its own mark.
      return "  ? \(value(index))\n  : {options: [\(options.joined(separator: ", "))]}\n"
    }
    return """
      schema: abacus.codebook/1
      instrument: {id: \(value(0)), title: \(quoted(HostileTexts.joined)), version: \(value(1)), \
      language: \(value(2)), status: draft-unvalidated, citation: \(value(3)), unit: \(value(4))}
      roles:
        r: {singular: \(value(5)), plural: \(value(6))}
        s: {singular: \(value(7)), plural: \(value(8))}
      waves: [{id: \(value(9)), label: \(value(10))}, \(value(11))]
      domains:
        \(value(12)): {name: \(quoted(HostileTexts.joined)), definition: \(value(13))}
        \(value(14)): {name: \(value(15)), reading: unfavourable}
      response_scales:
      \(scales.joined())
      forms:
        \(form("m", role: "r"))
        \(form("e", role: "s"))
      pair_items:
      \((0..<12).map { "  - {id: \(value($0)), label: \(value($0 + 20)), kind: same_target, m: \(quoted(item("m", $0))), e: \(quoted(item("e", $0)))}\n" }.joined())
      attributes:
        - {id: n, label: \(value(16)), use: respondent}
        - {id: p, label: \(value(17)), use: pair, columns: [n]}
        - {id: \(value(18)), label: \(value(19)), columns: [site], options: [\(value(20)), \(value(21))]}

      """
  }

  private static func item(_ form: String, _ index: Int) -> String { marked(index) + " \(form)" }

  private static func form(_ form: String, role: String) -> String {
    let items = texts.indices.map { index in
      "      - {id: \(quoted(item(form, index))), stem: \(value(index)), label: \(value(index)), "
        + "response_scale: \(value(index)), columns: [c\(index)]}\n"
    }
    let scales = stride(from: 0, to: texts.count - 3, by: 3).map { first in
      let members = (first..<first + 3).map { quoted(item(form, $0)) }.joined(separator: ", ")
      return "      - {id: \(quoted("s" + marked(first) + form)), name: \(value(first)), "
        + "domain: \(value(first % 2 == 0 ? 12 : 14)), items: [\(members)]}\n"
    }
    let options = texts.indices.prefix(60).map { "{code: c\($0), label: \(value($0))}" }
    return """
      \(form):
          role: \(role)
          preamble: \(quoted(HostileTexts.joined))
          items:
      \(items.joined())
          scales:
      \(scales.joined())
          multi_select:
            - {id: \(quoted("q" + form)), stem: \(quoted(HostileTexts.joined)), options: [\(options.joined(separator: ", "))]}
          open:
            - {id: \(quoted("o" + form)), stem: \(quoted(HostileTexts.joined))}

      """
  }

  private static var study: String {
    """
    schema: abacus.study/1
    title: \(quoted(HostileTexts.joined))
    subtitle: \(quoted(HostileTexts.joined))
    notice: \(quoted(HostileTexts.joined))
    codebook: codebook.yaml
    sources:
      - {file: m.csv, form: m, wave: \(value(9)), delimiter: comma}
      - {file: e.csv, form: e, wave: \(value(9)), delimiter: comma}

    """
  }

  /// Thirty persons; the last answers every item with what no option matches.
  private static func export(of form: String) -> String {
    let header =
      ["n", "site"] + texts.indices.map { "c\($0)" } + ["q\(form)", "o\(form)"]
      + texts.indices.map(Self.header)
    let rows = (1...30).map { row in
      let answers = texts.indices.map { index in
        row == 30 ? texts[index] + " other" : marked(index) + " /\((row * (index + 3)) % 3 + 1)"
      }
      return record(
        ["\(row)", row == 30 ? "elsewhere" : marked(20 + row % 2)] + answers
          + [marked(row), texts[row % texts.count]] + texts)
    }
    return record(header) + rows.joined()
  }

  private static func record(_ cells: [String]) -> String {
    cells.map { "\"" + $0.replacing("\"", with: "\"\"").replacing("\0", with: "") + "\"" }
      .joined(separator: ",") + "\n"
  }
}
