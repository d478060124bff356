import FoundationEssentials
import NumericCore
package import SurveyAnalysis

/// Why a text holds no numbers of a report.
package enum NumbersError: Error, Hashable, Sendable {
  /// It is no JSON, or a part of it is missing or wrong.
  case damaged
  /// It is another kind of file, or of another version; nil where it does not say.
  case otherSchema(String?)
}

extension NumbersJSON {
  /// Reads what `value` wrote, to the last digit.
  ///
  /// - Throws: `NumbersError`.
  package static func read(_ text: String) throws(NumbersError) -> PublishedNumbers {
    let data = Data(text.utf8)
    do {
      let head = try JSONDecoder().decode(Head.self, from: data)
      guard head.schema == schema else { throw NumbersError.otherSchema(head.schema) }
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Body.self, from: data).published()
    } catch let error as NumbersError {
      throw error
    } catch {
      throw .damaged
    }
  }

  private struct Head: Decodable {
    let schema: String?
  }

  private struct Body: Decodable {
    let study: Study
    let engine: String
    let instrument: Instrument
    let options: Options
    let forms: [Named]
    let waves: [Named]
    let totals: [Total]
    let numbers: [Number]

    func published() throws -> PublishedNumbers {
      PublishedNumbers(
        edition: ReportEdition(
          title: study.title, date: study.date, engine: engine, instrumentID: instrument.id,
          instrumentVersion: instrument.version, confidenceLevel: options.confidenceLevel,
          minimum: options.disclosureMinimum),
        forms: forms.map(\.named), waves: waves.map(\.named), totals: totals.map(\.total),
        numbers: try numbers.map { try $0.number(level: options.confidenceLevel) })
    }
  }

  private struct Study: Decodable {
    let title: String
    let date: String
  }

  private struct Instrument: Decodable {
    let id: String
    let version: String
  }

  private struct Options: Decodable {
    let confidenceLevel: Double
    let disclosureMinimum: Int
  }

  private struct Named: Decodable {
    let id: String
    let label: String

    var named: PublishedNumbers.Named { PublishedNumbers.Named(id: id, label: label) }
  }

  private struct Total: Decodable {
    let form: String
    let wave: String?
    let responses: Int
    let persons: Int
    let partners: Int?

    var total: RespondentTotal {
      RespondentTotal(
        formID: form, waveID: wave, responseCount: responses, personCount: persons,
        partnerCount: partners)
    }
  }

  private struct Number: Decodable {
    let kind: String
    let form: String?
    let wave: String?
    let subject: String?
    let part: String?
    let label: String
    let partLabel: String?
    let n: Int?
    let persons: Int?
    let value: Double?
    let lower: Double?
    let upper: Double?
    let method: String?
    let standardError: Double?
    let notShown: String?

    func number(level: Double) throws -> PublishedNumber {
      PublishedNumber(
        key: NumberKey(
          NumberKind(rawValue: kind), form: form, wave: wave, subject: subject, part: part),
        label: label, partLabel: partLabel, n: n, personCount: persons, content: try content(level))
    }

    private func content(_ level: Double) throws -> PublishedNumber.Content {
      if let value {
        return .shown(
          ShownNumber(
            value, interval: try interval(level), standardError: standardError))
      }
      guard let reason = notShown.flatMap(PublishedNumber.NotShown.init) else {
        throw NumbersError.damaged
      }
      return .notShown(reason)
    }

    private func interval(_ level: Double) throws -> ConfidenceInterval? {
      guard let lower, let upper, let method else { return nil }
      guard let method = IntervalMethod(rawValue: method) else { throw NumbersError.damaged }
      return try ConfidenceInterval(lower: lower, upper: upper, level: level, method: method)
    }
  }
}
