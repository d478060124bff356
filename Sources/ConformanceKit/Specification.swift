import Foundation

/// What is to be computed of one data set.
struct Specification {
  let name: String
  let describedColumns: [String]
  let likert: Likert?
  let scales: [ScaleSpecification]
  let dimensions: [DimensionSpecification]
  /// Confirmatory models by name, in lavaan's syntax.
  let models: [(name: String, syntax: String)]
  /// Whether quantities that random numbers give are computed too; `"simulate": false` leaves them
  /// out where nothing holds them.
  let simulates: Bool
  /// What a data set with certified values is made for.
  let certified: Certified?
  /// The columns whose agreement is asked for.
  let agreement: Agreement
  /// The scales that were answered on two occasions.
  let retest: Retest?

  struct Likert {
    let columns: [String]
    let limits: ClosedRange<Int>
  }

  init(contentsOf file: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let fields = object?["spec"] as? [String: Any] ?? object ?? [:]
    name = file.deletingPathExtension().lastPathComponent
    describedColumns = Specification.names(fields["describe"])
    let scales = fields["scales"] as? [String: [String: Any]] ?? [:]
    self.scales = scales.sorted { $0.key < $1.key }.map { ScaleSpecification($0.key, $0.value) }
    let dimensions = fields["dim"] as? [String: [String: Any]] ?? [:]
    self.dimensions = dimensions.sorted { $0.key < $1.key }.map {
      DimensionSpecification(
        name: $0.key, items: Specification.names($0.value["items"]),
        factorCount: $0.value["nf"] as? Int ?? 1, filter: RowFilter($0.value["filter"]))
    }
    let models = fields["cfa"] as? [String: String] ?? [:]
    self.models = models.sorted { $0.key < $1.key }.map { (name: $0.key, syntax: $0.value) }
    likert = (fields["likert"] as? [String: Any]).flatMap { likert in
      Specification.limits(likert).map {
        Likert(columns: Specification.names(likert["cols"]), limits: $0)
      }
    }
    simulates = fields["simulate"] as? Bool ?? true
    certified = Certified(fields)
    agreement = Agreement(fields)
    retest = Retest(fields["retest"] as? [String: Any])
  }

  /// One name or a list of names.
  static func names(_ value: Any?) -> [String] {
    if let name = value as? String { return [name] }
    return value as? [String] ?? []
  }

  static func limits(_ fields: [String: Any]) -> ClosedRange<Int>? {
    guard let low = fields["min"] as? Int, let high = fields["max"] as? Int else { return nil }
    return low...high
  }
}

/// The items of one factor analysis and the number of factors.
struct DimensionSpecification {
  let name: String
  let items: [String]
  let factorCount: Int
  /// The rows that are used; nil for all.
  let filter: RowFilter?
}

/// The rows that have a certain text in a column.
struct RowFilter {
  let column: String
  let value: String

  init(column: String, value: String) {
    self.column = column
    self.value = value
  }

  /// The filter that a specification writes; nil where it writes none.
  init?(_ fields: Any?) {
    guard let fields = fields as? [String: Any], let column = fields["col"] as? String,
      let value = fields["value"]
    else { return nil }
    self.init(column: column, value: "\(value)")
  }

  /// Places of the rows, ascending.
  func rows(of table: CSVTable) throws -> [Int] {
    let texts = try table.texts(column)
    return texts.indices.filter { texts[$0] == value }
  }
}

/// The items of one scale and the rows that it is computed on.
struct ScaleSpecification {
  let name: String
  let items: [String]
  let reversed: Set<String>
  let limits: ClosedRange<Int>?
  /// The rows that are used; nil for all.
  let filter: RowFilter?

  init(_ name: String, _ fields: [String: Any]) {
    self.name = name
    items = Specification.names(fields["items"])
    reversed = Set(Specification.names(fields["reverse"]))
    limits = Specification.limits(fields)
    filter = RowFilter(fields["filter"])
  }

  /// The same scale over other rows.
  func filtered(by filter: RowFilter) -> ScaleSpecification {
    ScaleSpecification(self, filter)
  }

  private init(_ scale: ScaleSpecification, _ filter: RowFilter) {
    name = scale.name
    items = scale.items
    reversed = scale.reversed
    limits = scale.limits
    self.filter = filter
  }
}
