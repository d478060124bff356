import SurveyModel
import TestSupport
import Testing

@Suite struct ScheduleReaderTests {
  private func read(_ rest: String) -> (options: ScheduleOptions?, lines: [String]) {
    let written = Written<Study>.study(StudyReaderTests.head + rest)
    return (written.value?.operation.schedule, written.findings.map(\.description))
  }

  @Test func aTextIsASchedule() throws {
    let options = try #require(read("schedule: weekly on monday 07:00 Europe/Berlin").options)
    #expect(
      options
        == ScheduleOptions(
          schedule: try Schedule("weekly on monday 07:00 Europe/Berlin"), jitterSeconds: 0,
          timeoutSeconds: nil, retries: 0, backoffSeconds: 300,
          location: .init(file: "study.yaml", line: 5, column: 11)))
  }

  @Test func keysSayMore() throws {
    let options = try #require(
      read(
        "schedule: {when: \"@daily\", jitter: 10 minutes, timeout: 30 minutes, retries: 3, backoff: 1 minute}"
      ).options)
    #expect(options.schedule == (try Schedule("@daily")))
    #expect(options.jitterSeconds == 600)
    #expect(options.timeoutSeconds == 1800)
    #expect(options.retries == 3)
    #expect(options.backoffSeconds == 60)
  }

  @Test func withoutItThereIsNone() {
    #expect(read("").options == nil)
    #expect(read("").lines == [])
    #expect(read("schedule:").options == nil)
  }

  @Test func anotherReportKeepsTheSchedule() throws {
    let study = try #require(
      Written<Study>.study(StudyReaderTests.head + "schedule: daily at 07:00").value)
    #expect(study.with(report: .default).operation.schedule != nil)
  }

  @Test(arguments: [
    (
      "schedule: daily at 25:00",
      "study.yaml:5:11: error: no day has a time 25:00: hours end at 23, minutes at 59; write it as `07:00` [wrong-value]"
    ),
    (
      "schedule: [daily]",
      "study.yaml:5:11: error: `schedule` of the study is a list; write it as `weekly on monday 07:00` [wrong-type]"
    ),
    (
      "schedule: {jitter: 1 hour}",
      "study.yaml:5:11: error: `schedule` has no `when`; add it [missing-key]"
    ),
    (
      "schedule: {when: daily at 07:00, jiter: 1 hour}",
      "study.yaml:5:34: error: `schedule` has no key `jiter`; did you mean `jitter`? [unknown-key]"
    ),
    (
      "schedule: {when: daily at 07:00, jitter: 10}",
      "study.yaml:5:42: error: `jitter` of `schedule` can't be `10`; write a number and a unit, as `10 minutes` (seconds, minutes, hours, days, weeks) [wrong-type]"
    ),
    (
      "schedule: {when: daily at 07:00, backoff: 2 days}",
      "study.yaml:5:43: error: `backoff` of `schedule` is 2 days; write a time from 1 second to 1 day [wrong-value]"
    ),
    (
      "schedule: {when: daily at 07:00, retries: 50}",
      "study.yaml:5:43: error: `retries` is 50; write a number from 0 to 10 [wrong-value]"
    ),
  ])
  func tellsMistakes(yaml: String, line: String) {
    #expect(read(yaml).lines == [line])
  }
}
