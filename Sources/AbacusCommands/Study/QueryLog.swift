import Glibc
import SurveyAnalysis
import SurveyIngest
import SurveyModel

/// The file beside a study that says of which groups something was published.
///
/// One line a group: form, what was shown of it, and bitmaps of its responses, of the respondents
/// and of their partners, as hexadecimal digits, lowest bit first. A line that begins with `data`
/// opens a page: its groups are of responses with that fingerprint. The file is locked while a
/// question is answered, and a group is on the disk before it is shown.
final class QueryLog {
  /// Where it is.
  let path: String
  private let file: Int32
  private let dataset: SurveyDataset
  private let links: PersonLinks
  private var text = ""

  /// What its first line says.
  static let header = "abacus query log 1"

  /// Opens the log of a study, and waits, for a while, until no other question is being answered.
  ///
  /// - Throws: `CommandFailure` where it can't be written, or is no log.
  init(studyPath: String, dataset: SurveyDataset) throws {
    path = Self.path(of: studyPath)
    self.dataset = dataset
    links = PersonLinks(dataset)
    do {
      file = try FolderHandle(FilePath.folder(of: path))
        .openOwn(FilePath.name(of: path), mode: 0o600)
    } catch {
      throw Self.failure(path, error)
    }
    do {
      guard try FileLock.take(file) else {
        throw CommandFailure(
          Finding(.lockedFile, at: SourceLocation(file: path), FileLock.words(path)))
      }
    } catch let error as SystemError {
      throw Self.failure(path, error)
    }
    text = try read()
    guard text.isEmpty || text.hasPrefix(Self.header + "\n") else { throw Self.notALog(path) }
  }

  private static func notALog(_ path: String) -> CommandFailure {
    CommandFailure(
      Finding(
        .outputNotOurs, at: SourceLocation(file: path),
        "a file that is no query log of abacus stands where the groups that were shown are logged; move it away"
      ))
  }

  deinit { close(file) }

  /// `study.yaml` has `study.query-log` beside it.
  static func path(of study: String) -> String {
    let ending = [".yaml", ".yml"].first(where: study.hasSuffix) ?? ""
    return study.dropLast(ending.count) + ".query-log"
  }

  private static func failure(_ path: String, _ error: SystemError) -> CommandFailure {
    if isOfAnotherUser(path) {
      return CommandFailure(
        Finding(
          .outputNotOurs, at: SourceLocation(file: path),
          "the log of the groups that were shown belongs to another user, and all questions about a study share it; let that user ask, or ask all questions from one account"
        ))
    }
    if error.meansNotPlain { return CommandFailure(OutputError.notPlain(path: path).finding) }
    return CommandFailure(
      Finding(
        error.meansFull ? .diskFull : .outputNotWritable, at: SourceLocation(file: path),
        "the groups that are shown can't be logged (\(error.reason)); get the right to write in the folder of the study, and see that its disk has room"
      ))
  }

  /// True where the file belongs to another user; root may work for the folder's owner.
  private static func isOfAnotherUser(_ path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid != geteuid() else { return false }
    let folder = try? FolderHandle(FilePath.folder(of: path))
    return geteuid() != 0 || folder?.owner != status.st_uid
  }

  // MARK: Reading

  /// What was published of these responses.
  ///
  /// - Throws: `CommandFailure` where a line is damaged.
  func published() throws -> PublishedGroups {
    var groups = PublishedGroups(dataset)
    for group in try pageOfThisData() { groups.restore(group) }
    return groups
  }

  private func read() throws -> String {
    let all: [UInt8]?
    do {
      all = try SystemCalls.bytes(ofOpen: file, limit: PlainFile.usualLimit)
    } catch {
      throw Self.failure(path, error)
    }
    guard let bytes = all else { throw Self.notALog(path) }
    // A line without its end was being written when the machine stopped; nothing of it was shown.
    let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    if whole < bytes.count, whole > 0 || bytes.elementsEqual(Self.header.utf8.prefix(bytes.count)) {
      guard ftruncate(file, off_t(whole)) == 0 else { throw Self.failure(path, .last) }
      lseek(file, 0, SEEK_END)
      return String(decoding: bytes[..<whole], as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func pageOfThisData() throws -> [PublishedGroup] {
    var groups: [PublishedGroup] = []
    var isThisData = false
    for (index, line) in text.split(separator: "\n").enumerated().dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields.count == 2, fields[0] == "data" {
        isThisData = fields[1] == fingerprint
      } else if fields.count == 6, fields[0] == "group", let rows = Bitmap.places(in: fields[3]) {
        guard isThisData else { continue }
        groups.append(
          PublishedGroup(
            formID: fields[1], targets: Set(fields[2].split(separator: ",").map(String.init)),
            rows: rows))
      } else {
        throw CommandFailure(
          Finding(
            .outputNotOurs, at: SourceLocation(file: path, line: index + 1),
            "this line of the query log is damaged, so what was shown before is not known; restore the file from a backup"
          ))
      }
    }
    return groups
  }

  // MARK: Writing

  /// Adds what was published and sees it onto the disk.
  func add(_ groups: [PublishedGroup]) throws {
    guard !groups.isEmpty else { return }
    var lines = text.isEmpty ? Self.header + "\n" : ""
    if lastPage != fingerprint { lines += "data\t\(fingerprint)\n" }
    for group in groups { lines += line(group) }
    do {
      lseek(file, 0, SEEK_END)
      try SystemCalls.write(Array(lines.utf8).span.bytes, toOpen: file)
      guard fsync(file) == 0 else { throw SystemError.last }
    } catch let error as SystemError {
      throw Self.failure(path, error)
    }
    text += lines
  }

  private var lastPage: String? {
    text.split(separator: "\n").last { $0.hasPrefix("data\t") }.map { String($0.dropFirst(5)) }
  }

  private func line(_ group: PublishedGroup) -> String {
    guard let responses = dataset.responses(to: group.formID) else { return "" }
    let persons = group.rows.map { responses.persons[Int($0)] }
    let partners = links.partners(of: group.rows, in: responses)
    return [
      "group", group.formID, group.targets.sorted().joined(separator: ","),
      Bitmap.text(group.rows), Bitmap.text(persons), Bitmap.text(partners),
    ].joined(separator: "\t") + "\n"
  }

  /// Changes with who answered what in which order: groups are numbered by it.
  private lazy var fingerprint: String = {
    var hash = SHA256()
    for responses in dataset.forms {
      hash.update("\(responses.form.id):\(responses.rowCount);".utf8.span.bytes)
      hash.update(responses.waves.span.bytes)
      hash.update(responses.persons.span.bytes)
      if let pairs = responses.pairs { hash.update(pairs.span.bytes) }
    }
    return hash.finish().hexadecimal
  }()
}

/// Small whole numbers as bits, in hexadecimal digits.
enum Bitmap {
  /// The bits of some numbers; negative ones stand for persons who are not known and have none.
  static func text(_ places: [Int32]) -> String {
    var digits = [UInt8](repeating: 0, count: Int(places.max() ?? -1) / 4 + 1)
    for place in places where place >= 0 { digits[Int(place) / 4] |= 1 << UInt8(place % 4) }
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: digits.map { letters[Int($0)] }, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// The numbers whose bits are set, ascending; nil where the text is none of this kind.
  static func places(in text: String) -> [Int32]? {
    var places: [Int32] = []
    for (index, byte) in text.utf8.enumerated() {
      guard let digit = digit(byte) else { return nil }
      for bit in 0..<4 where digit & (1 << bit) != 0 { places.append(Int32(index * 4 + bit)) }
    }
    return places
  }
}
