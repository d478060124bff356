/// The candidate most like a mistyped name, where one is near enough to suggest.
public enum NearestName {
  /// The nearest of `candidates` within a third of the name's length, ignoring case.
  ///
  /// Distance counts insertions, deletions, replacements and swapped neighbours
  /// (Damerau 1964, restricted form).
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= longest else { return nil }
    let sought = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in candidates where (1...longest).contains(candidate.utf8.count) {
      let distance = distance(sought, Array(candidate.lowercased()))
      guard distance <= max(1, max(sought.count, candidate.count) / 3) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Nobody mistypes a longer name, and comparing takes the product of both lengths.
  private static let longest = 400

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty else { return b.count }
    guard !b.isEmpty else { return a.count }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
