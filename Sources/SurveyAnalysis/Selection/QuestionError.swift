/// Why a condition or a question can't be answered; its words are for whoever wrote it.
package struct QuestionError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, with the names concerned; then `;` and what to do.
  package let message: String
  /// What was written.
  package let text: String
  /// The place in it, as an offset in bytes of UTF-8.
  package let offset: Int

  /// Takes its parts.
  package init(_ message: String, in text: String, at offset: Int) {
    self.message = message
    self.text = text
    self.offset = offset
  }

  package var description: String { message }
}
