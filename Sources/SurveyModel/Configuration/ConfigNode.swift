/// One value of a file that a user writes, with the place it was written.
public struct ConfigNode: Hashable, Sendable {
  /// What stands there.
  public enum Content: Hashable, Sendable {
    /// Nothing, `~` or `null`.
    case null
    /// One value as it was written, without its quotes.
    case scalar(String)
    /// A list.
    case list([ConfigNode])
    /// Keys with their values, in the order written.
    case mapping([ConfigEntry])
  }

  /// What stands there.
  public let content: Content
  /// Where it stands.
  public let location: SourceLocation

  /// A value and its place.
  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// Where a key of a mapping is set; nil where it is not.
  public func location(of key: String) -> SourceLocation? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value.location
  }

  /// What kind of value it is, in a user's words.
  public var kind: String {
    switch content {
    case .null: "nothing"
    case .scalar: "a single value"
    case .list: "a list"
    case .mapping: "keys with values"
    }
  }
}

/// One key with its value.
public struct ConfigEntry: Hashable, Sendable {
  /// The key as written.
  public let key: String
  /// Where the key stands.
  public let location: SourceLocation
  /// What it is set to.
  public let value: ConfigNode

  /// A key, its place and its value.
  public init(key: String, at location: SourceLocation, value: ConfigNode) {
    self.key = key
    self.location = location
    self.value = value
  }
}
