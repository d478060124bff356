extension QuerySession {
  /// Makes the functions of statistics known to a new connection.
  static func registerFunctions(on connection: OpaquePointer, data: QueryData) throws {}

  /// The functions of statistics.
  static var statistics: [QueryFunction] { [] }
}
