extension StatisticRegistry {
  /// The statistic of this name or other name, in whatever way its words are joined: `mcdonaldOmega`
  /// finds `mcdonald_omega`. An ambiguous name finds none.
  public static func definition(named name: String) -> StatisticDefinition? {
    let sought = joined(name)
    return all.first { joined($0.id.rawValue) == sought }
      ?? all.first { $0.otherNames.map(joined).contains(sought) }
  }

  /// The ambiguous name, in whatever way its words are joined; `nil` where it is none.
  public static func ambiguousName(_ name: String) -> AmbiguousName? {
    AmbiguousName.all.first { joined($0.name) == joined(name) }
  }

  /// Letters and digits alone, in lower case.
  private static func joined(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
