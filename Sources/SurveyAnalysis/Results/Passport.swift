package import NumericCore

/// What a number is: definition, cases, items, missing rule, warnings, and its names elsewhere.
package struct Passport: Hashable, Sendable {
  /// The statistic's stable id.
  package let definitionID: String
  /// The statistic's name.
  package let name: String
  /// What it says, in one plain sentence.
  package let sentence: String
  /// Calls of other software that give the same number.
  package let sameAs: [String]
  /// Calls whose similar name hides another number.
  package let notSameAs: [String]
  /// Where it is defined.
  package let reference: String
  /// Rows behind the number.
  package let usedCount: Int
  /// Rows that were shown the items and are not behind it.
  package let droppedCount: Int
  /// Items behind it, in order.
  package let itemIDs: [String]
  /// Those of them that were reversed.
  package let reversedItemIDs: [String]
  /// How rows with missing answers were treated.
  package let missingRule: MissingDataPolicy
  /// What to bear in mind.
  package let warnings: [Warning]

  /// Makes a passport for a value of a statistic.
  package init(
    _ definition: StatisticDefinition, usedCount: Int, droppedCount: Int, itemIDs: [String],
    reversedItemIDs: [String], missingRule: MissingDataPolicy, warnings: [Warning]
  ) {
    definitionID = definition.id.rawValue
    name = definition.name
    sentence = definition.sentence
    sameAs = definition.sameAs
    notSameAs = definition.notSameAs
    reference = definition.reference
    self.usedCount = usedCount
    self.droppedCount = droppedCount
    self.itemIDs = itemIDs
    self.reversedItemIDs = reversedItemIDs
    self.missingRule = missingRule
    self.warnings = warnings
  }

  /// What to bear in mind about a number.
  package enum Warning: Hashable, Sendable {
    /// Items skewed beyond ±1, where the interval assumes normal items; and whether an interval of
    /// resamples stands beside it.
    case skewedItems([String], resampledBeside: Bool)
    /// The items are independent points, not signs of one construct.
    case checklist
    /// Items that look un-reversed.
    case unreversedItems([String])
    /// Items without variance: they count in k and carry no information.
    case constantItems([String])
    /// The coefficient is below zero, so that there is no standard error of measurement.
    case negativeReliability
    /// Fewer cases than a coefficient can be relied on with.
    case fewCases(Int)
    /// Pairwise covariances: each pair of items has its own cases.
    case pairwise(smallest: Int, largest: Int)
    /// Several rows stand behind a person or a partner.
    case dependentRows
    /// The interval draws rows in so many groups that share persons or partners.
    case drawnInGroups(Int)
  }
}
