import Testing

/// Holds folders, lists and pages together. A folder that does not exist yet has nothing to hold.
@Suite struct RegistryTests {
  @Test(arguments: Registry.all) func everyFileIsInTheList(registry: Registry) {
    #expect(Set(registry.typesInFolder) == Set(registry.typesInList), "\(registry.protocolFile)")
  }

  @Test(arguments: Registry.all) func theListNamesEachOnce(registry: Registry) {
    #expect(registry.typesInList.count == Set(registry.typesInList).count)
  }

  @Test(arguments: Registry.all) func everyNameHasARowOnThePage(registry: Registry) throws {
    let described = Set(
      Repository.tableRows(registry.page).flatMap { Repository.codes(in: $0.first ?? "") })
    let names = try registry.typesInFolder.map { type in
      try #require(registry.userName(of: type), "\(type) has no name for users")
    }
    #expect(described == Set(names), "\(registry.page)")
  }
}
