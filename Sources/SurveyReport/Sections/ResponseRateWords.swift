import ReportDocument
import SurveyAnalysis
import SurveyModel

/// Says which response rate is given, and what it is without partial responses.
struct ResponseRateWords {
  private let forms: [FormFlow]

  init(_ flow: ResponseFlow) { forms = flow.forms }

  /// Nil where there is neither a rate nor anybody who broke off.
  var sentence: String? {
    let parts = [rate, excess, partial, silent].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var rate: String? {
    let rated = forms.filter { $0.responseRate != nil }
    guard !rated.isEmpty else { return nil }
    let name =
      "The response rate is RR6 of the AAPOR: persons who answered, partial responses included, among all who were invited."
    guard rated.contains(where: \.knowsCompletion) else {
      return name + " The files do not say which responses are partial."
    }
    let rates = rated.filter { $0.partialPersonCount > 0 }.map { form in
      "\(NumberStyle.percent().text(form.completeResponseRate ?? 0)) of the \(form.role.plural)"
    }
    guard !rates.isEmpty else {
      return name + " No response is partial, so RR5, without partial responses, is the same."
    }
    return name + " Without partial responses (RR5) it is \(Words.list(rates))."
  }

  private var excess: String? {
    let names = forms.filter { $0.excessPersonCount != nil }.map(\.role.plural)
    guard !names.isEmpty else { return nil }
    return
      "More \(Words.list(names)) answered than the study file says were invited, so no rate is given of them."
  }

  private var partial: String? {
    counts(\.partialPersonCount).map { "\($0) gave partial responses only." }
  }

  private var silent: String? {
    counts(\.silentPersonCount).map {
      "\($0) left before the first answer, and count as not having answered."
    }
  }

  private func counts(_ count: (FormFlow) -> Int) -> String? {
    let known = forms.filter { count($0) > 0 }
    guard !known.isEmpty else { return nil }
    return Words.list(known.map { Words.count(count($0), $0.role.singular, $0.role.plural) })
  }
}
