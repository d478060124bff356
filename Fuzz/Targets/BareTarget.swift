import SurveyIngest
import SurveyModel

/// `abacus describe FILE`: any file, with no codebook to say what it holds.
enum BareTarget {
  private static let folder = MemoryFolder()

  @Sendable static func run(_ bytes: [UInt8]) {
    folder.write(bytes, to: "bare.csv")
    let first = outcome()
    check(first, bytes)
    let again = outcome()
    require(first.findings == again.findings, "read twice, the findings are the same")
    require(first.file?.columns == again.file?.columns, "read twice, the columns are the same")
  }

  private static func outcome() -> (file: BareFile?, findings: [Finding]) {
    do {
      let file = try BareFile.read(path: folder.path("bare.csv"), items: nil)
      return (file, file.findings)
    } catch let error as StudyLoadError {
      return (nil, error.findings)
    } catch {
      fatalError("another error than the documented one: \(error)")
    }
  }

  private static func check(_ read: (file: BareFile?, findings: [Finding]), _ bytes: [UInt8]) {
    // The lines of packed files and of UTF-16 are not those of their bytes.
    let isPlain = bytes.count < 2 || ![0x1F, 0xFE, 0xFF].contains(bytes[0]) && !bytes.contains(0)
    FindingInvariant.check(
      read.findings, lineCount: isPlain ? FindingInvariant.lineCount(of: bytes) : .max)
    let isStopped = read.findings.contains { $0.severity == .fatal }
    require(isStopped == (read.file == nil), "a stop leaves no columns, and nothing else does")
    for column in read.file?.columns ?? [] {
      require(column.values.count == read.file?.rowCount, "one value for each row")
      require(column.values.allSatisfy { $0?.isFinite ?? true }, "every number is finite")
    }
  }
}
