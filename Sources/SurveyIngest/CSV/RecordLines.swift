import Synchronization

/// Finds the lines of records by a second pass over the file, made when the first line is asked for.
final class RecordLines: Sendable {
  /// The state of the scanner before every `spacing`-th record.
  private struct Checkpoint {
    let offset: Int
    let line: Int
  }

  private static let spacing = 16

  /// The text that the records stand in.
  let source: SourceText
  /// How it is cut into cells.
  let format: CSVFormat
  /// The offset of the first data record's line.
  private let start: Int
  private let checkpoints = Mutex<[Checkpoint]?>(nil)

  init(source: SourceText, format: CSVFormat, start: Int) {
    self.source = source
    self.format = format
    self.start = start
  }

  var path: String { source.path }

  /// The 1-based line on which the cell of a data record begins, or the record's last cell where
  /// it has fewer.
  func line(ofRecord record: Int, cell: Int = 0) -> Int {
    source.withBytes { bytes in
      let checkpoint = allCheckpoints(bytes)[record / Self.spacing]
      var scanner = RecordScanner(
        bytes: bytes, format: format, offset: checkpoint.offset, line: checkpoint.line)
      for _ in 0..<record % Self.spacing { _ = scanner.next() }
      var found = scanner.line
      _ = scanner.next { place, line in
        if place <= cell { found = line }
      }
      return found
    }
  }

  /// The 1-based line of a byte.
  func line(atOffset offset: Int) -> Int {
    source.withBytes { PhysicalLine.number(at: offset, in: $0) }
  }

  /// The line of a quote that is still open at the end of the file.
  func openQuoteLine() -> Int? {
    source.withBytes { bytes in
      var scanner = scannerAtStart(bytes)
      while let record = scanner.next() {
        if let line = record.openQuoteLine { return line }
      }
      return nil
    }
  }

  private func allCheckpoints(_ bytes: UnsafeBufferPointer<UInt8>) -> [Checkpoint] {
    checkpoints.withLock { cache in
      if let cache { return cache }
      var scanner = scannerAtStart(bytes)
      var found: [Checkpoint] = []
      var record = 0
      repeat {
        if record % Self.spacing == 0 {
          found.append(Checkpoint(offset: scanner.offset, line: scanner.line))
        }
        record += 1
      } while scanner.next() != nil
      cache = found
      return found
    }
  }

  private func scannerAtStart(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordScanner {
    RecordScanner(
      bytes: bytes, format: format, offset: start,
      line: PhysicalLine.number(at: start, in: bytes))
  }
}
