import Foundation
import NumericTestSupport
import TestSupport
import Testing

@testable import AbacusCommands

/// Runs that are killed, hindered and confused at random moments, and what they leave.
///
/// After each the report in place is whole, the ledger is one that a run could have left, and the
/// next run makes up for all of it.
@Suite(.serialized) struct FaultInjectionTests {
  /// How many seeded runs are tried; `ABACUS_FAULTS` asks for more.
  static let count =
    ProcessInfo.processInfo.environment["ABACUS_FAULTS"].flatMap(UInt64.init) ?? 60

  @Test func aRunKilledAtAnyMomentLeavesTheOldReportOrTheNewOne() throws {
    let trial = try FaultTrial()
    for seed in 0..<Self.count {
      var random = SeededGenerator(seed: seed)
      trial.change(rows: Int(seed))
      try trial.killedRun(
        after: Double.random(in: 0...0.15, using: &random),
        worker: Bool.random(using: &random))
      try trial.checkWhatIsLeft("seed \(seed)")
      try trial.repair("seed \(seed)")
    }
    // The moments were spread over the whole run: some were cut short, some had ended.
    let events = try trial.program.events()
    #expect(events.contains(.interrupted) || events.contains(.failed))
    #expect(events.filter { $0 == .finished }.count > Int(Self.count) / 4)
  }

  @Test func twoRunsAtOnceDoNotMeet() throws {
    let trial = try FaultTrial()
    for seed in 0..<Self.count / 4 {
      var random = SeededGenerator(seed: 1000 + seed)
      trial.change(rows: Int(seed))
      let first = try trial.start()
      usleep(UInt32.random(in: 0...60_000, using: &random))
      let second = try trial.start()
      for run in [first, second] {
        run.waitUntilExit()
        #expect([0, 75].contains(run.terminationStatus), "seed \(seed)")
      }
      #expect(first.terminationStatus == 0 || second.terminationStatus == 0, "seed \(seed)")
      try trial.checkWhatIsLeft("seed \(seed)")
      try trial.repair("seed \(seed)")
    }
  }

  @Test func anExportReplacedMeanwhileIsReadWholeOrNotAtAll() throws {
    let trial = try FaultTrial()
    for seed in 0..<Self.count / 4 {
      var random = SeededGenerator(seed: 2000 + seed)
      trial.change(rows: Int(seed))
      let run = try trial.start()
      usleep(UInt32.random(in: 0...80_000, using: &random))
      // In place, so that a reader sees it shrink and grow; the last state is a whole export.
      for rows in [60, 30, 45] { trial.overwrite(rows: rows + Int(seed)) }
      run.waitUntilExit()
      #expect([0, 65, 75].contains(run.terminationStatus), "seed \(seed)")
      try trial.checkWhatIsLeft("seed \(seed)")
      try trial.repair("seed \(seed)")
    }
  }

  /// True where a file system of one's own can be mounted.
  static let canMount = (try? CommandRun.shell("unshare -rm true").status) == 0

  @Test(.enabled(if: canMount, "needs unshare with user namespaces"))
  func aFullDiskLeavesTheReportBefore() throws {
    let program = try Program()
    let run = try program.mounted(
      size: "900k",
      """
      $ABACUS run . 2>/dev/null >/dev/null || exit 10
      cp east/report/manifest.json /dev/shm/abacus-$$ || exit 11
      echo p99,1,2,3 >> east/answers.csv
      full=0
      for free in 0 4 8 16 32 48 64 96; do
        rm -f fill; head -c 100000000 /dev/zero > fill 2>/dev/null
        truncate -s -${free}k fill
        $ABACUS run . >/dev/null 2>&1
        case $? in
          0) break ;;
          73) full=$((full + 1)); cmp east/report/manifest.json /dev/shm/abacus-$$ || exit 12 ;;
          *) exit 15 ;;
        esac
      done
      echo "full $full times"
      rm -f fill /dev/shm/abacus-$$
      $ABACUS run . --force 2>/dev/null | grep -q '1 made' || exit 13
      $ABACUS verify east/report || exit 14
      ls -A east east/study.history/runs
      """)
    #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
    #expect(!run.stdout.contains("full 0 times") && !run.stdout.contains("full 1 times"))
    #expect(run.stdout.contains("east/report: verified"))
    #expect(!run.stdout.contains("\n."), "\(run.stdout)")
  }

  @Test(.enabled(if: canMount, "needs unshare with user namespaces"))
  func aDiskThatBecameReadOnlyIsSaid() throws {
    let program = try Program()
    let run = try program.mounted(
      size: "2m",
      """
      $ABACUS run . >/dev/null 2>&1 || exit 10
      echo p99,1,2,3 >> east/answers.csv
      mount -o remount,ro . || exit 11
      $ABACUS run .; status=$?
      mount -o remount,rw . && $ABACUS run . >/dev/null 2>&1 && $ABACUS verify east/report || exit 12
      exit $status
      """)
    #expect(run.status == 73)
    #expect(run.stderr.contains("Read-only file system"), "\(run.stderr)")
    #expect(run.stdout.contains("east/report: verified"))
  }

  @Test func aRightThatWasTakenAwayIsSaid() throws {
    let trial = try FaultTrial()
    trial.change(rows: 3)
    let old = trial.program.folder.mode(of: "east/study.history")
    try trial.program.folder.setMode(0o500, of: "east/study.history")
    try trial.program.folder.setMode(0o500, of: "east")
    let run = try trial.program.runWithoutPrivileges()
    #expect(run.status == 73, "\(run.stderr)")
    #expect(run.stderr.contains("Permission denied"))
    try trial.program.folder.setMode(0o755, of: "east")
    try trial.program.folder.setMode(old ?? 0o700, of: "east/study.history")
    try trial.checkWhatIsLeft("rights")
    try trial.repair("rights")
  }
}
