import Glibc

/// Raw memory that grows by doubling: the parser's callbacks may not touch a Swift array.
struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    start = Memory.allocate(size: capacity * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: capacity)
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
    start = Memory.resize(start, to: capacity * MemoryLayout<Element>.stride)
      .bindMemory(to: Element.self, capacity: capacity)
  }

  /// Gives the memory away; the buffer may not be used again.
  func frozen() -> FrozenBuffer<Element> {
    FrozenBuffer(
      adopting: Memory.resize(start, to: count * MemoryLayout<Element>.stride), count: count)
  }

  func deallocate() { free(start) }
}

/// `malloc` and its kin; running out of memory stops the process.
enum Memory {
  /// At least one byte, uninitialized.
  static func allocate(size: Int) -> UnsafeMutableRawPointer { checked(malloc(max(size, 1)), size) }

  /// `count` elements of zero bytes.
  static func allocateZeroed<Element: BitwiseCopyable>(
    _: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    checked(calloc(count, MemoryLayout<Element>.stride), count)
      .bindMemory(to: Element.self, capacity: count)
  }

  /// The same bytes in a block of another size.
  static func resize(_ memory: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
    let resized = checked(realloc(memory, max(size, 1)), size)
    if size >= hugeSize { askForHugePages(resized, size: size) }
    return resized
  }

  /// From here on huge pages are worth asking for: filling fresh small ones took a sixth of the time
  /// of a whole parse.
  private static let hugeSize = 4 << 20
  private static let pageSize = 4096

  private static func askForHugePages(_ memory: UnsafeMutableRawPointer, size: Int) {
    let lead = (pageSize - Int(bitPattern: memory) % pageSize) % pageSize
    // Advice only: where the system has no huge pages, nothing is lost.
    madvise(memory + lead, size - lead, MADV_HUGEPAGE)
  }

  private static func checked(
    _ memory: UnsafeMutableRawPointer?, _ size: Int
  ) -> UnsafeMutableRawPointer {
    guard let memory else { preconditionFailure("out of memory for \(size) bytes") }
    return memory
  }
}
