import NumericCore
import SurveyModel
import TestSupport
import Testing

@testable import SurveyQuery

/// What a question that can't be answered is told.
@Suite struct FunctionMessageTests {
  @Test(arguments: [
    (
      "cronbach_alpha(A, label)",
      "`cronbach_alpha`: argument 2 is text that is no scale of the codebook; pass the id of one, or codes, such as `MA1_keyed`, instead of text"
    ),
    (
      "cronbach_alpha(A, B, label)",
      "`cronbach_alpha`: argument 3 is text; pass numbers, such as the codes of an item in its column, `MA1`, or keyed, `MA1_keyed`"
    ),
    (
      "cronbach_alpha(label, label)",
      "`cronbach_alpha`: argument 1 is text; pass the column `responses` before a name, or columns of numbers, such as `MA1_keyed`"
    ),
    (
      "sd(label)",
      "`sd`: argument 1 is text; pass numbers, such as the codes of an item in its column, `MA1`, or keyed, `MA1_keyed`"
    ),
    (
      "sd(x'00')",
      "`sd`: argument 1 is bytes; pass numbers, such as the codes of an item in its column, `MA1`, or keyed, `MA1_keyed`"
    ),
    (
      "cronbach_alpha(responses, 'GROWS')",
      "`cronbach_alpha`: argument 2 is text that is no scale of the codebook; did you mean 'GROW'?"
    ),
    (
      "cronbach_alpha(responses, 'A')",
      "`cronbach_alpha`: argument 2 names item `A`, and one item has no such statistic; name its scale, `GROW`"
    ),
    (
      "cronbach_alpha(responses, 'ALL')",
      "`cronbach_alpha`: argument 2 names scale `ALL`, which is made of subscales; use stratified_alpha, or name one of GROW"
    ),
    (
      "stratified_alpha(responses, 'GROW')",
      "`stratified_alpha`: argument 2 names scale `GROW`, which is made of items; use cronbach_alpha, or name a scale of subscales"
    ),
    (
      "top2(responses, 'GROW')",
      "`top2`: argument 2 names the scale `GROW`; name one of its items, as a share is of one question"
    ),
    (
      "mean(responses, 'YESNO')",
      "`mean`: argument 2 names item `YESNO`, whose options have no order; count them with GROUP BY instead"
    ),
    (
      "favourable(responses, 'RATE')",
      "`favourable`: argument 2 names item `RATE`, a rating, whose answers have no such share; ask for its mean"
    ),
    (
      "top2(responses, 'RATE')",
      "`top2`: argument 2 names item `RATE`, a rating, whose answers have no such share; ask for its mean"
    ),
    (
      "wilson_low(responses, 'RATE')",
      "`wilson_low`: argument 2 names item `RATE`, a rating, whose answers have no such share; ask for its mean"
    ),
    (
      "mean(responses, 'HELP')",
      "`mean`: argument 2 names `HELP`, a question that is not answered with one code; name an item or a scale"
    ),
    (
      "mean(YESNO, 'A')",
      "`mean`: a response comes twice; pass the column `responses` of its table as argument 1, once for each response (a join may repeat rows)"
    ),
    (
      "mean(1000, 'A')",
      "`mean`: argument 1 is no response; pass the column `responses` of its table"
    ),
    ("sd()", "`sd` can't be called with 0 such arguments; write sd(x) or sd(responses, 'NAME')"),
    ("corr(A)", "`corr` can't be called with 1 such arguments; write corr(x, y)"),
    (
      "ci_low('icc', A)",
      "`ci_low` can't be called with 2 such arguments; write ci_low('icc', r1, r2, …)"
    ),
    (
      "why()",
      "`why` can't be called with 0 such arguments; write why('NAME', …)"
    ),
    (
      "why('cronbach_alfa', A, B)",
      "`why`: argument 1 is text that names no statistic; did you mean 'cronbach_alpha'?"
    ),
    (
      "ci_low(label)",
      "`ci_low`: argument 1 is text that names no statistic; pass the name of a function, such as 'cronbach_alpha', or numbers"
    ),
    ("quantile(A, label)", "`quantile`: argument 2 is text; give one number for all rows"),
    (
      "quantile(A, B / 10.0)",
      "`quantile`: argument 2 differs between rows; give one number for all of them"
    ),
    (
      "mean(responses, CASE A WHEN 1 THEN 'A' ELSE 'B' END)",
      "`mean`: argument 2 differs between rows; give one name for all of them"
    ),
    (
      "proportion(B)",
      "`proportion`: the argument has other values than 0 and 1; pass a condition, such as MA1 >= 4"
    ),
    (
      "top2(B, 3)",
      "`top2`: there are values that are no codes up to the highest given; pass the codes of an item and the highest that it offers"
    ),
    (
      "weighted_mean(A, -B)",
      "`weighted_mean`: a weight is negative; correct it, or leave its row out with FILTER"
    ),
    (
      "explain('cronbach_alfa')",
      "`explain`: the argument names no statistic; did you mean 'cronbach_alpha'?"
    ),
    (
      "explain(A)",
      "`explain` takes the name of a function in quotes; write explain('cronbach_alpha')"
    ),
  ])
  func saysWhatIsWrongAndWhatToDo(call: String, message: String) throws {
    let sql = try connection()
    #expect(sql.message("SELECT \(call) FROM responses") == message)
  }

  @Test func noMessageQuotesAnAnswer() throws {
    let sql = try connection()
    for call in [
      "sd(label)", "cronbach_alpha(A, label)", "ci_low(label)", "mean(responses, label)",
    ] {
      let message = try #require(sql.message("SELECT \(call) FROM responses"))
      #expect(!message.contains("Anna"), "\(call)")
    }
  }

  @Test func anExplanationIsThePassport() throws {
    let text = try #require(try connection().value("explain('omega')").text)
    let definition = try #require(StatisticRegistry.definition(id: "mcdonald_omega"))
    for part in [definition.name, definition.sentence, definition.formula, definition.reference]
      + definition.sameAs + definition.notSameAs + definition.cautions.map(\.instead)
    {
      #expect(text.contains(part))
    }
  }

  @Test func everyFunctionCanBeExplained() throws {
    for function in StatisticFunctions.all {
      #expect(try Explanation.text(of: function.name).contains(function.name), "\(function.name)")
    }
  }

  private func connection() throws -> PlainConnection {
    let columns = [
      SampleColumn("A", [1, 2, 2, 5]), SampleColumn("B", [2, 1, 4, 4]),
      SampleColumn(
        "YESNO", [0, 1, 1, 0], on: Sample.scale("yes_no", codes: 0...1, kind: .nominal)),
      SampleColumn("RATE", [0, 3, 9, 10], on: Sample.scale("rate", codes: 0...10, kind: .numeric)),
    ]
    let scales = [
      Sample.scale("GROW", of: .items(columns.prefix(2).map(\.item))),
      Sample.scale("ALL", of: .subscales(["GROW"])),
    ]
    let ticks = SampleTicks("HELP", options: ["x"], [["x"], [], nil, ["x"]])
    let sql = try PlainConnection.of(
      Sample.dataset([Sample.form(columns, scales: scales, ticks: [ticks])]))
    try sql.rows("ALTER TABLE responses ADD COLUMN label TEXT DEFAULT 'Anna'")
    return sql
  }
}
