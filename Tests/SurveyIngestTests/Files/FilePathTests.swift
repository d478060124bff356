import SurveyIngest
import Testing
import TestSupport

@Suite struct FilePathTests {
  @Test(arguments: [("a/b.csv", "a", "b.csv"), ("b.csv", ".", "b.csv"), ("/b.csv", "/", "b.csv")])
  func aPathHasAFolderAndAName(path: String, folder: String, name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path) == name)
  }

  @Test(
    arguments: [
      ("a", "b.csv", "a/b.csv"), (".", "b.csv", "b.csv"), ("a", "/b.csv", "/b.csv"),
      ("/", "b.csv", "/b.csv"),
    ])
  func aRelativePathStartsInItsFolder(folder: String, path: String, joined: String) {
    #expect(FilePath.joined(folder, path) == joined)
  }

  @Test func patternsStandForTheFilesThatExist() throws {
    let folder = try ScratchFolder()
    for name in ["a1.csv", "a2.csv", "b.csv", "[x].csv"] { folder.write("", to: name) }
    func names(_ pattern: String) -> [String] {
      FilePath.matches(of: folder.path(pattern)).map(FilePath.name)
    }
    #expect(names("a*.csv") == ["a1.csv", "a2.csv"])
    #expect(names("?.csv") == ["b.csv"])
    #expect(names("a[2].csv") == ["a2.csv"])
    #expect(names("c*.csv") == [])
    #expect(names("gone.csv") == ["gone.csv"])
    #expect(names("[x].csv") == ["[x].csv"])
  }
}
