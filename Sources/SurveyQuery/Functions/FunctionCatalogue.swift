import NumericCore

/// Every function of statistics, under every name that it has in SQL.
enum FunctionCatalogue {
  /// All functions: those of the registry in its order, then the rest; no name comes twice.
  static let all: [StatisticFunction] = {
    var taken = reserved
    let functions =
      StatisticRegistry.all.map(main) + extras
      + StatisticRegistry.all.flatMap(outputs) + StatisticRegistry.all.flatMap(aliases)
    return functions.filter { isName($0.name) && taken.insert($0.name).inserted }
  }()

  /// The function of that name, in whatever case; nil where there is none.
  static func function(_ name: String) -> StatisticFunction? {
    byName[name.lowercased()]
  }

  /// True for a function that answers with an end of an interval.
  static func isOfInterval(_ name: String) -> Bool {
    [.lower, .upper].contains(function(name)?.purpose)
  }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// SQLite's own functions; a statistic of such a name keeps its other names.
  static let reserved: Set<String> = [
    "abs", "avg", "changes", "char", "coalesce", "concat", "count", "date", "exp", "floor",
    "format", "glob", "group_concat", "hex", "ifnull", "iif", "instr", "length", "like", "ln",
    "log", "lower", "ltrim", "max", "min", "mod", "nullif", "pi", "pow", "power", "printf", "quote",
    "random", "rank", "replace", "round", "rtrim", "sign", "sin", "sqrt", "substr", "sum", "tan",
    "time", "total", "trim", "trunc", "typeof", "unicode", "upper",
  ]

  /// True for words that SQL reads as a name wherever they stand.
  private static func isName(_ name: String) -> Bool {
    name.first?.isLetter == true
      && name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  private static func main(_ definition: StatisticDefinition) -> StatisticFunction {
    if definition.id == "quantile" {
      return StatisticFunction(
        name: "quantile", statistic: .quantile, purpose: .value,
        summary: "The answer below which a share p of all answers lies, type 7; p from 0 to 1.")
    }
    let first = definition.outputs.first ?? ""
    let note =
      definition.outputs.count > 1 ? " This one is the value `\(first)`." : ""
    return StatisticFunction(
      name: definition.id.rawValue, statistic: .registered(definition, output: first),
      purpose: .value, summary: definition.sentence + note)
  }

  /// Each value of a statistic that has several.
  private static func outputs(_ definition: StatisticDefinition) -> [StatisticFunction] {
    guard definition.outputs.count > 1 else { return [] }
    return definition.outputs.map { output in
      StatisticFunction(
        name: "\(definition.id)_\(output)", statistic: .registered(definition, output: output),
        purpose: .value, summary: "The value `\(output)` of `\(definition.id)`.")
    }
  }

  /// Other names; where one holds the name of a value, as `quadratic_kappa`, it is of that value.
  private static func aliases(_ definition: StatisticDefinition) -> [StatisticFunction] {
    let main = main(definition)
    return (definition.otherNames + (shortNames[definition.id] ?? [])).map { name in
      let words = name.split(separator: "_").map(String.init)
      let output =
        definition.outputs.count > 1 ? definition.outputs.first(where: words.contains) : nil
      let statistic = output.map { Statistic.registered(definition, output: $0) }
      let other = output.map { "\(definition.id)_\($0)" } ?? definition.id.rawValue
      return StatisticFunction(
        name: name, statistic: statistic ?? main.statistic, purpose: .value, mainName: other,
        summary: "Another name of `\(other)`.")
    }
  }

  /// Names that users of SQL expect, should the registry not have them.
  private static let shortNames: [StableID: [String]] = [
    "standard_deviation": ["sd"], "cohen_kappa": ["kappa"],
  ]

  private static let extras: [StatisticFunction] = [
    StatisticFunction(
      name: "top2", statistic: .topBoxes, purpose: .value,
      summary:
        "The share of the two highest answers, or of the highest where a codebook offers under four."
    ),
    StatisticFunction(
      name: "favourable", statistic: .favourable, purpose: .value,
      summary:
        "The share of the answers that are good news, by the item's direction and its domain's."),
    StatisticFunction(
      name: "wilson_low", statistic: .registered(Proportion.definition, output: "proportion"),
      purpose: .lower,
      summary: "The lower end of Wilson's interval of a share, at the study's level."),
    StatisticFunction(
      name: "wilson_high", statistic: .registered(Proportion.definition, output: "proportion"),
      purpose: .upper,
      summary: "The upper end of Wilson's interval of a share, at the study's level."),
    StatisticFunction(
      name: "corr", statistic: .pearson, purpose: .value,
      summary: "Pearson's correlation: how closely two columns follow a straight line."),
    StatisticFunction(
      name: "spearman", statistic: .spearman, purpose: .value,
      summary: "Spearman's correlation of ranks; equal values share the middle of their ranks."),
    StatisticFunction(
      name: "weighted_mean", statistic: .weightedMean, purpose: .value,
      summary: "The sum of values times weights, divided by the sum of the weights."),
    StatisticFunction(
      name: "ci_low", statistic: nil, purpose: .lower,
      summary:
        "The lower end of the interval of the mean, or of the statistic named first, at the study's level."
    ),
    StatisticFunction(
      name: "ci_high", statistic: nil, purpose: .upper,
      summary:
        "The upper end of the interval of the mean, or of the statistic named first, at the study's level."
    ),
    StatisticFunction(
      name: "why", statistic: nil, purpose: .reason,
      summary: "Why the function named first has no value for these rows; NULL where it has one."),
  ]
}
