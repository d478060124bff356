import SurveyModel

extension ColumnMapper {
  /// Names of columns that nothing else in the codebook is read from: following a suggestion must
  /// not read one column twice.
  func unclaimedNames(except id: String) -> [String] {
    let claimed = claimedNames(except: id)
    return export.table.columns.map(\.name).filter { !claimed.contains($0) }
  }

  /// Those that nothing else is read from in another spelling either.
  func suggestions(except id: String) -> [String] {
    let claimed = Set(claimedNames(except: id).map(ColumnName.folded))
    return export.table.columns.map(\.name).filter { !claimed.contains(ColumnName.folded($0)) }
  }

  func claimedNames(except id: String) -> Set<String> {
    var claimed = Set(source.columns.filter { $0.key != id }.values)
    for item in form.items where item.id != id { claimed.formUnion(item.columnNames) }
    for question in form.openQuestions where question.id != id {
      claimed.formUnion(question.columnNames)
    }
    for attribute in codebook.attributes(of: form.id) where attribute.id != id {
      claimed.formUnion(attribute.columnNames)
    }
    return claimed
  }
}
