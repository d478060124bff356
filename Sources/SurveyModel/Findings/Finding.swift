/// A flaw in the data or in a file the user wrote: what it is, where, and what to do.
///
/// Messages never hold a name, an address, an identifier or a free-text answer.
public struct Finding: Hashable, Sendable {
  /// The kind of flaw; stable, listed in `docs/reference/findings.md`.
  public let code: FindingCode
  /// Where it was found; nil for a flaw of the study as a whole.
  public let location: SourceLocation?
  /// The item, scale or attribute concerned.
  public let subject: String?
  /// What is wrong, then `;` and what to do.
  public let message: String
  /// How many cells or rows it concerns.
  public let count: Int

  /// A flaw of the given kind.
  public init(
    _ code: FindingCode, at location: SourceLocation? = nil, subject: String? = nil,
    count: Int = 1, _ message: String
  ) {
    self.code = code
    self.location = location
    self.subject = subject
    self.message = message
    self.count = count
  }

  /// How grave the flaw is: a property of its kind.
  public var severity: Severity { code.severity }
}

/// How grave a finding is.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Worth knowing.
  case note
  /// The numbers stand, but should be read with it in mind.
  case warning
  /// Cells or rows were kept out of the numbers they would spoil.
  case error
  /// The work can't be done; nothing is written.
  case fatal

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    case .fatal: 3
    }
  }

  /// Graver is greater.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

extension Finding: CustomStringConvertible {
  /// `file:line:column: severity: message [code]`
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    return
      "\(place)\(severity == .fatal ? "error" : severity.rawValue): \(message) [\(code.rawValue)]"
  }
}

/// Findings as they are collected, so that one run shows them all.
public final class FindingCollector {
  /// What was collected so far, in order of discovery.
  public private(set) var findings: [Finding] = []

  /// An empty collection.
  public init() {}

  /// Adds one.
  public func add(_ finding: Finding) { findings.append(finding) }

  /// Adds several.
  public func add(contentsOf more: [Finding]) { findings += more }

  /// True when the work can't go on.
  public var hasFatal: Bool { findings.contains { $0.severity == .fatal } }
}

extension FindingCollector {
  /// Reports a name that nothing bears, with the nearest one that exists.
  public func addUnknownReference(
    _ kind: String, _ name: String, at location: SourceLocation, in owner: String,
    known: some Sequence<String>
  ) {
    // In one order, so that one of two equally near names is always the same.
    let known = known.sorted()
    let advice =
      NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
      ?? (known.isEmpty
        ? "none is defined; define it first"
        : "write one of \(known.prefix(12).map { "`\($0)`" }.joined(separator: ", "))")
    add(
      Finding(
        .unknownReference, at: location, subject: name,
        "\(owner) names the \(kind) `\(name)`, which is not defined; \(advice)"))
  }
}
