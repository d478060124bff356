/// The words that renderers add to a document of their own accord.
enum FixedWords {
  static let skip = "Skip to the content"
  static let contents = "Contents"
  static let numbers = "The numbers"
  static let net = "net"
  static let bar = "bar"
  static let lowerLimit = "lower"
  static let upperLimit = "upper"
  static let standsOut = "stands out"
}
