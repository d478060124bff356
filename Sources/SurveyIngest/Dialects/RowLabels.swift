/// Splits the wordings of one question's columns into the stem that they share and the part that is
/// each column's own: `<stem> - <statement>`, or `<stem>-<option>`.
enum RowLabels {
  /// The own part of each label, or `nil` where the labels share no stem.
  ///
  /// The stem ends at the last hyphen that all labels have in common, so that hyphens in the stem
  /// and in the own parts do no harm. Two labels are needed to know a stem.
  static func ownParts(of labels: [String]) -> [String]? {
    guard labels.count > 1, Set(labels).count > 1, let first = labels.first else { return nil }
    var shared = Substring(first)
    for label in labels.dropFirst() { shared = commonPrefix(shared, label) }
    guard let hyphen = shared.lastIndex(of: "-") else { return nil }
    let length = shared.distance(from: shared.startIndex, to: hyphen) + 1
    let parts = labels.map { trimmed($0.dropFirst(length)) }
    return parts.contains("") ? nil : parts
  }

  private static func commonPrefix(_ left: Substring, _ right: String) -> Substring {
    var end = left.startIndex
    var other = right.startIndex
    while end < left.endIndex, other < right.endIndex, left[end] == right[other] {
      end = left.index(after: end)
      other = right.index(after: other)
    }
    return left[..<end]
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
