import Glibc
import SurveyAnalysis
import SurveyIngest
import SurveyModel
import SurveyReport

/// The numbers of a report that was written, and the exports they were made from.
struct ReportNumbers {
  /// The numbers.
  let numbers: PublishedNumbers
  /// The hashes of the exports, sorted; nil where a file of numbers was named without its folder.
  let exports: [String]?
  /// The run that made the report; nil where it was made outside of one.
  let run: String?
  /// The hash of the salt that the digests of its responses were made with; nil where none were made.
  private let salt: String?
  /// Folders in which runs are kept that the report may be one of.
  private let runFolders: [String]

  /// Reads the report in a folder, or a `numbers.json` alone.
  ///
  /// - Throws: `CommandFailure`.
  init(at path: String) throws {
    guard access(path, F_OK) == 0 else {
      throw Self.failure(.missingFile, path, "there is no report `\(path)`; check the path")
    }
    guard Self.isFolder(path) else {
      numbers = try Self.read(path)
      exports = nil
      run = nil
      salt = nil
      runFolders = []
      return
    }
    let report = try PublishedReport.required(at: path)
    let file = "\(path)/\(NumbersJSON.fileName)"
    guard report.manifest.outputs.contains(where: { $0.name == NumbersJSON.fileName }) else {
      throw Self.failure(
        .notAReport, path,
        "the report in `\(path)` has no \(NumbersJSON.fileName): the abacus \(report.manifest.engineVersion) that made it wrote none; make it again with this abacus"
      )
    }
    numbers = try Self.read(file)
    exports = report.manifest.inputs.filter { $0.kind == .source }.map(\.sha256).sorted()
    run = report.manifest.run
    let salt = report.manifest.salt
    self.salt = salt?.sha256
    runFolders =
      [FilePath.folder(of: AbsolutePath.of(path))]
      + (salt.map { [FilePath.joined(FilePath.folder(of: $0.path), "runs")] } ?? [])
  }

  /// The responses that this report and a later one share, as the study's history knows it; nil where
  /// one of them is not kept there.
  func overlap(with later: ReportNumbers) -> SampleOverlap? {
    guard let (old, new) = digests(with: later) else { return nil }
    return new.hasNobody(of: old) ? .disjoint : new.overlap(with: old)
  }

  /// Why nobody can't be behind this report and a later one, in words; nil where that may be.
  func reasonAgainstDisjoint(with later: ReportNumbers) -> String? {
    if hasSameExports(as: later) { return "both reports are made from the same exports" }
    let shared = Set(exports ?? []).intersection(later.exports ?? [])
    if !shared.isEmpty { return "an export is behind both reports" }
    guard let (old, new) = digests(with: later), new.hasSomebody(of: old) else { return nil }
    return "some persons, or those whom they are paired with, are behind both reports"
  }

  /// The digests of both; nil where one is not kept, or they were made with different salts, so that equal
  /// persons do not have equal digests.
  private func digests(
    with later: ReportNumbers
  ) -> (old: ResponseDigests, new: ResponseDigests)? {
    let folders = runFolders + later.runFolders
    guard let salt, salt == later.salt, let old = Self.digests(of: run, in: folders),
      let new = Self.digests(of: later.run, in: folders)
    else { return nil }
    return (old, new)
  }

  private static func digests(of run: String?, in folders: [String]) -> ResponseDigests? {
    guard let run else { return nil }
    return folders.lazy.compactMap { RunArchive(path: $0).digests(of: run) }.first
  }

  /// True where both were made from the same exports, to the last byte.
  func hasSameExports(as other: ReportNumbers) -> Bool {
    guard let exports, let others = other.exports else { return false }
    return !exports.isEmpty && exports == others
  }

  private static func read(_ file: String) throws -> PublishedNumbers {
    let text: String
    do throws(PlainFileError) {
      text = try PlainFile.text(at: file)
    } catch {
      throw failure(
        error.code, file,
        "`\(file)` can't be read (\(error.reason)); name a report folder or its \(NumbersJSON.fileName)"
      )
    }
    do {
      return try NumbersJSON.read(text)
    } catch {
      throw failure(.notAReport, file, words(error, file))
    }
  }

  private static func words(_ error: NumbersError, _ file: String) -> String {
    switch error {
    case .damaged:
      "`\(file)` is damaged, or holds no numbers of a report; name a report folder or its \(NumbersJSON.fileName), or make the report again"
    case .otherSchema(let schema?):
      "`\(file)` is of schema `\(schema)`, and this abacus reads `\(NumbersJSON.schema)`; name a \(NumbersJSON.fileName), or make the report again with this abacus"
    case .otherSchema(nil):
      "`\(file)` names no schema, so it holds no numbers of a report; name a report folder or its \(NumbersJSON.fileName)"
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func failure(
    _ code: FindingCode, _ path: String, _ words: String
  ) -> CommandFailure {
    CommandFailure(Finding(code, at: SourceLocation(file: path), words))
  }
}
