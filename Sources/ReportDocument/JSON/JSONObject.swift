/// Values by key, in the order in which they are written: that of the keys' scalars, which needs no
/// locale.
package struct JSONObject: Sendable, Hashable {
  /// One value and its key.
  package struct Member: Sendable, Hashable {
    /// The key; no two members have the same.
    package let key: String
    /// The value.
    package let value: JSONValue
  }

  /// The members, their keys ascending.
  package private(set) var members: [Member] = []

  /// Takes pairs in any order; of equal keys the last one counts.
  package init(_ pairs: some Collection<(String, JSONValue)>) {
    members.reserveCapacity(pairs.count)
    for (key, value) in pairs { insert(Member(key: key, value: value)) }
  }

  /// The members of both; of equal keys the other's counts.
  package func merging(_ other: JSONObject) -> JSONObject {
    var merged = self
    merged.members.reserveCapacity(members.count + other.members.count)
    for member in other.members { merged.insert(member) }
    return merged
  }

  /// Most objects are small, and their members come nearly in order.
  private mutating func insert(_ member: Member) {
    var place = members.count
    while place > 0 && member.key < members[place - 1].key { place -= 1 }
    if place > 0 && members[place - 1].key == member.key {
      members[place - 1] = member
    } else {
      members.insert(member, at: place)
    }
  }
}
