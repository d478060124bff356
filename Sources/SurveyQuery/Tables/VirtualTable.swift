import CSurveyTable

/// A table as SQLite reads it; columns are built when a question first needs them, and stay.
final class VirtualTable {
  /// Its name and columns.
  let definition: TableDefinition
  private let storage = ColumnStorage()
  private var table: OpaquePointer?
  private var stretchCount: Int?
  private let authorizer: QueryAuthorizer

  /// A table that nobody has asked of yet.
  ///
  /// - Throws: `QueryError` where memory does not suffice.
  init(
    _ definition: TableDefinition, guardedBy guarding: OpaquePointer,
    authorizer: QueryAuthorizer
  ) throws {
    self.definition = definition
    self.authorizer = authorizer
    let owner = Unmanaged.passUnretained(self).toOpaque()
    table = survey_table_new(
      definition.declaration, Int32(definition.columns.count), guarding, owner
    ) { owner, column in
      guard let owner else { return 1 }
      return Unmanaged<VirtualTable>.fromOpaque(owner).takeUnretainedValue().build(Int(column))
    }
    guard table != nil else { throw QueryError("memory is used up; close other programs") }
  }

  deinit { survey_table_free(table) }

  /// Lets a connection know the table, which must outlive it.
  func register(on connection: OpaquePointer) -> Int32 {
    survey_table_register(connection, definition.name, table)
  }

  private func build(_ column: Int) -> Int32 {
    guard column >= 0 else {
      authorizer.isOwn = column == SURVEY_CONNECTING
      return column == SURVEY_CONNECTING && stretchCount == nil ? divide() : SQLITE_OK
    }
    for stretch in 0..<(stretchCount ?? 0) {
      let part = storage.part(definition.columns[column].cells(stretch))
      survey_table_part(table, Int32(column), Int32(stretch))?.pointee = part
    }
    return SQLITE_OK
  }

  private func divide() -> Int32 {
    let counts = definition.stretches().map(Int64.init)
    stretchCount = counts.count
    return survey_table_divide(table, Int32(counts.count), counts)
  }
}
