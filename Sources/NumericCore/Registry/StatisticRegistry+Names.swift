extension StatisticRegistry {
  /// The statistic of this name or other name, in whatever way its words are joined: `omegaTotal`
  /// finds `omega_total`.
  public static func definition(named name: String) -> StatisticDefinition? {
    let sought = joined(name)
    return all.first { joined($0.id.rawValue) == sought }
      ?? all.first { $0.otherNames.map(joined).contains(sought) }
  }

  /// Letters and digits alone, in lower case.
  private static func joined(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
