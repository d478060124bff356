import NumericCore

/// A function of SQL that gathers rows and answers with a statistic of them.
struct StatisticFunction: Sendable {
  /// The name in SQL.
  let name: String
  /// What is computed; nil where the first argument names it.
  let statistic: Statistic?
  /// What of it is wanted.
  let purpose: Purpose
  /// The name under which it is explained, where this is another one for it.
  var mainName: String?
  /// What it says, in one sentence.
  let summary: String

  /// What of a statistic is wanted.
  enum Purpose: Hashable, Sendable {
    /// The number itself.
    case value
    /// The lower end of its interval.
    case lower
    /// The upper end of its interval.
    case upper
    /// Why there is no number.
    case reason
  }
}

/// What can be computed of gathered rows.
enum Statistic: Sendable {
  /// One output of a statistic of the registry.
  case registered(StatisticDefinition, output: String)
  /// A quantile of type 7.
  case quantile
  /// The share of the highest answers.
  case topBoxes
  /// The share of the answers that are good news.
  case favourable
  /// Pearson's correlation.
  case pearson
  /// Spearman's rank correlation.
  case spearman
  /// A mean whose values count differently.
  case weightedMean
}

/// The arguments that a function takes.
enum ArgumentForm: Hashable, Sendable {
  /// A column, or an item or scale by name.
  case column
  /// A column or an item or scale by name, and one number.
  case columnAndShare
  /// A column and the highest code, or an item by name.
  case columnAndHighest
  /// An item by name.
  case item
  /// A condition, or an item by name.
  case condition
  /// The items of a scale, or the scale by name.
  case items
  /// A scale of subscales by name.
  case subscales
  /// Two columns.
  case pair
  /// Values and their weights.
  case weighted
  /// A column for each rater.
  case raters
  /// A column and the group of each row.
  case groups

  init(of shape: StatisticShape) {
    self =
      switch shape {
      case .column: .column
      case .share: .condition
      case .items, .answers: .items
      case .subscales: .subscales
      case .pair: .pair
      case .raters: .raters
      case .groups: .groups
      }
  }

  /// How many columns of numbers it takes; nil where it takes none.
  var columnCounts: ClosedRange<Int>? {
    switch self {
    case .column, .columnAndShare, .columnAndHighest, .condition: 1...1
    case .items: 1...127
    case .pair, .weighted, .groups: 2...2
    case .raters: 2...127
    case .item, .subscales: nil
    }
  }

  /// True where a name may stand for the columns.
  var takesName: Bool {
    switch self {
    case .column, .columnAndShare, .columnAndHighest, .item, .condition, .items, .subscales: true
    case .pair, .weighted, .raters, .groups: false
    }
  }

  /// True where the last argument may be a rule for missing answers.
  var takesPolicy: Bool { self == .items || self == .subscales }

  /// How it is called.
  func usage(of name: String, after prefix: String = "") -> String {
    func call(_ arguments: String) -> String { "\(name)(\(prefix)\(arguments))" }
    switch self {
    case .column: return "\(call("x")) or \(call("responses, 'NAME'"))"
    case .columnAndShare: return "\(call("x, p")) or \(call("responses, 'NAME', p"))"
    case .columnAndHighest: return "\(call("x, highest")) or \(call("responses, 'ITEM'"))"
    case .item: return call("responses, 'ITEM'")
    case .condition: return "\(call("condition")) or \(call("responses, 'ITEM'"))"
    case .items: return "\(call("i1, i2, …")) or \(call("responses, 'SCALE'"))"
    case .subscales: return call("responses, 'SCALE'")
    case .pair: return call("x, y")
    case .weighted: return call("x, weight")
    case .raters: return call("r1, r2, …")
    case .groups: return call("x, group")
    }
  }
}

extension Statistic {
  /// The arguments that it takes.
  var form: ArgumentForm {
    switch self {
    case .registered(let definition, _): ArgumentForm(of: definition.input)
    case .quantile: .columnAndShare
    case .topBoxes: .columnAndHighest
    case .favourable: .item
    case .pearson, .spearman: .pair
    case .weightedMean: .weighted
    }
  }

  /// True where an item whose options have no order will do.
  var isCount: Bool {
    if case .registered(let definition, _) = self { definition.id == "n" } else { false }
  }

  /// True for a share of the highest, or of the good, answers.
  var isShare: Bool {
    switch self {
    case .topBoxes, .favourable: true
    case .registered(let definition, _): definition.input == .share
    default: false
    }
  }
}

extension StatisticFunction {
  /// How it is called.
  var usage: String {
    if let statistic { return statistic.form.usage(of: name) }
    return purpose == .reason
      ? "\(name)('NAME', …)" : "\(name)(x) or \(name)(responses, 'NAME') or \(name)('NAME', …)"
  }
}
