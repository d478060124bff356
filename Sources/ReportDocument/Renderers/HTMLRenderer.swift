/// Writes a document as one web page that needs nothing else: no script, no font, no request.
///
/// The page forbids all of these by its own content security policy, too.
package struct HTMLRenderer: DocumentRenderer, Hashable {
  /// The format's name.
  package static let name = "html"
  /// The file ending.
  package static let fileExtension = "html"

  /// Makes a renderer.
  package init() {}

  /// Writes the document.
  package func render(_ document: Document) -> String {
    var composer = HTMLComposer(places: document.places, capacity: 1 << 20)
    composer.page.foreign = document.foreign
    composer.page.fixed("<!doctype html>\n")
    composer.page.start(.html, [.init("lang", document.language)])
    composer.writeHead(of: document)
    composer.page.start(.body)
    composer.page.element(.a, [.style("skip"), .init("href", "#_content")], FixedWords.skip)
    composer.page.start(.main, [.init("id", "_content")])
    composer.writeHeader(of: document)
    composer.write(document.blocks, depth: 0)
    composer.page.end(.main)
    composer.page.end(.body)
    composer.page.end(.html)
    return composer.page.source
  }
}

extension HTMLComposer {
  fileprivate mutating func writeHead(of document: Document) {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    page.start(.head)
    page.void(.meta, [.init("charset", "utf-8")])
    page.void(
      .meta, [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)])
    writeMeta("viewport", "width=device-width, initial-scale=1")
    writeMeta("color-scheme", "light dark")
    if !document.generator.isEmpty { writeMeta("generator", document.generator) }
    if !document.description.isEmpty { writeMeta("description", document.description) }
    page.element(.title, page.language(of: document.title), document.title)
    page.start(.style)
    page.fixed(HTMLRenderer.styleSheet)
    page.end(.style)
    page.end(.head)
  }

  private mutating func writeMeta(_ name: String, _ content: String) {
    page.void(.meta, [.init("name", name), .init("content", content)])
  }

  /// Writes title, lines below it, and a table of contents for more than four sections.
  fileprivate mutating func writeHeader(of document: Document) {
    page.start(.header)
    page.elementOfWords(.h1, [], document.title)
    for line in document.metaLines { element(.p, [.style("meta")], line) }
    let chapters = document.chapters
    if chapters.count > 4 {
      page.start(.nav, [.init("aria-label", FixedWords.contents)])
      page.start(.ul)
      for chapter in chapters {
        page.start(.li)
        page.elementOfWords(
          .a, [.init("href", "#" + chapter.anchor.name)], chapter.title.plain)
        page.end(.li)
      }
      page.end(.ul)
      page.end(.nav)
    }
    page.end(.header)
  }
}
