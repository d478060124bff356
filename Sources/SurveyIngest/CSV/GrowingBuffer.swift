import Glibc

/// Raw memory that grows by doubling: the parser's callbacks may not touch a Swift array.
struct GrowingBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  fileprivate(set) var count = 0
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

  /// Where the next element goes.
  var end: UnsafeMutablePointer<Element> { start + count }

  /// Makes room for so many more elements.
  mutating func reserve(_ added: Int) {
    if capacity - count < added { grow(by: added) }
  }

  /// Counts elements that were written at `end`.
  mutating func advance(by added: Int) { count += added }

  @inline(never)
  fileprivate mutating func grow(by added: Int) {
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

extension GrowingBuffer<UInt8> {
  /// Appends at most 16 bytes, without a call or a loop.
  ///
  /// - Parameter source: with 16 bytes of memory behind it.
  @inline(__always)
  mutating func append(paddedTo16 source: UnsafePointer<UInt8>, count added: Int) {
    if capacity &- count < 16 { grow(by: 16) }
    let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(start + count))
    let low = from.loadUnaligned(as: UInt64.self)
    let high = from.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    to.storeBytes(of: low, as: UInt64.self)
    to.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
    count &+= added
  }
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
    checked(realloc(memory, max(size, 1)), size)
  }

  private static func checked(
    _ memory: UnsafeMutableRawPointer?, _ size: Int
  ) -> UnsafeMutableRawPointer {
    guard let memory else { preconditionFailure("out of memory for \(size) bytes") }
    return memory
  }
}
