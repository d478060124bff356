/// Why an answer is not there.
public enum MissingReason: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Shown and left blank.
  case skipped
  /// Not reached: the respondent left the form before this question. It counts as asked.
  case brokenOff = "broken_off"
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
    case .brokenOff: 0xF5
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
    case 0xF5: self = .brokenOff
    default: return nil
    }
  }

  /// In the order of the cases.
  public static func < (left: MissingReason, right: MissingReason) -> Bool {
    left.place < right.place
  }

  private var place: Int {
    switch self {
    case .skipped: 0
    case .brokenOff: 1
    case .refused: 2
    case .notApplicable: 3
    case .notAdministered: 4
    case .unreadable: 5
    }
  }
}
