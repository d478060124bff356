import SurveyAnalysis
import SurveyIngest
import SurveyReport

/// What a study's history holds that the report of its next run tells of.
///
/// It is read from files that the manifest names, so that the report can be made again.
struct RunMemory {
  /// The files it was read from: the salt, and of each run that is kept `numbers.json`,
  /// `responses` and `manifest.json`, oldest run first.
  let paths: [String]
  /// What the digests of the study's responses are made with.
  let salt: String
  private let earlier: [Report]

  /// A report that was published.
  private struct Report {
    let numbers: PublishedNumbers
    let digests: ResponseDigests
    let manifest: Manifest
  }

  /// What is kept now.
  ///
  /// - Throws: `OutputError` where the salt can't be made.
  init(of history: StudyHistory) throws(OutputError) {
    let salt = try history.makeSalt()
    let runs = history.archive.runs().map(history.archive.folder)
    self.init(
      paths: [salt]
        + runs.flatMap { run in RunArchive.comparedNames.map { FilePath.joined(run, $0) } })
  }

  /// What some files hold. A run whose files can't be read, such as one of an older engine, is left
  /// out.
  init(paths: [String]) {
    self.paths = paths
    salt = paths.first.flatMap { FolderHandle.text(at: $0) } ?? ""
    let rest = Array(paths.dropFirst())
    let size = RunArchive.comparedNames.count
    earlier = stride(from: 0, to: rest.count - size + 1, by: size).compactMap { place in
      let texts = rest[place..<place + size].map { FolderHandle.text(at: $0) ?? "" }
      guard let numbers = try? NumbersJSON.read(texts[0]),
        let digests = ResponseDigests(parsing: texts[1]),
        let manifest = Manifest(parsing: texts[2])
      else { return nil }
      return Report(numbers: numbers, digests: digests, manifest: manifest)
    }
  }

  /// What the report of the present run says of earlier ones; nil where there is none.
  func history(of present: PublishedNumbers, _ digests: ResponseDigests) -> ReportHistory? {
    guard let last = earlier.last else { return nil }
    let all = earlier.map(\.digests) + [digests]
    // With another salt equal persons have other digests, so that nothing is known of who is in both.
    let own = SHA256.digest(of: salt.utf8Span.span.bytes).hexadecimal
    let isComparable = { (report: Report) in report.manifest.salt?.sha256 == own }
    return ReportHistory(
      earlier: earlier.map(\.numbers), present: present,
      overlap: !isComparable(last)
        ? .unknown
        : digests.hasNobody(of: last.digests) ? .disjoint : digests.overlap(with: last.digests),
      previousFindings: last.manifest.findings,
      isOfDisjointRespondents: earlier.allSatisfy(isComparable)
        && all.indices.dropFirst().allSatisfy { place in
          all[..<place].allSatisfy(all[place].hasNobody)
        })
  }
}
