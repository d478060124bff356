/// Why an answer is not there.
public enum MissingReason: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Shown and left blank.
  case skipped
  /// The respondent declined to say.
  case refused
  /// The respondent said that it does not apply.
  case notApplicable = "not_applicable"
  /// Never shown: another wave, another branch, a column the export lacks.
  case notAdministered = "not_administered"
  /// Something is there that can't be read as an answer.
  case unreadable

  /// The byte that stands for this reason in a `CodedColumn`.
  public var cell: UInt8 {
    switch self {
    case .skipped: 0xF0
    case .refused: 0xF1
    case .notApplicable: 0xF2
    case .notAdministered: 0xF3
    case .unreadable: 0xF4
    }
  }

  /// The reason a byte of a `CodedColumn` stands for, or nil where it is an answer.
  public init?(cell: UInt8) {
    switch cell {
    case 0xF0: self = .skipped
    case 0xF1: self = .refused
    case 0xF2: self = .notApplicable
    case 0xF3: self = .notAdministered
    case 0xF4: self = .unreadable
    default: return nil
    }
  }

  /// In the order of the cases.
  public static func < (left: MissingReason, right: MissingReason) -> Bool {
    left.cell < right.cell
  }
}
