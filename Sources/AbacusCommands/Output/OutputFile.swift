/// One file of a report, ready to be written.
package struct OutputFile: Hashable, Sendable {
  /// Its name in the output folder.
  package let name: String
  /// What it holds.
  package let bytes: [UInt8]

  /// A file of the given bytes. The name is a plain one, and not the manifest's.
  package init(name: String, bytes: [UInt8]) {
    precondition(!name.isEmpty && !name.contains("/") && name != Manifest.fileName)
    self.name = name
    self.bytes = bytes
  }

  /// A file of text.
  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// What the manifest says of it.
  var record: OutputRecord { OutputRecord(name: name, bytes: bytes.span.bytes) }
}
