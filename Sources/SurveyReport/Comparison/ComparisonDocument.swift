package import ReportDocument
package import SurveyAnalysis

/// A comparison of two reports, or two waves, as a document.
package enum ComparisonDocument {
  /// What changed beyond noise first, then who answered, then what came and went.
  ///
  /// - Parameters:
  ///   - waves: labels of the two waves that are compared; nil where two reports are.
  ///   - showsAll: true for every number, also those that did not change.
  package static func document(
    of comparison: NumbersComparison, waves: (old: String, new: String)? = nil,
    showsAll: Bool = false
  ) -> Document {
    var blocks = ComparisonBlocks(comparison: comparison, namesOptions: true)
    if let waves {
      blocks.oldName = waves.old.lowercased()
      blocks.newName = waves.new.lowercased()
    }
    let content =
      blocks.summary
      + (comparison.isEqual && !showsAll ? [] : [blocks.overlap])
      + blocks.beyondNoise + blocks.unjudged + blocks.hidden + blocks.contents
      + (comparison.isEqual && !showsAll ? [] : [blocks.turnout])
      + (showsAll ? blocks.everything : [])
    return Document(
      title: "What changed: \(comparison.new.title)",
      metaLines: [InlineText(sides(comparison, waves))], generator: comparison.new.engine,
      description: "Numbers of two reports side by side.", blocks: content)
  }

  private static func sides(
    _ comparison: NumbersComparison, _ waves: (old: String, new: String)?
  ) -> String {
    if let waves { return "\(waves.old) → \(waves.new)" }
    let (old, new) = (comparison.old, comparison.new)
    let days = [old, new].map { Words.day($0.date) }
    return old.title == new.title
      ? "\(days[0]) → \(days[1])" : "\(old.title), \(days[0]) → \(new.title), \(days[1])"
  }
}
