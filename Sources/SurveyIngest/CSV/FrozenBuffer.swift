import Glibc

/// Memory that a parser filled and nobody changes any more, so threads may share it.
final class FrozenBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  let elements: UnsafeBufferPointer<Element>

  /// Takes over memory from `malloc`, and frees it in the end.
  init(adopting memory: UnsafeMutableRawPointer?, count: Int) {
    elements = UnsafeBufferPointer(
      start: memory.map { UnsafePointer($0.assumingMemoryBound(to: Element.self)) }, count: count)
  }

  /// Makes a buffer of `count` elements that `body` fills completely.
  convenience init(count: Int, fill body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let memory = malloc(max(count * MemoryLayout<Element>.stride, 1))
    let start = memory?.bindMemory(to: Element.self, capacity: count)
    body(UnsafeMutableBufferPointer(start: start, count: count))
    self.init(adopting: memory, count: count)
  }

  deinit { free(UnsafeMutableRawPointer(mutating: elements.baseAddress)) }

  var count: Int { elements.count }

  subscript(index: Int) -> Element { elements[index] }
}
