package import SurveyModel

/// A study with a schedule, as the system's scheduler is told of it.
package struct ScheduledStudy: Hashable, Sendable {
  /// The absolute path of the study file.
  package let path: String
  /// What the study says of its schedule.
  package let options: ScheduleOptions
  /// Its slots.
  package let clock: ScheduleClock
  /// The folders of its exports, absolute: where new data arrive.
  package let dataFolders: [String]

  /// A study with a schedule.
  ///
  /// - Throws: `ScheduleError.unknownZone`; `ScheduleError.unwritablePath`.
  package init(
    path: String, options: ScheduleOptions, dataFolders: [String], machine: ClockZone = .machine
  ) throws(ScheduleError) {
    for text in [path] + dataFolders { try ProgramPath.check(text) }
    self.path = path
    self.options = options
    clock = try ScheduleClock(options.schedule, machine: machine)
    self.dataFolders = dataFolders
  }
}

/// Paths that go into the files of other programs.
enum ProgramPath {
  /// Refuses what would end a line there.
  static func check(_ path: String) throws(ScheduleError) {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7f && scalar.properties.generalCategory != .control
    }
    if !isPlain { throw .unwritablePath }
  }
}
