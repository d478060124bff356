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
    var composer = HTMLComposer(places: document.places)
    let content = composer.blocks(document.blocks, depth: 0)
    let page = Markup.tag(
      .html, [.init("lang", document.language)],
      [
        head(document),
        .tag(
          .body, [],
          [
            .tag(.a, [.init("class", "skip"), .init("href", "#_content")], FixedWords.skip),
            .tag(.main, [.init("id", "_content")], [header(document, composer)] + content),
          ]),
      ])
    return page.page
  }

  private func head(_ document: Document) -> Markup {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    var facts: [Markup] = [
      .tag(.meta, [.init("charset", "utf-8")]),
      .tag(
        .meta,
        [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)]),
      meta("viewport", "width=device-width, initial-scale=1"),
      meta("color-scheme", "light dark"),
    ]
    if !document.generator.isEmpty { facts.append(meta("generator", document.generator)) }
    if !document.description.isEmpty { facts.append(meta("description", document.description)) }
    facts += [.tag(.title, [], document.title), .tag(.style, [], [.style(styleSheet)])]
    return .tag(.head, [], facts)
  }

  private func meta(_ name: String, _ content: String) -> Markup {
    .tag(.meta, [.init("name", name), .init("content", content)])
  }

  /// Title, lines below it, and a table of contents for more than four sections.
  private func header(_ document: Document, _ composer: HTMLComposer) -> Markup {
    let lines = document.metaLines.map { line in
      Markup.tag(.p, [.init("class", "meta")], composer.inline(line))
    }
    let chapters = document.chapters
    let contents: [Markup] =
      chapters.count > 4
      ? [
        .tag(
          .nav, [.init("aria-label", FixedWords.contents)],
          [
            .tag(
              .ul, [],
              chapters.map { place in
                .tag(
                  .li, [],
                  [.tag(.a, [.init("href", "#" + place.anchor.name)], place.title.plain)])
              })
          ])
      ] : []
    return .tag(.header, [], [.tag(.h1, [], document.title)] + lines + contents)
  }
}
