import SurveyModel
import Testing

@Suite struct FileFormatTests {
  @Test(arguments: [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "pipe"), ("!", "!")])
  func theDelimiterHasTheNameOfStudyFiles(delimiter: Character, name: String) {
    #expect(FileFormat(encoding: .utf8, delimiter: delimiter).delimiterName == name)
  }
}
