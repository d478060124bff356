import NumericCore

/// What a function answers.
enum Outcome: Hashable, Sendable {
  /// A number, finite.
  case number(Double)
  /// A count.
  case count(Int)
  /// Words, or several numbers as JSON.
  case text(String)
  /// None, with the reason: what is wrong; then `;` and what to do.
  case undefined(String)

  /// What a computation answers; none where it has no result for these data.
  init(_ compute: () throws(NumericError) -> Outcome) {
    do throws(NumericError) {
      self = try compute()
    } catch {
      self = .undefined(error.description)
    }
  }

  /// Why there is no value; nil where there is one.
  var reason: String? { if case .undefined(let reason) = self { reason } else { nil } }
}

extension Outcome {
  /// The values of one output of a statistic: a number, or JSON where it has several.
  ///
  /// - Parameter itemNames: what items are called; without them they go by their number, from 1.
  init(_ values: [NamedValue], output: String, itemNames: [String]? = nil) {
    let values = values.filter { $0.name == output }
    guard let first = values.first else {
      self = .undefined("these data have no value `\(output)`; see explain('NAME') for its values")
      return
    }
    if first.item != nil {
      let members = values.enumerated().map { place, value in
        let item = value.item ?? place
        let name = itemNames?[item] ?? String(item + 1)
        return "\(Self.quoted(name)):\(Self.number(value.value))"
      }
      self = .text("{\(members.joined(separator: ","))}")
    } else if values.count > 1 {
      self = .text("[\(values.map { Self.number($0.value) }.joined(separator: ","))]")
    } else if let number = first.value, number.isFinite {
      self = .number(number)
    } else {
      self = .undefined("the value is not defined for these data; see explain('NAME')")
    }
  }

  private static func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? $0.description : nil } ?? "null"
  }

  private static func quoted(_ text: String) -> String {
    let hex = Array("0123456789abcdef")
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        result += "\\u00\(hex[Int(scalar.value) / 16])\(hex[Int(scalar.value) % 16])"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// An interval, or why there is none.
enum IntervalEnds: Hashable, Sendable {
  /// Both ends.
  case interval(ConfidenceInterval)
  /// None, with the reason.
  case absent(String)

  /// The interval that a computation gives.
  init(_ compute: () throws(NumericError) -> ConfidenceInterval?) {
    do throws(NumericError) {
      self = try compute().map { .interval($0) } ?? .none
    } catch {
      self = .absent(error.description)
    }
  }

  /// Of a statistic that has no interval.
  static let none = IntervalEnds.absent(
    "no interval is computed with this statistic; report it with its n")

  /// The end that is wanted.
  func outcome(_ purpose: StatisticFunction.Purpose) -> Outcome {
    switch self {
    case .interval(let interval):
      .number(purpose == .lower ? interval.lower : interval.upper)
    case .absent(let reason): .undefined(reason)
    }
  }
}
