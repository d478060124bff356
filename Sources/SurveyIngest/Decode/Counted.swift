/// A number with the words that go with it: "1 response is", "2 responses are".
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

/// How often: "once", "2 times".
func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
