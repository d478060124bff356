extension Specification {
  /// What a data set with certified values is made for.
  enum Certified {
    case univariate(String)
    case analysisOfVariance(y: String, group: String)
    case regression(Regression)

    init?(_ fields: [String: Any]) {
      switch fields["kind"] as? String {
      case "univariate":
        guard let y = fields["y"] as? String else { return nil }
        self = .univariate(y)
      case "anova":
        guard let y = fields["y"] as? String, let group = fields["g"] as? String else {
          return nil
        }
        self = .analysisOfVariance(y: y, group: group)
      case "regression":
        guard let model = fields["model"] as? String, let regression = Regression(model) else {
          return nil
        }
        self = .regression(regression)
      default: return nil
      }
    }
  }

  /// A model such as `y = B0 + B1 x + ... + B5 x^5` or `y = B0 + B1 x1 + ... + B6 x6`.
  struct Regression {
    let outcome: String
    let predictors: [String]
    /// The highest power of the only predictor.
    let degree: Int
    let hasIntercept: Bool

    init?(_ model: String) {
      let words = model.split(separator: " ").map(String.init)
      guard words.count > 2, words[1] == "=" else { return nil }
      outcome = words[0]
      hasIntercept = words.contains("B0")
      let terms = words.filter { $0.hasPrefix("x") }
      guard let last = terms.last else { return nil }
      let parts = last.split(separator: "^").map(String.init)
      let name = parts[0]
      degree = parts.count == 2 ? Int(parts[1]) ?? 1 : 1
      let number = name.dropFirst().isEmpty ? nil : Int(name.dropFirst())
      predictors = number.map { (1...max($0, 1)).map { "x\($0)" } } ?? [name]
    }
  }
}
