import Glibc
import ReportDocument
import SurveyIngest
import SurveyModel

/// A published report, checked against its manifest and made again.
struct Verification {
  /// One thing that is not as the manifest says.
  struct Mismatch: Hashable {
    /// What kind of thing: `output`, `input`, `bytes`, `number`, `run`.
    let kind: String
    /// The file or the number.
    let subject: String
    /// What is wrong with it.
    let message: String
    /// True where a file can't be read, so that nobody knows whether it is as it was.
    var isUnknown = false
  }

  /// The folder.
  let folder: String
  /// The study that it was made again from, as the manifest names it; nil where it was not found.
  private(set) var study: String?
  /// What is not as it should be; empty for a report that can be trusted.
  private(set) var mismatches: [Mismatch] = []
  /// How many files were compared byte by byte with files that were made again.
  private(set) var fileCount = 0
  /// How many numbers were computed again and compared.
  private(set) var numberCount = 0

  /// Checks a report.
  ///
  /// - Parameter roots: folders in which files of the study may lie, beside its own.
  /// - Throws: `CommandFailure` where the folder holds no report.
  init(of folder: String, roots: StudyRoots = StudyRoots()) throws {
    self.folder = folder
    let report = try Self.report(at: folder)
    checkOutputs(report)
    guard let home = ReportHome(of: report) else {
      add(
        "input", report.manifest.studyPath ?? "the study",
        "is not found from here or from a folder above the report; start abacus where the report was made"
      )
      return
    }
    study = report.manifest.studyPath
    home.enter()
    defer { home.leave() }
    if checkInputs(report.manifest) { makeAgain(report, roots) }
  }

  /// The report at a path that holds wherever the process goes.
  private static func report(at folder: String) throws -> PublishedReport {
    guard let real = realpath(folder, nil) else { return try .required(at: folder) }
    defer { free(real) }
    let report = try PublishedReport.required(at: folder)
    return PublishedReport(at: String(cString: real)) ?? report
  }

  private mutating func add(
    _ kind: String, _ subject: String, _ message: String, isUnknown: Bool = false
  ) {
    mismatches.append(
      Mismatch(kind: kind, subject: subject, message: message, isUnknown: isUnknown))
  }

  /// True where something is other than the manifest says.
  var hasDifferences: Bool { mismatches.contains { !$0.isUnknown } }

  /// Compares the report's files with the manifest.
  private mutating func checkOutputs(_ report: PublishedReport) {
    for output in report.manifest.outputs {
      let file = FileAsRecorded(
        at: "\(report.path)/\(output.name)", byteCount: output.byteCount, sha256: output.sha256)
      guard
        let words = file.words(
          gone: "is missing", changed: "is not the file that was written: it was changed later")
      else { continue }
      add("output", output.name, words, isUnknown: file.isUnknown)
    }
  }

  /// Compares the files that the report was made from with the manifest; true where all are there.
  private mutating func checkInputs(_ manifest: Manifest) -> Bool {
    let before = mismatches.count
    for input in manifest.inputs {
      let file = FileAsRecorded(at: input.path, input)
      guard
        let words = file.words(
          gone: "is not there any more", changed: "has changed since the report was made")
      else { continue }
      add("input", input.path, words, isUnknown: file.isUnknown)
    }
    return mismatches.count == before
  }

  /// Makes the report again and compares.
  private mutating func makeAgain(_ report: PublishedReport, _ roots: StudyRoots) {
    let manifest = report.manifest
    if manifest.engineVersion != AbacusVersion.text {
      add(
        "engine", manifest.engineVersion,
        "made the report, and this is \(AbacusVersion.text); its bytes may differ for that reason")
    }
    do {
      let made = try MadeReport(
        study: manifest.studyPath ?? "", date: manifest.options["date"], moment: manifest.created,
        run: manifest.run, memory: Self.memory(of: manifest), roots: roots)
      for file in made.files { compare(file, report) }
      if ExitStatus.of(made.findings) != manifest.exitStatus {
        add(
          "run", "exit status",
          "is \(ExitStatus.of(made.findings)) now, and was \(manifest.exitStatus)")
      }
    } catch {
      let reasons = CommandFailure(error)?.findings.map(\.description) ?? ["\(error)"]
      add("run", "the report", "can't be made again: \(reasons.joined(separator: "; "))")
    }
  }

  private static func memory(of manifest: Manifest) -> RunMemory? {
    let paths = manifest.inputs.filter { $0.kind == .history }.map(\.path)
    return paths.isEmpty ? nil : RunMemory(paths: paths)
  }

  private mutating func compare(_ file: OutputFile, _ report: PublishedReport) {
    let path = "\(report.path)/\(file.name)"
    guard let old = SystemCalls.text(at: path) else {
      let isUnknown = mismatches.contains { $0.subject == file.name && $0.isUnknown }
      return add(
        "bytes", file.name, "can't be read, so it could not be compared", isUnknown: isUnknown)
    }
    fileCount += 1
    if file.name == "report.json", let left = try? JSONValue(parsing: old),
      let right = try? JSONValue(parsing: file.text)
    {
      let comparison = JSONComparison(left, right)
      numberCount += comparison.numberCount
      for difference in comparison.differences {
        add("number", difference.path, "was \(difference.old) and is \(difference.new)")
      }
    }
    if old != file.text { add("bytes", file.name, "comes out differently when it is made again") }
  }
}

extension Manifest {
  /// The study file as it was named.
  var studyPath: String? { inputs.first { $0.kind == .study }?.path }
}
