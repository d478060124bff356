package import NumericCore

/// Whether the largest of several shares is larger than each of the others.
///
/// The largest of m shares is largest by chance, too. It stands out where its interval lies above those
/// of all others, each at the level 1 − (1 − level) / m; together all m intervals hold their shares in
/// `level` of studies (Bonferroni), however the answers to one item go with those to another.
package struct ShareSelection: Hashable, Sendable {
  /// Position of the largest share; the first of equal ones.
  package let largest: Int
  /// True where it stands out; nil where a share has no interval, so that nothing can be said.
  package let standsOut: Bool?

  /// Looks at some shares; nil for fewer than two.
  ///
  /// - Parameters:
  ///   - shares: one an item.
  ///   - areIndependent: for each whether its rows are independent, so that it has an interval.
  ///   - level: how sure all intervals together are, such as 0.95.
  package init?(of shares: [Proportion], areIndependent: [Bool], level: Double) {
    guard shares.count > 1,
      let largest = shares.indices.max(by: {
        let (first, second) = (shares[$0].rate, shares[$1].rate)
        return first == second ? $0 > $1 : first < second
      })
    else { return nil }
    self.largest = largest
    let adjusted = 1 - (1 - level) / Double(shares.count)
    let intervals = zip(shares, areIndependent).map { share, isIndependent in
      isIndependent ? try? share.wilson(level: adjusted) : nil
    }
    guard let own = intervals[largest], !intervals.contains(nil) else {
      standsOut = nil
      return
    }
    standsOut = intervals.indices.allSatisfy { place in
      place == largest || (intervals[place].map { $0.upper < own.lower } ?? false)
    }
  }
}
