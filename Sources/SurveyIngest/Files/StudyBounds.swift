import Glibc
package import SurveyModel

/// Where the files of one study may lie: below the folder of the study file, or below a root that
/// the command line names. A link counts as what it leads to.
package struct StudyBounds: Hashable, Sendable {
  private let folder: String
  private let roots: [String]

  /// The bounds of a study.
  ///
  /// - Parameter path: the study file.
  package init(study path: String, roots: StudyRoots) {
    folder = FilePath.folder(of: path)
    self.roots = [RealPath.ofAnything(folder)] + roots.folders
  }

  /// True where a file, or what is to be one, lies inside.
  package func contains(_ path: String) -> Bool {
    let real = RealPath.ofAnything(path)
    return roots.contains { RealPath.lies(real, in: $0) }
  }

  /// True where an open file lies inside, whatever its path leads to by now.
  package func contains(openFile file: Int32, at path: String) -> Bool {
    if let real = RealPath.of(openFile: file) {
      return roots.contains { RealPath.lies(real, in: $0) }
    }
    // Where the system does not tell, the path must lead to it still.
    var status = stat()
    return contains(path) && fstat(file, &status) == 0
      && FileIdentity(path: path) == FileIdentity(status)
  }

  /// That a path leads out, and what to do about it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - written: the path as the study has it.
  ///   - location: where the study has it.
  package func outside(
    _ path: String, written: String, at location: SourceLocation?
  ) -> Finding {
    Finding(
      .outsideFolder, at: location,
      "`\(written)` leads out of the folder of the study; move what it names into that folder, or add `\(Self.option(for: path))` if the study may use what is there"
    )
  }

  /// That a codebook outside can't be known for one.
  func strangeCodebook(
    _ path: String, written: String, at location: SourceLocation?
  ) -> Finding {
    Finding(
      .outsideFolder, at: location,
      "`\(written)` leads out of the folder of the study, and its first key is not `schema: abacus.codebook/1`, so nothing of it is shown; correct `codebook`, or add `\(Self.option(for: path))` to see what is wrong with it"
    )
  }

  /// What lets a study use what is at a path.
  private static func option(for path: String) -> String {
    let real = RealPath.ofAnything(path)
    return "--root " + ShellWord.quoted(isFolder(real) ? real : FilePath.folder(of: real))
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files that a source stands for, or why they are not to be read.
  ///
  /// Nothing outside is looked through, and nothing that is there is named.
  package func files(of source: StudySource) -> (paths: [String], refusal: Finding?) {
    // A study names files: what stands for standard input elsewhere is a name here.
    let isInput = source.path == FilePath.standardInput
    let pattern = isInput ? folder + "/-" : FilePath.joined(folder, source.path)
    func refused(_ path: String) -> (paths: [String], refusal: Finding?) {
      ([], outside(path, written: source.path, at: source.location))
    }
    guard FilePath.isPattern(pattern), access(pattern, F_OK) != 0 else {
      return contains(pattern) ? ([pattern], nil) : refused(pattern)
    }
    let (start, rest) = FilePath.parts(ofPattern: pattern)
    guard contains(start) else { return refused(start) }
    if let climb = rest.firstIndex(of: "..") {
      // What is above a folder that nobody has named yet.
      let above = rest[climb...].filter { $0 == ".." }.map { _ in "/.." }.joined()
      return refused(start + above)
    }
    let paths = FilePath.matches(of: pattern)
    if let path = paths.first(where: { !contains($0) }) { return refused(path) }
    return (paths, nil)
  }

  /// The files of a study: itself, its codebook, and the exports that lie inside; and what is refused.
  package func files(of study: Study) -> (paths: [String], refusals: [Finding]) {
    let sources = study.sources.map(files)
    return (
      [study.file, FilePath.joined(folder, study.codebook)] + sources.flatMap(\.paths),
      sources.compactMap(\.refusal)
    )
  }
}

/// Words of a command line.
enum ShellWord {
  /// A word as a shell takes it for one.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
      default: "/._-+:@,%".utf8.contains(byte)
      }
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
