import Glibc

/// Memory that a parser filled and nobody changes any more, so threads may share it.
final class FrozenBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let elements: UnsafeBufferPointer<Element>
  private let memory: UnsafeMutableRawPointer

  /// Takes over memory from `malloc`, and frees it in the end.
  ///
  /// - Parameter lead: the number of unused bytes before the first element.
  init(adopting memory: UnsafeMutableRawPointer, lead: Int = 0, count: Int) {
    self.memory = memory
    let start = UnsafePointer((memory + lead).bindMemory(to: Element.self, capacity: count))
    elements = UnsafeBufferPointer(start: start, count: count)
  }

  /// Makes a buffer of `count` elements that `body` fills completely.
  convenience init(count: Int, fill body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let memory = Memory.allocate(size: count * MemoryLayout<Element>.stride)
    let start = memory.bindMemory(to: Element.self, capacity: count)
    body(UnsafeMutableBufferPointer(start: start, count: count))
    self.init(adopting: memory, count: count)
  }

  deinit { free(memory) }

  var count: Int { elements.count }

  subscript(index: Int) -> Element { elements[index] }
}
