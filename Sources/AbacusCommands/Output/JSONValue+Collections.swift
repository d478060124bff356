import ReportDocument

// Here, and not beside `JSONValue`, because generic functions are slow across modules.
extension JSONValue {
  /// Each value of a list, read; nil where this is no list, or one of them can't be read.
  func list<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
    guard let values = arrayValue else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count ? elements : nil
  }

  /// Each member of an object, read; nil where this is no object, or one of them can't be read.
  func dictionary<Element>(_ read: (JSONValue) -> Element?) -> [String: Element]? {
    guard let members = objectValue?.members else { return nil }
    let pairs = members.compactMap { member in read(member.value).map { (member.key, $0) } }
    return pairs.count == members.count ? Dictionary(uniqueKeysWithValues: pairs) : nil
  }
}
