/// The elements of HTML and SVG that pages are made of.
enum ElementName: UInt8, CaseIterable {
  case a, b, body, br, caption, circle, code, dd, desc, details, div, dl, dt, em, figcaption,
    figure, g, h1, h2, h3, h4, head, header, hr, html, li, line, main, meta, nav, ol, p, path,
    pre, rect, section, span, strong, style, summary, svg, table, tbody, td, text, th, thead,
    title, tr, ul
}

extension ElementName {
  /// How an element is written.
  struct Form: OptionSet {
    let rawValue: Int
    /// Without content and end tag.
    static let void = Form(rawValue: 1)
    /// Closed within its start tag when it holds nothing, as SVG allows.
    static let closed = Form(rawValue: 2)
    /// A line break follows, so that the text can be read and compared.
    static let line = Form(rawValue: 4)
    /// Its content begins on a line of its own.
    static let open = Form(rawValue: 8)
  }

  /// How the element is written.
  var form: Form {
    switch self {
    case .br: .void
    case .meta, .hr: [.void, .line]
    case .circle, .line, .path, .rect: [.closed, .line]
    case .html, .head, .body, .style, .main, .header, .nav, .section, .ol, .ul, .dl, .figure,
      .details, .div, .table, .thead, .tbody, .svg:
      [.line, .open]
    case .title, .h1, .h2, .h3, .h4, .p, .li, .dd, .figcaption, .summary, .caption, .tr, .desc,
      .text, .pre:
      .line
    case .a, .b, .code, .dt, .em, .g, .span, .strong, .td, .th: []
    }
  }

  /// The name as it is written.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { "\($0)" }
}
