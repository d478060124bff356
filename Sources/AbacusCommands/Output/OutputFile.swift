/// One file of a report, ready to be written.
package struct OutputFile: Hashable, Sendable {
  /// Its name in the output folder.
  package let name: String
  /// What it holds, in UTF-8.
  package let text: String
  /// What the manifest says of it.
  let record: OutputRecord

  /// A file of text. The name is a plain one, and not the manifest's.
  package init(name: String, text: String) {
    precondition(!name.isEmpty && !name.contains("/") && name != Manifest.fileName)
    self.name = name
    self.text = text
    record = OutputRecord(name: name, bytes: text.utf8Span.span.bytes)
  }
}
