import CSurveyTable

/// A growing list of plain numbers in SQLite's own memory, so that SQLite's limit holds for it too.
struct MeteredBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>?
  private var capacity = 0
  /// How many elements it holds.
  private(set) var count = 0

  deinit { sqlite3_free(start) }

  /// Adds an element.
  ///
  /// - Throws: `QueryError` where SQLite may hold no more memory.
  @inline(__always)
  mutating func append(_ element: Element) throws(QueryError) {
    if count == capacity { try grow() }
    start.unsafelyUnwrapped[count] = element
    count += 1
  }

  /// Forgets the elements after the first `count`.
  mutating func shorten(to count: Int) { self.count = min(count, self.count) }

  /// Calls `body` with all elements.
  borrowing func withElements<Result>(
    _ body: (UnsafeBufferPointer<Element>) -> Result
  ) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  private mutating func grow() throws(QueryError) {
    let wanted = max(256, capacity * 2)
    let bytes = sqlite3_uint64(wanted * MemoryLayout<Element>.stride)
    guard let memory = sqlite3_realloc64(start, bytes) else {
      throw QueryError(
        "the rows of one group need more memory than a question may have; group or filter them more finely"
      )
    }
    start = memory.bindMemory(to: Element.self, capacity: wanted)
    capacity = wanted
  }
}
