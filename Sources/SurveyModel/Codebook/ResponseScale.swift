/// The ordered options an item offers.
public struct ResponseScale: Hashable, Sendable {
  /// What may be computed from the codes.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Ordered options, scored by their codes.
    case ordinal
    /// Options without an order.
    case nominal
    /// A rating in whole numbers between two limits.
    case numeric
  }

  /// The codebook's name for it.
  public let id: String
  /// What may be computed.
  public let kind: Kind
  /// Substantive options; ascending by code unless nominal. At most 200.
  public let options: [ResponseOption]
  /// Options that are answers but say nothing of the question, such as "does not apply".
  public let nonSubstantive: [NonSubstantiveOption]
  /// Texts that mean "left blank", besides the empty cell.
  public let missingTokens: [String]

  /// A response scale. `options` is sorted by code unless the kind is nominal.
  public init(
    id: String, kind: Kind, options: [ResponseOption],
    nonSubstantive: [NonSubstantiveOption] = [],
    missingTokens: [String] = ResponseScale.defaultMissingTokens
  ) {
    self.id = id
    self.kind = kind
    self.options = kind == .nominal ? options : options.sorted { $0.code < $1.code }
    self.nonSubstantive = nonSubstantive
    self.missingTokens = missingTokens
  }

  /// Texts that mean "left blank" where a codebook names none.
  public static let defaultMissingTokens = [".", "NA", "NaN", "-99"]

  /// The codes of the substantive options, in their order.
  public var codes: [Int] { options.map(\.code) }

  /// The lowest and highest code; nil for a nominal scale, which has no limits.
  public var limits: ClosedRange<Int>? {
    guard kind != .nominal, let first = options.first, let last = options.last else { return nil }
    return first.code...last.code
  }

  /// How many of the highest options count as agreement: two, one where there are under four.
  public var topBoxCount: Int { options.count < 4 ? 1 : 2 }

  /// The position of the middle option, where the number of options is odd and at least three.
  public var middleIndex: Int? {
    kind == .ordinal && options.count >= 3 && options.count % 2 == 1 ? options.count / 2 : nil
  }
}

/// One option of a response scale.
public struct ResponseOption: Hashable, Sendable {
  /// The number it is scored as.
  public let code: Int
  /// The words a respondent sees.
  public let label: String
  /// Other wordings of the same option that exports may hold.
  public let aliases: [String]

  /// An option.
  public init(code: Int, label: String, aliases: [String] = []) {
    self.code = code
    self.label = label
    self.aliases = aliases
  }
}

/// An option that is an answer but not to the question.
public struct NonSubstantiveOption: Hashable, Sendable {
  /// The number it is exported as.
  public let code: Int
  /// The words a respondent sees.
  public let label: String
  /// Other wordings of the same option.
  public let aliases: [String]
  /// What it says.
  public let reason: MissingReason

  /// An option that never enters a mean, an alpha or a valid n.
  public init(code: Int, label: String, aliases: [String] = [], reason: MissingReason) {
    self.code = code
    self.label = label
    self.aliases = aliases
    self.reason = reason
  }
}
