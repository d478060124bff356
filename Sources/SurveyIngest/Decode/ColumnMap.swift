/// Which column of an export holds what the codebook names.
struct ColumnMap {
  var items: [String: RawColumn] = [:]
  var multiSelects: [String: MultiSelectColumns] = [:]
  var texts: [String: RawColumn] = [:]
  var attributes: [String: RawColumn] = [:]
}
