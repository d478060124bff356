/// Turns blocks into HTML elements; knows which ids are taken and where links may lead.
struct HTMLComposer {
  private let anchors: Set<Anchor>
  private var takenIDs: Set<String> = []
  private var chartCount = 0

  init(places: [Place]) {
    anchors = Set(places.map(\.anchor))
  }

  /// Elements for blocks in a row.
  ///
  /// - Parameter depth: number of sections around the blocks.
  mutating func blocks(_ blocks: [Block], depth: Int) -> [Markup] {
    var result: [Markup] = []
    for block in blocks { result.append(element(for: block, depth: depth)) }
    return result
  }

  private mutating func element(for block: Block, depth: Int) -> Markup {
    switch block {
    case .heading(let level, let title, let id):
      return .tag(headingName(level), id.map { [self.id($0)] } ?? [], inline(title))
    case .section(let section):
      let attributes = [id(section.id)]
      let heading = Markup.tag(headingName(depth + 2), [], inline(section.title))
      return .tag(.section, attributes, [heading] + blocks(section.blocks, depth: depth + 1))
    case .details(let summary, let content):
      return .tag(
        .details, [], [.tag(.summary, [], inline(summary))] + blocks(content, depth: depth))
    case .chart(let chart):
      chartCount += 1
      return figure(for: chart, number: chartCount)
    case .paragraph(let text): return .tag(.p, [], inline(text))
    case .note(let text): return .tag(.p, [.init("class", "note")], inline(text))
    case .table(let table): return self.table(table)
    case .findings, .facts, .definitionList, .bulletList: return list(block)
    case .code(let text):
      // Each line on its own, because cleaning turns a line break into a space.
      let lines = VisibleText.cleanLines(text).flatMap { [Markup.text($0), .newline] }
      return .tag(.pre, [], [.tag(.code, [], lines.dropLast())])
    case .rule: return .tag(.hr)
    }
  }

  private func list(_ block: Block) -> Markup {
    switch block {
    case .findings(let items):
      .tag(
        .ol, [.init("class", "findings")],
        items.map { item in
          .tag(
            .li, [], [.tag(.b, [], inline(item.claim)), .tag(.span, [], inline(item.evidence))])
        })
    case .facts(let facts):
      .tag(
        .ul, [.init("class", "facts")],
        facts.map { .tag(.li, [], [.tag(.b, [], $0.value)] + inline($0.label)) })
    case .definitionList(let definitions):
      .tag(
        .dl, [],
        definitions.flatMap { [.tag(.dt, [], inline($0.term)), .tag(.dd, [], inline($0.text))] })
    case .bulletList(let points): .tag(.ul, [], points.map { .tag(.li, [], inline($0)) })
    default: .none
    }
  }

  /// Elements for running text. A link to a place that does not exist is shown as its text.
  func inline(_ text: InlineText) -> [Markup] {
    text.pieces.map { piece in
      switch piece {
      case .text(let words): .text(words)
      case .strong(let words): .tag(.strong, [], words)
      case .emphasis(let words): .tag(.em, [], words)
      case .code(let words): .tag(.code, [], words)
      case .lineBreak: .tag(.br)
      case .link(.web(let address), let words):
        .tag(.a, [.init("href", address.text)], words)
      case .link(.anchor(let anchor), let words):
        anchors.contains(anchor)
          ? .tag(.a, [.init("href", "#" + anchor.name)], words) : .text(words)
      }
    }
  }

  /// An id attribute; the second place of the same name gets a number, so that ids stay unique.
  private mutating func id(_ anchor: Anchor) -> Markup.Attribute {
    var name = anchor.name
    var number = 2
    while !takenIDs.insert(name).inserted {
      name = "\(anchor.name)-\(number)"
      number += 1
    }
    return .init("id", name)
  }

  private func headingName(_ level: Int) -> ElementName {
    switch level {
    case ...2: .h2
    case 3: .h3
    default: .h4
    }
  }
}
