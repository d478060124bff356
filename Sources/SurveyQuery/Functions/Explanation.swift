import CSurveyTable
import NumericCore
import SurveyModel

/// The function `explain`: what a statistic is, in plain text.
enum Explanation {
  /// The name in SQL.
  static let name = "explain"

  /// Makes it known to a connection.
  ///
  /// - Throws: `QueryError` where SQLite refuses it.
  static func register(on connection: OpaquePointer) throws {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let status = sqlite3_create_function_v2(
      connection, name, -1, flags, nil,
      { context, count, values in
        Explanation.answer(context, SQLArguments(count: count, values: values))
      }, nil, nil, nil)
    guard status == SQLITE_OK else {
      throw QueryError(
        "SQLite does not take the function `\(name)` (status \(status)); report this")
    }
  }

  private static func answer(_ context: OpaquePointer?, _ arguments: SQLArguments) {
    do throws(QueryError) {
      guard arguments.count == 1, let text = arguments.text(0) else {
        throw QueryError(
          "`\(name)` takes the name of a function in quotes; write \(name)('cronbach_alpha')")
      }
      SQLResult.set(.text(try self.text(of: text)), on: context)
    } catch {
      sqlite3_result_error(context, error.message, -1)
    }
  }

  /// What a function is.
  ///
  /// - Throws: `QueryError` with the nearest name where there is none of that name.
  static func text(of name: String) throws(QueryError) -> String {
    let sought = name.lowercased()
    guard let function = FunctionCatalogue.function(sought) else {
      if sought == self.name { return "explain: what a statistic is\nIn SQL: explain('NAME')" }
      if let ambiguous = StatisticRegistry.ambiguousName(sought) {
        throw QueryError("`\(self.name)`: `\(ambiguous.name)`: \(ambiguous.advice)")
      }
      let nearest = NearestName.of(sought, among: FunctionCatalogue.all.map(\.name))
      throw QueryError(
        "`\(self.name)`: the argument names no statistic; "
          + (nearest.map { "did you mean '\($0)'?" } ?? "`abacus explain` lists all"))
    }
    guard case .registered(let definition, _) = function.statistic, function.purpose == .value
    else {
      return "\(function.name)\n\(function.summary)\nIn SQL: \(function.usage)"
    }
    return passport(of: definition, function)
  }

  private static func passport(
    of definition: StatisticDefinition, _ function: StatisticFunction
  ) -> String {
    var lines = ["\(definition.name) (\(definition.id))", definition.sentence]
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { lines.append("\(label): \(text)") }
    }
    add("Formula", definition.formula)
    add("Values", definition.outputs.joined(separator: ", "))
    add("Interval", interval(of: definition))
    add("Missing answers", definition.missing.sentence)
    add("The same number", definition.sameAs.joined(separator: "; "))
    add("A similar name, another number", definition.notSameAs.joined(separator: "; "))
    for caution in definition.cautions {
      add("Warning", "\(caution.situation); report instead: \(caution.instead)")
    }
    add("Defined by", definition.reference)
    add("In SQL", function.usage)
    return lines.joined(separator: "\n")
  }

  private static func interval(of definition: StatisticDefinition) -> String {
    switch (definition.interval, definition.resampling != nil) {
    case (let method?, false): "\(method.name)."
    case (let method?, true):
      "\(method.name), for independent rows without missing answers; else from resamples of the rows (bootstrap)."
    case (nil, true): "from resamples of the rows (bootstrap)."
    case (nil, false): "None is computed with it."
    }
  }
}
