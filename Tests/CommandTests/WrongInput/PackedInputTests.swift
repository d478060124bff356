import TestSupport
import Testing

@Suite struct PackedInputTests {
  private static let packed = Encoded.gzip(Array(AccentStudy.answers.utf8))

  @Test func aPackedFileGivesTheNumbers() throws {
    let study = try AccentStudy(Self.packed)
    #expect(try study.report().status == 0)
    #expect(try study.agreeing() == 20)
    #expect(try study.source()["compression"] as? String == "gzip")
    let notes = study.folder.scratch.text(of: "report/report.md") ?? ""
    #expect(notes.contains("UTF-8, semicolon, gzip"))
  }

  @Test func aCutOrDamagedFileStopsAndLeavesTheReport() throws {
    let study = try AccentStudy(Self.packed)
    #expect(try study.report().status == 0)
    let before = study.folder.scratch.text(of: "report/report.json")
    study.folder.scratch.write(Self.packed.dropLast(5).map(\.self), to: "a.csv")
    let cut = try study.report()
    #expect(cut.status == 65)
    #expect(cut.stderr.contains("the file is packed with gzip and ends too early"))
    var bytes = Self.packed
    bytes[bytes.count - 6] ^= 1
    study.folder.scratch.write(bytes, to: "a.csv")
    let damaged = try study.report()
    #expect(damaged.status == 65)
    #expect(
      damaged.stderr.contains("the file is packed with gzip and damaged (incorrect data check)"))
    #expect(study.folder.scratch.text(of: "report/report.json") == before)
  }

  @Test func aBombIsNotUnpacked() throws {
    let folder = try ScratchFolder()
    folder.write(Encoded.gzip([UInt8](repeating: 0x31, count: 80 << 20)), to: "a.csv.gz")
    let run = try CommandRun.abacus(["describe", "a.csv.gz"], in: folder.path(""))
    #expect(run.status == 65)
    #expect(run.stdout == "")
    #expect(
      run.stderr
        == "a.csv.gz: error: the file unpacks to more than 250 times its size, as no export does; unpack it yourself and look at what it holds [too-large]\n"
    )
  }
}
