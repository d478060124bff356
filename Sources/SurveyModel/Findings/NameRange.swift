/// Names as a command line lists them: `A1..A5` stands for the names from A1 to A5.
public enum NameRange {
  /// The names that `text` stands for, in the order of `names`; nil where it is no range of them,
  /// or runs backwards.
  public static func expand(_ text: String, among names: [String]) -> [String]? {
    guard let ends = ends(of: text), let first = names.firstIndex(of: ends.first),
      let last = names.lastIndex(of: ends.last), first <= last
    else { return nil }
    return Array(names[first...last])
  }

  /// The two names around `..`; nil where there are none.
  public static func ends(of text: String) -> (first: String, last: String)? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix("..") {
        let after = text.index(start, offsetBy: 2)
        guard start > text.startIndex, after < text.endIndex else { return nil }
        return (String(text[..<start]), String(text[after...]))
      }
      start = text.index(after: start)
    }
    return nil
  }
}
