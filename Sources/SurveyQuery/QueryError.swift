/// Why a question has no answer; its words are for whoever asked it.
package struct QueryError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, with the names concerned; then `;` and what to do.
  package let message: String
  /// The place in the question, as an offset in bytes of UTF-8; nil where there is none.
  package let offset: Int?

  /// Takes its parts.
  package init(_ message: String, at offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }

  package var description: String { message }
}
