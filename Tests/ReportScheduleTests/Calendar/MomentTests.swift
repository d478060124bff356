import ReportSchedule
import Testing

@Suite struct MomentTests {
  @Test(arguments: [  // by `date -u -d TEXT +%s` of GNU coreutils 9.1
    ("1970-01-01T00:00:00Z", 0),
    ("2026-03-28T12:00:00Z", 1_774_699_200),
    ("2026-03-28T12:00:00+01:00", 1_774_695_600),
    ("2026-03-28T12:00:00-05:30", 1_774_719_000),
    ("2000-02-29T23:59:59Z", 951_868_799),
    ("1969-12-31T23:59:59Z", -1),
  ])
  func readsISO8601(text: String, seconds: Int) throws {
    #expect(try moment(text).secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "", "2026-03-28", "2026-03-28T12:00:00", "2026-02-29T12:00:00Z", "2026-03-28T24:00:00Z",
    "2026-03-28T12:60:00Z", "2026-03-28T12:00:00+25:00", "2026-03-28 12:00:00Z",
    "2026-03-28T12:00:00.5Z", "٢٠٢٦-03-28T12:00:00Z",
  ])
  func readsNothingElse(text: String) { #expect(Moment(text) == nil) }

  @Test(arguments: [0, -1, 1_774_699_200, 951_868_799, 4_102_444_800, -2_208_988_800])
  func writesWhatItReads(seconds: Int) {
    let moment = Moment(secondsSince1970: seconds)
    #expect(Moment(moment.description) == moment)
  }
}
