extension Specification {
  /// The columns whose agreement is asked for.
  struct Agreement {
    /// All raters of a data set that was made for agreement.
    let raters: [String]?
    /// Columns for Krippendorff's alpha.
    let krippendorff: [[String]]
    /// Pairs of raters for kappa.
    let pairs: [(String, String)]
    /// Columns for intraclass correlations.
    let intraclass: [[String]]

    init(_ fields: [String: Any]) {
      let names = Specification.names(fields["raters"])
      raters = names.isEmpty ? nil : names
      krippendorff = (fields["krip"] as? [[String: Any]] ?? [])
        .map { Specification.names($0["cols"]) }.filter { !$0.isEmpty }
      pairs = (fields["raters2"] as? [[String: Any]] ?? []).compactMap { pair in
        guard let first = pair["a"] as? String, let second = pair["b"] as? String else {
          return nil
        }
        return (first, second)
      }
      intraclass = (fields["icc"] as? [[String]] ?? []).filter { !$0.isEmpty }
    }
  }
}
