/// Writes blocks as HTML elements; knows which ids are taken and where links may lead.
struct HTMLComposer: ~Copyable {
  /// What has been written.
  var page: MarkupWriter
  private let anchors: Set<Anchor>
  private var takenIDs: Set<String> = []
  private var chartCount = 0

  init(places: [Place], capacity: Int = 0) {
    anchors = Set(places.map(\.anchor))
    page = MarkupWriter(capacity: capacity)
  }

  /// Writes blocks in a row.
  ///
  /// - Parameter depth: number of sections around the blocks.
  mutating func write(_ blocks: [Block], depth: Int) {
    for block in blocks { write(block, depth: depth) }
  }

  private mutating func write(_ block: Block, depth: Int) {
    switch block {
    case .heading(let level, let title, let id):
      element(headingName(level), id.map { [self.id($0)] } ?? [], title)
    case .section(let section):
      page.start(.section, [id(section.id)])
      element(headingName(depth + 2), [], section.title)
      write(section.blocks, depth: depth + 1)
      page.end(.section)
    case .details(let summary, let content):
      page.start(.details)
      element(.summary, [], summary)
      write(content, depth: depth)
      page.end(.details)
    case .chart(let chart):
      chartCount += 1
      write(chart, number: chartCount)
    case .paragraph(let text): element(.p, [], text)
    case .note(let text): element(.p, [.style("note")], text)
    case .table(let table): write(table)
    case .findings, .facts, .definitionList, .bulletList: writeList(block)
    case .code(let text): writeCode(text)
    case .rule: page.void(.hr)
    }
  }

  private mutating func writeList(_ block: Block) {
    switch block {
    case .findings(let items):
      page.start(.ol, [.style("findings")])
      for item in items {
        page.start(.li)
        element(.b, [], item.claim)
        element(.span, [], item.evidence)
        page.end(.li)
      }
      page.end(.ol)
    case .facts(let facts):
      page.start(.ul, [.style("facts")])
      for fact in facts {
        page.start(.li)
        page.element(.b, fact.value)
        write(fact.label)
        page.end(.li)
      }
      page.end(.ul)
    case .definitionList(let definitions):
      page.start(.dl)
      for definition in definitions {
        element(.dt, [], definition.term)
        element(.dd, [], definition.text)
      }
      page.end(.dl)
    case .bulletList(let points):
      page.start(.ul)
      for point in points { element(.li, [], point) }
      page.end(.ul)
    default: break
    }
  }

  /// Each line on its own, because cleaning turns a line break into a space.
  private mutating func writeCode(_ text: String) {
    page.start(.pre)
    page.start(.code)
    for (index, line) in VisibleText.cleanLines(text).enumerated() {
      if index > 0 { page.newline() }
      page.text(line)
    }
    page.end(.code)
    page.end(.pre)
  }

  /// Writes an element that holds running text.
  mutating func element(
    _ name: ElementName, _ attributes: [MarkupWriter.Attribute], _ text: InlineText
  ) {
    // One piece of another language needs no element of its own.
    if case .text(let words)? = text.pieces.first, text.pieces.count == 1 {
      page.elementOfWords(name, attributes, words)
      return
    }
    page.start(name, attributes)
    write(text)
    page.end(name)
  }

  /// Writes running text. A link to a place that does not exist is shown as its text.
  private mutating func write(_ text: InlineText) {
    for piece in text.pieces {
      switch piece {
      case .text(let words): page.words(words)
      case .strong(let words): page.elementOfWords(.strong, [], words)
      case .emphasis(let words): page.elementOfWords(.em, [], words)
      case .code(let words): page.element(.code, words)
      case .lineBreak: page.void(.br)
      case .link(.web(let address), let words):
        page.elementOfWords(.a, [.init("href", address.text)], words)
      case .link(.anchor(let anchor), let words):
        if anchors.contains(anchor) {
          page.elementOfWords(.a, [.init("href", "#" + anchor.name)], words)
        } else {
          page.words(words)
        }
      }
    }
  }

  /// An id attribute; the second place of the same name gets a number, so that ids stay unique.
  private mutating func id(_ anchor: Anchor) -> MarkupWriter.Attribute {
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
