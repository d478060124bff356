import AbacusCommands
import ReportDocument
import SurveyIngest
import TestSupport
import Testing

@Suite struct ManifestTests {
  @Test func isWrittenWithSortedKeysAndItsSchema() {
    #expect(
      Manifest.example.text == """
        {
          "codebook": {"id": "abc", "version": "1.0"},
          "created": "2026-11-23T14:04:00Z",
          "engine_version": "0.1.0",
          "exit_status": 1,
          "findings": {"ragged-row": 2},
          "inputs": [
            {"bytes": 3, "kind": "source", "path": "mentors.csv", \
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
          ],
          "options": {"confidence_level": "0.95"},
          "outputs": [],
          "run": null,
          "schema": "abacus.manifest/1",
          "seed": "18446744073709551615",
          "sources": [
            {
              "path": "mentors.csv",
              "rows_kept": 40,
              "rows_left_out": {"ragged-row": 2},
              "rows_read": 42
            }
          ]
        }

        """)
  }

  @Test func readsBackAsItWas() throws {
    let manifest = Manifest.example.with(outputs: [
      OutputRecord(name: "report.html", bytes: [UInt8]().span.bytes)
    ])
    #expect(Manifest(parsing: manifest.text) == manifest)
  }

  @Test func whatIsAbsentReadsBackAsAbsent() throws {
    let manifest = Manifest(
      engineVersion: "0.1.0", created: "2026-11-23T14:04:00Z", codebook: nil, inputs: [],
      options: [:], seed: nil, sources: [], findings: [:], exitStatus: 0)
    #expect(Manifest(parsing: manifest.text) == manifest)
  }

  @Test func outputsAreSortedByName() {
    let records = ["report.md", "report.html"].map {
      OutputRecord(name: $0, bytes: [UInt8]().span.bytes)
    }
    #expect(
      Manifest.example.with(outputs: records).outputs.map(\.name) == ["report.html", "report.md"])
  }

  @Test(arguments: ["", "{}", "[1]", #"{"schema": "abacus.manifest/2"}"#, #"{"name": "app"}"#])
  func refusesOtherText(text: String) {
    #expect(Manifest(parsing: text) == nil)
  }

  @Test func aFileIsRecordedAsItsBytesAre() throws {
    let folder = try ScratchFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    folder.write(bytes, to: "export.csv")
    let stamp = FileStamp(path: folder.path("export.csv"))
    let record = try InputRecord(
      readingFileAt: folder.path("export.csv"), kind: .source, stamp: stamp)
    #expect(record.byteCount == 200_000)
    #expect(record.sha256 == SHA256.digest(of: bytes.span.bytes).hexadecimal)
  }

  /// Else the sum would be that of a file which nobody analysed.
  @Test func aFileThatChangedSinceItWasReadIsAnError() throws {
    let folder = try ScratchFolder()
    folder.write("a\n1\n", to: "export.csv")
    let path = folder.path("export.csv")
    let stamp = try #require(FileStamp(path: path))
    folder.write("a\n1\n2\n", to: "export.csv")
    #expect(throws: IngestError.changedWhileRead(path: path)) {
      try InputRecord(readingFileAt: path, kind: .source, stamp: stamp)
    }
  }

  @Test func aFileThatIsGoneIsAnError() throws {
    let path = try ScratchFolder().path("gone.csv")
    #expect(
      throws: IngestError.unreadableFile(path: path, reason: "No such file or directory")
    ) {
      try InputRecord(readingFileAt: path, kind: .source)
    }
  }
}

extension Manifest {
  /// A manifest with something in every field but `outputs`.
  static var example: Manifest {
    Manifest(
      engineVersion: "0.1.0", created: "2026-11-23T14:04:00Z",
      codebook: CodebookEdition(id: "abc", version: "1.0"),
      inputs: [
        InputRecord(
          path: "mentors.csv", kind: .source, byteCount: 3,
          digest: SHA256.digest(of: Array("abc".utf8).span.bytes))
      ],
      options: ["confidence_level": "0.95"], seed: .max,
      sources: [
        SourceRowCounts(
          path: "mentors.csv", readCount: 42, keptCount: 40, leftOut: ["ragged-row": 2])
      ],
      findings: ["ragged-row": 2], exitStatus: 1)
  }
}
