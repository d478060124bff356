import NumericCore
import SurveyModel

/// Reads what a function is asked for from the arguments of its first row.
struct CallReader {
  private let function: StatisticFunction
  private let arguments: SQLArguments
  private let study: StudyRows
  /// The first argument not read yet.
  private var start = 0
  /// The end of the arguments not read yet.
  private var end: Int
  /// Names of functions read so far, for usage.
  private var prefix = ""
  private var constants: [StatisticCall.Constant] = []

  /// A reader of one row's arguments.
  init(_ function: StatisticFunction, _ arguments: SQLArguments, _ study: StudyRows) {
    self.function = function
    self.arguments = arguments
    self.study = study
    end = arguments.count
  }

  /// What is asked for.
  ///
  /// - Throws: `QueryError` where the arguments fit no use of the function.
  mutating func read() throws(QueryError) -> StatisticCall {
    let wantsReason = function.purpose == .reason
    var asked = function
    if wantsReason { asked = try readFunction { $0.purpose != .reason } }
    let purpose = asked.purpose
    if asked.statistic == nil {
      asked =
        isText(start) ? try readFunction { $0.purpose == .value } : try meanFunction(asked)
    }
    guard let statistic = asked.statistic else { throw wrongCount(asked.usage) }
    let policy = readPolicy(of: statistic.form)
    let usage = statistic.form.usage(of: function.name, after: prefix)
    let (source, parameter) =
      namesTarget(statistic.form)
      ? try readTarget(of: statistic) : try readColumns(of: statistic.form, usage)
    return StatisticCall(
      name: function.name, statistic: statistic, purpose: purpose, level: study.confidenceLevel,
      wantsReason: wantsReason, source: source, policy: policy, parameter: parameter,
      constants: constants)
  }

  /// The function that an argument names.
  private mutating func readFunction(
    where isAllowed: (StatisticFunction) -> Bool
  ) throws(QueryError) -> StatisticFunction {
    guard let name = arguments.count > start ? arguments.text(start) : nil else {
      throw wrongCount(function.usage)
    }
    guard let named = FunctionCatalogue.function(name), isAllowed(named) else {
      if let ambiguous = StatisticRegistry.ambiguousName(name) {
        throw QueryError(
          "`\(function.name)`: argument \(start + 1) is `\(ambiguous.name)`: \(ambiguous.advice)")
      }
      let names = FunctionCatalogue.all.filter(isAllowed).map(\.name)
      let advice =
        NearestName.of(name, among: names).map { "did you mean '\($0)'?" }
        ?? "pass the name of a function, such as 'cronbach_alpha', or numbers"
      throw QueryError(
        "`\(function.name)`: argument \(start + 1) is text that names no statistic; \(advice)")
    }
    noteText(start)
    prefix += "'\(named.name)', "
    start += 1
    return named
  }

  private func meanFunction(_ asked: StatisticFunction) throws(QueryError) -> StatisticFunction {
    guard let mean = FunctionCatalogue.function("mean") else { throw wrongCount(asked.usage) }
    return mean
  }

  private mutating func readPolicy(of form: ArgumentForm) -> MissingDataPolicy {
    guard form.takesPolicy, end - start > 1,
      let policy = arguments.text(end - 1).flatMap(MissingDataPolicy.init(rawValue:))
    else { return .listwise }
    end -= 1
    noteText(end)
    return policy
  }

  /// True where the arguments are the number of a response and a name.
  private func namesTarget(_ form: ArgumentForm) -> Bool {
    form.takesName && end - start == (form == .columnAndShare ? 3 : 2) && isText(start + 1)
  }

  private mutating func readTarget(
    of statistic: Statistic
  ) throws(QueryError) -> (StatisticCall.Source, Double?) {
    guard isResponse(start) else {
      throw QueryError(
        "`\(function.name)`: argument \(start + 1) is \(arguments.words(start)); pass the column `responses` before a name, or columns of numbers, such as `MA1_keyed`"
      )
    }
    let name = arguments.text(start + 1) ?? ""
    let target: ResponseTarget
    do {
      target = try study.target(named: name, for: statistic)
    } catch {
      throw QueryError("`\(function.name)`: argument \(start + 2) \(error.message)")
    }
    noteText(start + 1)
    let parameter = statistic.form == .columnAndShare ? try readNumber(start + 2) : nil
    return (.responses(position: start, target), parameter)
  }

  private mutating func readColumns(
    of form: ArgumentForm, _ usage: String
  ) throws(QueryError) -> (StatisticCall.Source, Double?) {
    let hasParameter = form == .columnAndShare || form == .columnAndHighest
    let count = end - start - (hasParameter ? 1 : 0)
    guard let counts = form.columnCounts, counts.contains(count) else { throw wrongCount(usage) }
    let parameter = hasParameter ? try readNumber(end - 1) : nil
    return (.columns(start..<start + count), parameter)
  }

  private mutating func readNumber(_ position: Int) throws(QueryError) -> Double {
    guard arguments.isNumber(position) else {
      throw QueryError(
        "`\(function.name)`: argument \(position + 1) is \(arguments.words(position)); give one number for all rows"
      )
    }
    let number = arguments.number(position)
    constants.append(.number(position: position, number))
    return number
  }

  private mutating func noteText(_ position: Int) {
    constants.append(.text(position: position, Array((arguments.text(position) ?? "").utf8)))
  }

  private func isText(_ position: Int) -> Bool {
    position < arguments.count && arguments.isText(position)
  }

  /// True for what the column `responses` holds; NULL where an outer join has no response.
  private func isResponse(_ position: Int) -> Bool {
    arguments.isInteger(position) || arguments.isNull(position)
  }

  private func wrongCount(_ usage: String) -> QueryError {
    QueryError(
      "`\(function.name)` can't be called with \(arguments.count) such arguments; write \(usage)")
  }
}
