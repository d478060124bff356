import Glibc

/// Raw memory that grows by doubling: the parser's callbacks may not touch a Swift array.
struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    start = Memory.allocate(Element.self, count: capacity)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    start[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<Element>, count added: Int) {
    if capacity &- count < added { grow(by: added) }
    (start + count).update(from: source, count: added)
    count &+= added
  }

  @inline(never)
  private mutating func grow(by added: Int) {
    capacity = max(capacity * 2, count + added)
    start = Memory.reallocate(start, count: capacity)
  }

  /// Gives the memory away; the buffer may not be used again.
  func frozen() -> FrozenBuffer<Element> {
    FrozenBuffer(adopting: Memory.reallocate(start, count: max(count, 1)), count: count)
  }

  func deallocate() { free(start) }
}

/// `malloc` for trivial elements; running out of memory stops the process.
enum Memory {
  static func allocate<Element: BitwiseCopyable>(
    _: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    bound(malloc(max(count, 1) * MemoryLayout<Element>.stride), count)
  }

  static func allocateZeroed<Element: BitwiseCopyable>(
    _: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    bound(calloc(max(count, 1), MemoryLayout<Element>.stride), count)
  }

  static func reallocate<Element: BitwiseCopyable>(
    _ start: UnsafeMutablePointer<Element>, count: Int
  ) -> UnsafeMutablePointer<Element> {
    bound(realloc(start, max(count, 1) * MemoryLayout<Element>.stride), count)
  }

  static func resize(_ memory: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
    guard let resized = realloc(memory, max(size, 1)) else {
      preconditionFailure("out of memory for \(size) bytes")
    }
    return resized
  }

  private static func bound<Element: BitwiseCopyable>(
    _ memory: UnsafeMutableRawPointer?, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory else { preconditionFailure("out of memory for \(count) cells") }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
}
