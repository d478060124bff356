import ConformanceKit
import Testing

/// Holds every statistic that other software has a number for against that number, through the
/// same public interface, and the same reading of specifications, that `make conformance` uses.
@Suite struct FrozenSetTests {
  @Test func thereAreSets() {
    #expect(FrozenSet.all.count >= 35)
  }

  @Test(arguments: FrozenSet.all) func agreesWithOtherSoftware(set: FrozenSet) throws {
    let values = try Conformance.values(specification: set.specification, data: set.data)
    let expected = try set.expected()
    #expect(!expected.isEmpty)
    // An id with several sources agrees when it meets one of them.
    for (id, numbers) in Dictionary(grouping: expected, by: \.id).sorted(by: { $0.key < $1.key }) {
      guard let json = values[id] else {
        Issue.record("\(id) is not computed")
        continue
      }
      let value = try Tree(json: json)
      let agrees = numbers.contains { value.agrees(with: $0) }
      #expect(
        agrees, "\(id): \(json), not \(numbers.map { "\($0.value) (\($0.source))" })")
    }
  }

  @Test func toleranceTextsAreRead() {
    #expect(Tolerance("1e-5 abs", id: "x").allows(1, 1.00001))
    #expect(!Tolerance("1e-6 rel", id: "x").allows(1, 1.00001))
    #expect(!Tolerance("exact", id: "x").allows(1, 1.0000000000000002))
    #expect(Tolerance("", id: "a.p").allows(1e-300, 1e-300 * (1 + 1e-9)))
    #expect(!Tolerance("", id: "a.p").allows(1e-200, 2e-200))
    #expect(Tolerance("", id: "a.mean").allows(1e9, 1e9 + 0.5))
  }

  @Test func wrongNumbersAreNoticed() throws {
    let set = try #require(FrozenSet.all.first { $0.name == "shrout_fleiss" })
    let number = try #require(try set.expected().first { $0.id.hasSuffix("ICC1.ICC") })
    #expect(try Tree(json: "0.16574176840547522").agrees(with: number))
    #expect(try !Tree(json: "0.1657417").agrees(with: number))
    #expect(try !Tree(json: "null").agrees(with: number))
    #expect(try !Tree(json: "[0.16574176840547522]").agrees(with: number))
  }
}
