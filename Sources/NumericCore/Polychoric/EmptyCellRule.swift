/// What is done about combinations of two answers that nobody gave.
public enum EmptyCellRule: String, Hashable, Sendable, CaseIterable {
  /// Nothing; a 2 × 2 table with an empty cell then has no finite estimate.
  case kept
  /// In a 2 × 2 table with one empty cell, half a person is moved there, which keeps the margins
  /// (Savalei 2011, Structural Equation Modeling 18, 253–273); the rule of lavaan.
  case halfInBinary = "half_in_binary"
  /// Half a person is added to each empty cell, which changes the margins a little; the rule of
  /// psych's `polychoric` for items with different numbers of answers.
  case halfAdded = "half_added"
}
