import NumericCore
import TestSupport
import Testing

@Suite struct ExplainCommandTests {
  @Test(arguments: ["mcdonaldOmega", "mcdonald_omega", "mcdonald-omega", "McDonaldOmega", "omega"])
  func anyWayOfJoiningWordsFindsAStatistic(name: String) throws {
    let run = try CommandRun.abacus(["explain", name])
    #expect(run.status == 0 && run.stderr == "")
    #expect(run.stdout.contains("(mcdonald_omega)"))
  }

  @Test(arguments: StatisticRegistry.all.map(\.id.rawValue))
  func everyStatisticIsExplained(id: String) throws {
    let definition = try #require(StatisticRegistry.definition(id: StableID(rawValue: id)))
    let json = try PrintedJSON(CommandRun.abacus(["explain", id, "--format", "json"]).stdout)
    #expect(json.top["statistic"] as? String == id)
    #expect(json.top["sentence"] as? String == definition.sentence)
    #expect(json.top["formula"] as? String == definition.formula)
    #expect(json.top["outputs"] as? [String] == definition.outputs)
    #expect(json.top["same_as"] as? [String] == definition.sameAs)
    #expect(json.top["not_same_as"] as? [String] == definition.notSameAs)
    #expect(json.top["reference"] as? String == definition.reference)
    #expect(json.top["missing_rule"] as? String == definition.missing.rawValue)
    #expect(try json.list("cautions").count == definition.cautions.count)
  }

  @Test func theTextSaysWhatToReportInstead() throws {
    let text = try CommandRun.abacus(["explain", "cronbachAlpha"]).stdout
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "How consistently the items", "Formula: alpha = k / (k − 1)", "Feldt’s, from the F",
      "Complete cases only (listwise)", "psych::alpha(x[complete.cases(x), ]", "two items:",
      "spearman_brown", "doi:10.1007/BF02310555",
    ] { #expect(words.contains(part), "\(part)") }
  }

  @Test func markdownHasTheSameParts() throws {
    let text = try CommandRun.abacus(["explain", "icc", "--format", "markdown"]).stdout
    #expect(text.contains("# Intraclass correlation (icc)"))
    #expect(text.contains("## Warnings to expect, and what to report instead"))
    #expect(text.contains("`two_way_random_single`"))
  }

  @Test func withoutANameAllAreListed() throws {
    let run = try CommandRun.abacus(["explain", "--format", "json"])
    let names = try PrintedJSON(run.stdout).list("statistics").map { $0["statistic"] as? String }
    #expect(names == StatisticRegistry.all.map(\.id.rawValue))
    let table = try CommandRun.abacus(["explain"]).stdout
    for definition in StatisticRegistry.all { #expect(table.contains(definition.id.rawValue)) }
  }

  @Test(arguments: [
    ("cronbach_alfa", "did you mean `cronbach_alpha`?"),
    ("mcdonaldOmga", "did you mean `mcdonald_omega`?"),
    ("kappaOfRaters", "choose among cohen_kappa, weighted_kappa, fleiss_kappa"),
    ("zzz", "`abacus explain` lists all"),
  ])
  func anUnknownNameIsRefused(name: String, advice: String) throws {
    let run = try CommandRun.abacus(["explain", name])
    #expect(run.status == 64 && run.stdout == "")
    #expect(run.stderr.contains("there is no statistic `\(name)`; \(advice)"))
  }

  @Test func anAmbiguousNameIsRefusedWithItsMeanings() throws {
    let run = try CommandRun.abacus(["explain", "omegaTotal"])
    #expect(run.status == 64 && run.stdout == "")
    #expect(run.stderr.contains("write `mcdonald_omega` for one factor, or `omega_hierarchical`"))
  }

  @Test func aFormatForSpreadsheetsIsRefused() throws {
    #expect(try CommandRun.abacus(["explain", "mean", "--format", "csv"]).status == 64)
  }
}
