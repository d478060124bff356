import Foundation
import TestSupport
import Testing

@Suite struct ScheduleCommandTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    write("a/study.yaml", "schedule: weekly on monday 07:00 Europe/Berlin")
    write("b/study.yaml", "schedule: {when: daily at 06:30, jitter: 10 minutes}")
    write("c/study.yaml", "schedule: when new data arrives")
    write("d/study.yaml", "")
  }

  private func write(_ name: String, _ line: String) {
    folder.write(
      """
      schema: abacus.study/1
      title: T
      codebook: c.yaml
      sources: [{file: "data/*.csv", form: m}]
      \(line)

      """, to: "studies/" + name)
  }

  private func run(_ arguments: [String], in variables: [String: String] = [:]) throws -> CommandRun
  {
    try CommandRun.abacus(
      ["schedule"] + arguments, environment: ["TZ": "UTC"].merging(variables) { _, new in new },
      in: folder.path(""))
  }

  // MARK: list

  @Test func listShowsTheNextRunOfEachStudy() throws {
    let run = try run(["list", "studies", "--at", "2026-03-28T12:00:00Z"])
    #expect(run.errorLines == [])
    #expect(run.status == 0)
    for text in [
      "studies/a/study.yaml", "Mon 2026-03-30 07:00 +02:00", "2026-03-30T05:00:00Z",
      "Sun 2026-03-29 06:30 +00:00", "when new data arrives", "no schedule",
      "Times without a zone are in UTC, the zone of this machine.",
    ] { #expect(run.stdout.contains(text), "\(text): \(run.stdout)") }
  }

  @Test func listAsJSON() throws {
    let run = try run(
      [
        "list", "studies", "--at", "2026-03-28T12:00:00+01:00", "--count", "2", "--json",
      ])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    #expect(json["schema"] as? String == "abacus.schedule/1")
    #expect(json["after"] as? String == "2026-03-28T11:00:00Z")
    let studies = try #require(json["studies"] as? [[String: Any]])
    let next = studies.map { ($0["next"] as? [[String: String]])?.compactMap { $0["utc"] } }
    #expect(
      next == [
        ["2026-03-30T05:00:00Z", "2026-04-06T05:00:00Z"],
        ["2026-03-29T06:30:00Z", "2026-03-30T06:30:00Z"], [], nil,
      ])
    let local = (studies[0]["next"] as? [[String: String]])?.first?["local"]
    #expect(local == "2026-03-30T07:00:00+02:00")
    let schedules = studies.map { $0["schedule"] as? [String: Any] }
    #expect(schedules.map { $0?["occasion"] as? String } == ["times", "times", "new_data", nil])
    #expect(schedules.map { $0?["zone"] as? String } == ["Europe/Berlin", "UTC", nil, nil])
    #expect(schedules.map { $0?["zone_of_machine"] as? Bool } == [false, true, false, nil])
    #expect(schedules.map { $0?["jitter_seconds"] as? Int } == [0, 600, 0, nil])
  }

  @Test func theMachinesZoneIsThatOfTZ() throws {
    let run = try run(
      ["list", "studies/b", "--at", "2026-03-28T12:00:00Z"], in: ["TZ": "Asia/Tokyo"])
    #expect(run.stdout.contains("2026-03-28T21:30:00Z"), "\(run.stdout)")
    #expect(run.stdout.contains("Asia/Tokyo"))
  }

  @Test func listTellsMistakesAndShowsTheOthers() throws {
    write("b/study.yaml", "schedule: daily at 06:30 Europe/Berln")
    let run = try run(["list", "studies", "--at", "2026-03-28T12:00:00Z"])
    #expect(run.status == 65)
    #expect(
      run.errorLines == [
        "studies/b/study.yaml:5:11: error: there is no time zone `Europe/Berln`; did you mean `Europe/Berlin`? [wrong-value]"
      ])
    #expect(run.stdout.contains("2026-03-30T05:00:00Z"))
  }

  @Test(arguments: [
    (
      ["--at", "yesterday"],
      "Error: --at can't be `yesterday`; write it as 2026-03-28T12:00:00Z"
    ),
    (["--count", "0"], "Error: --count is 0; write a number from 1 to 1000"),
  ])
  func listRefuses(words: [String], line: String) throws {
    let run = try run(["list", "studies"] + words)
    #expect(run.status == 64)
    #expect(run.errorLines.first == line)
  }

  // MARK: install for systemd

  private var home: [String: String] {
    [
      "HOME": folder.path("me"), "XDG_CONFIG_HOME": "",
      "PATH": folder.path("bin") + ":/usr/bin:/bin",
    ]
  }

  private func units() -> [String] { folder.names(in: "me/.config/systemd/user") ?? [] }

  /// A program that notes how it was called.
  private func fake(_ name: String, _ script: String = "") throws {
    folder.write(
      "#!/bin/sh\necho \"\(name) $*\" >> \(folder.path("calls"))\n\(script)\n", to: "bin/" + name)
    try folder.setMode(0o755, of: "bin/" + name)
  }

  @Test func installWritesUnitsAndStartsThem() throws {
    try fake("systemctl")
    let run = try run(["install", "studies", "--systemd", "--yes"], in: home)
    #expect(run.errorLines == [])
    #expect(run.status == 0)
    let endings = units().map { $0.split(separator: "-", maxSplits: 2)[1].prefix(1) }
    #expect(endings == ["a", "a", "b", "b", "c", "c", "c"])
    #expect(run.stdout.contains("units: 7 written, 0 removed, 0 kept"))
    let calls = try #require(folder.text(of: "calls")).split(separator: "\n")
    let started = units().filter { !$0.hasSuffix(".service") }
    #expect(calls.count == 3)
    #expect(calls[0] == "systemctl --user daemon-reload")
    for name in started { #expect(calls[1].contains(name) && calls[2].contains(name)) }
    let path = try #require(units().first { $0.hasSuffix(".path") })
    let text = try #require(folder.text(of: "me/.config/systemd/user/" + path))
    #expect(text.contains("PathChanged=\(folder.path("studies/c/data"))/\n"))
    let timer = try #require(units().first { $0.hasSuffix(".timer") })
    #expect(
      folder.text(of: "me/.config/systemd/user/" + timer)?.contains(
        "OnCalendar=Mon *-*-* 07:00:00 Europe/Berlin\n") == true)
  }

  @Test func installAgainBringsUpToDate() throws {
    try fake("systemctl")
    _ = try run(["install", "studies", "--systemd", "--yes"], in: home)
    folder.write("mine", to: "me/.config/systemd/user/abacus-mine.service")
    write("a/study.yaml", "schedule: daily at 08:00")
    write("b/study.yaml", "")
    let again = try run(["install", "studies", "--systemd", "--yes"], in: home)
    #expect(again.stdout.contains("units: 1 written, 2 removed, 4 kept"), "\(again.stdout)")
    #expect(units().count == 6)
    let one = try run(["install", "studies/c", "--systemd", "--remove", "--yes"], in: home)
    #expect(one.stdout.contains("units: 0 written, 3 removed, 0 kept"), "\(one.stdout)")
    _ = try run(["install", "studies", "--systemd", "--remove", "--yes"], in: home)
    #expect(units() == ["abacus-mine.service"])
    let calls = try #require(folder.text(of: "calls"))
    #expect(calls.contains("systemctl --user disable --now abacus-b-"))
  }

  @Test func nothingIsWrittenWithoutAWord() throws {
    let asked = try run(["install", "studies", "--systemd"], in: home)
    #expect(asked.status == 64)
    #expect(
      asked.errorLines.first
        == "Error: nobody can be asked here whether this may be written; look at it, then add --yes"
    )
    #expect(asked.stdout.contains("ExecStart="))
    let dry = try run(["install", "studies", "--systemd", "--dry-run"], in: home)
    #expect(dry.status == 0)
    #expect(dry.stdout == asked.stdout)
    #expect(units() == [])
  }

  @Test func aMistakeInAStudyStopsTheWork() throws {
    write("b/study.yaml", "schedule: daily at 25:00")
    let run = try run(["install", "studies", "--systemd", "--yes"], in: home)
    #expect(run.status == 65)
    #expect(units() == [])
  }

  @Test func aFileOfSomebodyElseIsLeftAlone() throws {
    try fake("systemctl")
    _ = try run(["install", "studies/a", "--systemd", "--yes"], in: home)
    let name = "me/.config/systemd/user/" + (try #require(units().first))
    folder.write("[Unit]\n", to: name)
    let run = try run(["install", "studies/a", "--systemd", "--yes"], in: home)
    #expect(run.status == 73)
    #expect(
      run.errorLines == [
        "\(folder.path(name)): error: `\(folder.path(name))` was not written by abacus, so it is left alone; move it away [output-not-ours]"
      ])
    #expect(folder.text(of: name) == "[Unit]\n")
  }

  @Test func aSystemdThatDoesNotAnswerIsSaid() throws {
    try fake("systemctl", "echo 'Failed to connect to bus: No medium found' >&2; exit 1")
    let run = try run(["install", "studies/a", "--systemd", "--yes"], in: home)
    #expect(run.status == 73)
    #expect(units().count == 2)
    let timer = try #require(units().last)
    #expect(
      run.errorLines == [
        "error: the units are in place, but systemd could not be told (Failed to connect to bus: No medium found); log in as this user, not by su, and call `systemctl --user daemon-reload && systemctl --user enable \(timer) && systemctl --user restart \(timer)` [scheduler-unreachable]"
      ])
  }

  @Test func noStartLeavesItToTheUser() throws {
    try fake("systemctl")
    let run = try run(["install", "studies/a", "--systemd", "--yes", "--no-start"], in: home)
    #expect(run.status == 0)
    #expect(run.stdout.contains("To start them: systemctl --user daemon-reload && "))
    #expect(folder.text(of: "calls") == nil)
  }

  // MARK: install for cron

  private func fakeCron() throws {
    try fake(
      "crontab",
      """
      file=\(folder.path("tab"))
      if [ "$1" = - ]; then cat > $file; exit; fi
      if [ -f $file ]; then cat $file; else echo "no crontab for me" >&2; exit 1; fi
      """)
  }

  @Test func cronGetsALineForEachPath() throws {
    try fakeCron()
    let run = try run(["install", "studies", "--cron", "--yes"], in: home)
    #expect(run.errorLines == [])
    let tab = try #require(folder.text(of: "tab"))
    let lines = tab.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "# >>> abacus \(folder.path("studies"))")
    #expect(
      lines[1].hasPrefix("*/5 * * * * '/")
        && lines[1].hasSuffix("/abacus' schedule run-due '\(folder.path("studies"))'"))
    let again = try self.run(["install", "studies", "--cron", "--yes"], in: home)
    #expect(again.stdout.hasSuffix("Nothing is to change.\n"))
    #expect(folder.text(of: "tab") == tab)
  }

  @Test func cronKeepsOtherLines() throws {
    try fakeCron()
    folder.write("0 4 * * * backup\n", to: "tab")
    _ = try run(["install", "studies", "--cron", "--yes"], in: home)
    #expect(folder.text(of: "tab")?.hasPrefix("0 4 * * * backup\n# >>> abacus ") == true)
    _ = try run(["install", "studies", "--cron", "--remove", "--yes"], in: home)
    #expect(folder.text(of: "tab") == "0 4 * * * backup\n")
  }

  @Test func aCrontabThatCannotBeReadIsSaid() throws {
    try fake("crontab", "echo 'me is not allowed' >&2; exit 1")
    let run = try run(["install", "studies", "--cron", "--yes"], in: home)
    #expect(run.status == 73)
    #expect(
      run.errorLines == [
        "error: the crontab could not be read (me is not allowed); install cron, or let another scheduler call `abacus schedule run-due` every few minutes [scheduler-unreachable]"
      ])
  }

  @Test func withoutCronItIsSaid() throws {
    let run = try run(["install", "studies", "--cron"], in: ["PATH": folder.path("none")])
    #expect(run.status == 73)
    #expect(
      run.errorLines.first?.hasPrefix(
        "error: `crontab` could not be started (No such file or directory);") == true)
  }

  @Test func tryingOutTakesNoCron() throws {
    let run = try run(
      ["install", "studies", "--cron", "--dry-run"], in: ["PATH": folder.path("none")])
    #expect(run.status == 0)
    #expect(
      run.stdout.hasPrefix(
        "`crontab` is not on this machine; install cron before you write\nwrite this crontab\n"))
    #expect(run.stdout.contains("schedule run-due '\(folder.path("studies"))'"))
  }

  @Test func hooksAreLeftOutByTheSchedulerToo() throws {
    try fakeCron()
    try fake("systemctl")
    _ = try run(["install", "studies", "--cron", "--yes", "--no-hooks"], in: home)
    #expect(
      folder.text(of: "tab")?.contains(" schedule run-due --no-hooks '\(folder.path("studies"))'")
        == true)
    _ = try run(["install", "studies/a", "--systemd", "--yes", "--no-hooks"], in: home)
    let service = try #require(units().first { $0.hasSuffix(".service") })
    #expect(
      folder.text(of: "me/.config/systemd/user/" + service)?.contains(
        " schedule run-due --by-timer --no-hooks ") == true)
  }

  @Test func oneSchedulerIsEnough() throws {
    let run = try run(["install", "studies", "--cron", "--systemd"])
    #expect(run.status == 64)
    #expect(
      run.errorLines.first == "Error: --systemd and --cron exclude each other; choose one")
  }
}
