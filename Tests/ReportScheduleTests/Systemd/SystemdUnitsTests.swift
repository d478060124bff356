import ReportSchedule
import SurveyModel
import Testing

@Suite struct SystemdUnitsTests {
  private func units(
    _ path: String, _ schedule: String, jitter: Int = 0, timeout: Int? = nil, retries: Int = 0,
    folders: [String] = [], program: String = "/usr/bin/abacus"
  ) throws -> [UnitFile] {
    let options = ScheduleOptions(
      schedule: try Schedule(schedule), jitterSeconds: jitter, timeoutSeconds: timeout,
      retries: retries, location: .init(file: path))
    let study = try ScheduledStudy(
      path: path, options: options, dataFolders: folders, machine: ClockZone(named: "UTC"))
    return try SystemdUnits(of: study, program: program, asOf: moment("2026-01-01T00:00:00Z")).files
  }

  @Test func aScheduleHasAServiceAndATimer() throws {
    let files = try units(
      "/srv/abc-2025/study.yaml", "weekly on monday 07:00 Europe/Berlin", jitter: 600,
      timeout: 1800, retries: 1)
    #expect(files.map(\.name).map { $0.prefix(16) } == ["abacus-abc-2025-", "abacus-abc-2025-"])
    #expect(files.map(\.isEnabled) == [false, true])
    // Two attempts of 1800 s, a wait of 300 s, a minute to spare.
    #expect(
      files[0].text == """
        # Written by abacus schedule install for /srv/abc-2025/study.yaml
        # Changes are lost when it is called again.

        [Unit]
        Description=Report of /srv/abc-2025/study.yaml, if due

        [Service]
        Type=oneshot
        ExecStart="/usr/bin/abacus" schedule run-due --by-timer "/srv/abc-2025/study.yaml"
        SuccessExitStatus=1
        TimeoutStartSec=3960

        """)
    #expect(
      files[1].text == """
        # Written by abacus schedule install for /srv/abc-2025/study.yaml
        # Changes are lost when it is called again.

        [Unit]
        Description=When the report of /srv/abc-2025/study.yaml is due

        [Timer]
        OnCalendar=Mon *-*-* 07:00:00 Europe/Berlin
        Persistent=true
        RandomizedDelaySec=600
        FixedRandomDelay=true

        [Install]
        WantedBy=timers.target

        """)
  }

  @Test func newDataAreWatchedFor() throws {
    let files = try units(
      "/srv/a/study.yaml", "when new data arrives", folders: ["/srv/a", "/mnt/100 % of\\"])
    #expect(files.map { $0.name.split(separator: ".").last } == ["service", "path", "timer"])
    #expect(files.map(\.isEnabled) == [false, true, true])
    #expect(files[1].text.contains("\nPathChanged=/srv/a/\nPathChanged=/mnt/100 %% of\\/\n"))
    #expect(files[2].text.contains("\nOnCalendar=hourly\n"))
    #expect(files[0].text.contains("\nTimeoutStartSec=infinity\n"))
  }

  @Test func namesAreReadableAndApart() throws {
    let names = try [
      "/srv/ABC 2025/study.yaml", "/srv/abc_2025/study.yaml", "/srv/Ümläut/pilot.yaml",
      "/study.yaml", "/srv/" + String(repeating: "long", count: 40) + "/study.yaml",
    ].map { try units($0, "@daily")[0].name }
    let readable = names.map { String($0.dropLast("-12345678.service".count)) }
    #expect(
      readable == [
        "abacus-abc-2025", "abacus-abc-2025", "abacus-ml-ut-pilot", "abacus-study",
        "abacus-" + String(repeating: "long", count: 10),
      ])
    #expect(Set(names).count == names.count)
  }

  @Test func pathsAreEscaped() throws {
    let text = try units(
      "/srv/50 % \"of\" $HOME\\é/study.yaml", "@daily", program: "/opt/my $tools/abacus")[0].text
    #expect(
      text.contains(
        #"ExecStart="/opt/my $tools/abacus" schedule run-due --by-timer "/srv/50 %% \"of\" $$HOME\\é/study.yaml""#
      ))
    #expect(text.contains(#"Description=Report of /srv/50 %% "of" $HOME\é/study.yaml, if due"#))
  }

  @Test(arguments: ["/srv/a\nExecStart=/bin/true/study.yaml", "/srv/a\u{7f}/s.yaml", "/a\u{85}b"])
  func aLineBreakInAPathIsRefused(path: String) {
    #expect(throws: ScheduleError.unwritablePath) { try units(path, "@daily") }
    #expect(throws: ScheduleError.unwritablePath) { try units("/a", "@daily", program: path) }
    #expect(throws: ScheduleError.unwritablePath) { try units("/a", "@daily", folders: [path]) }
  }

  @Test func aFileKnowsItsStudy() throws {
    for file in try units("/srv/a b/study.yaml", "@daily") {
      #expect(UnitFile.study(ofText: file.text) == "/srv/a b/study.yaml")
    }
    #expect(UnitFile.study(ofText: "[Unit]\nDescription=x\n") == nil)
    #expect(UnitFile.study(ofText: "") == nil)
  }
}
