import SurveyModel
import Testing
import TestSupport

@Suite struct AttributeReaderTests {
  private let at = CodebookText.at
  static let forms = "forms: {m: {items: [{id: A, stem: S, response_scale: ag}]}}\n"

  /// The findings of a codebook whose line 9 is the first of `attributes`.
  func findings(_ attributes: String) -> [Finding] {
    CodebookText.findings(Self.forms + "attributes: [\n" + attributes + "]")
  }

  func attribute(_ text: String) throws -> Attribute {
    let written = Written<Codebook>.codebook(
      CodebookText.head + Self.forms + "attributes: [\n" + text + "]")
    return try #require(written.value?.attributes.first)
  }

  @Test(
    arguments: [
      ("respondent", .identifier), ("pair", .identifier), ("submitted", .date),
      ("wave", .category), ("consent", .category), ("finished", .category),
      ("describe", .category),
    ] as [(String, Attribute.Kind)])
  func theUseSaysHowCellsAreRead(use: String, kind: Attribute.Kind) throws {
    #expect(try attribute("{id: a, use: \(use)}").kind == kind)
  }

  @Test(arguments: [("respondent", true), ("pair", true), ("describe", false)])
  func whatNamesAPersonMayNeverBeShown(use: String, isIdentifying: Bool) throws {
    #expect(try attribute("{id: a, use: \(use)}").isIdentifying == isIdentifying)
  }

  @Test func consentIsGrantedByYesWhereTheCodebookSaysNothing() throws {
    #expect(try attribute("{id: a, use: consent}").grantedBy == ["yes", "true", "1"])
    #expect(try attribute("{id: a, use: consent, granted_by: [ok]}").grantedBy == ["ok"])
    #expect(try attribute("{id: a}").grantedBy == [])
  }

  @Test func formsMayShareAUseWhereTheyDoNotShareTheAttribute() {
    let text = """
      forms:
        m: {items: [{id: A, stem: S, response_scale: ag}]}
        e: {items: [{id: B, stem: S, response_scale: ag}]}
      attributes:
        - {id: mid, use: respondent, forms: [m]}
        - {id: eid, use: respondent, forms: [e]}
      """
    #expect(CodebookText.findings(text).isEmpty)
  }

  @Test(
    arguments: [
      (
        "{id: a}, {id: a}", .duplicateID, 15, nil,
        "attribute `a` is described twice; remove one of them"
      ),
      ("{kind: category}", .missingKey, 1, nil, "an attribute has no `id`; add it"),
      (
        "{id: a, maximum: 3}", .wrongValue, 18, nil,
        "attribute `a` has a limit but is not a number; write `kind: number` or remove it"
      ),
      (
        "{id: a, kind: date}", .wrongValue, 15, nil,
        "attribute `a` is a date that nothing reads; write `use: submitted` if it says when the response came in, `kind: category` or `kind: number` with a column such as the year, or remove it"
      ),
      (
        "{id: a, use: submitted, kind: category}", .wrongValue, 31, nil,
        "attribute `a` says when the response was submitted, so its kind can't be `category`; write `kind: date` or remove the key"
      ),
      (
        "{id: a, date_order: mdy}", .wrongValue, 21, nil,
        "attribute `a` has a `date_order` but is no date; remove it or write `use: submitted`"
      ),
      (
        "{id: a, use: submitted, date_order: mdd}", .wrongValue, 37, nil,
        "`date_order` of an attribute can't be `mdd`; did you mean `mdy`?"
      ),
      (
        "{id: a, use: respondant}", .wrongValue, 14, nil,
        "`use` of an attribute can't be `respondant`; did you mean `respondent`?"
      ),
      (
        "{id: a, forms: [n]}", .unknownReference, 1, "n",
        "attribute `a` names the form `n`, which is not defined; did you mean `m`?"
      ),
      (
        "{id: a, use: pair}, {id: b, use: pair}", .wrongValue, 21, "b",
        "the attributes `a` and `b` of one form both have `use: pair`; keep one, or give them different `forms`"
      ),
      (
        "{id: a, identifying: maybe}", .wrongType, 22, nil,
        "`identifying` of an attribute is neither true nor false; write true or false"
      ),
    ] as [(String, FindingCode, Int, String?, String)])
  func refuses(
    attributes: String, code: FindingCode, column: Int, subject: String?, message: String
  ) {
    #expect(
      findings(attributes) == [Finding(code, at: at(9, column), subject: subject, message)])
  }
}
