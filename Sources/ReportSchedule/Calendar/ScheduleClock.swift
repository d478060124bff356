package import SurveyModel

/// The moments at which a schedule is due, its slots.
///
/// A local time that the clocks skip is due at the first moment after the gap; one that they show
/// twice is due the first time only. Slots that fall onto the same moment are one.
package struct ScheduleClock: Hashable, Sendable {
  /// Times and days; nil for a schedule that follows the data.
  package let rule: CalendarRule?
  /// The time zone of those times.
  package let zone: ClockZone
  /// True where the schedule names no zone, so that the machine's own was taken.
  package let isMachineZone: Bool

  /// The slots of a schedule.
  ///
  /// - Parameter machine: the zone where the schedule names none.
  /// - Throws: `ScheduleError.unknownZone`.
  package init(
    _ schedule: Schedule, machine: ClockZone = .machine
  ) throws(ScheduleError) {
    guard case .calendar(let rule, let name) = schedule.occasion else {
      self.init(rule: nil, zone: machine, isMachineZone: true)
      return
    }
    self.init(
      rule: rule,
      zone: try name.map { (name) throws(ScheduleError) in try ClockZone(named: name) }
        ?? machine, isMachineZone: name == nil)
  }

  private init(rule: CalendarRule?, zone: ClockZone, isMachineZone: Bool) {
    self.rule = rule
    self.zone = zone
    self.isMachineZone = isMachineZone
  }

  /// 29 February may have to fall on a certain day of the week, which takes 40 years at most.
  private static let horizonDays = 41 * 366

  /// The first slot after a moment; nil for a schedule without times.
  package func next(after moment: Moment) -> Moment? {
    guard let rule else { return nil }
    // The gap of a clock change may put off the slots of the day before.
    let today = zone.localTime(at: moment).date.days
    for days in (today - 1)...(today + Self.horizonDays) where includes(days, rule) {
      for hour in rule.hours {
        for minute in rule.minutes {
          let slot = zone.moment(showing: days * 86_400 + hour * 3600 + minute * 60)
          if slot > moment { return slot }
        }
      }
    }
    return nil
  }

  /// The last slot that is not after a moment; nil where there is none.
  package func latest(atOrBefore moment: Moment) -> Moment? {
    guard let rule else { return nil }
    let today = zone.localTime(at: moment).date.days
    for days in ((today - Self.horizonDays)...(today + 1)).reversed() where includes(days, rule) {
      for hour in rule.hours.reversed() {
        for minute in rule.minutes.reversed() {
          let slot = zone.moment(showing: days * 86_400 + hour * 3600 + minute * 60)
          if slot <= moment { return slot }
        }
      }
    }
    return nil
  }

  /// The first slots after a moment.
  package func slots(after moment: Moment, count: Int) -> [Moment] {
    var slots: [Moment] = []
    while slots.count < count, let slot = next(after: slots.last ?? moment) { slots.append(slot) }
    return slots
  }

  /// How many slots lie after one moment and not after another.
  package func count(after start: Moment, through end: Moment) -> Int {
    var count = 0
    var last = start
    while let slot = next(after: last), slot <= end {
      count += 1
      last = slot
    }
    return count
  }

  private func includes(_ days: Int, _ rule: CalendarRule) -> Bool {
    let date = CivilDate(days: days)
    return rule.includes(
      month: date.month, day: date.day, weekday: date.weekday, isLast: date.isLastOfMonth)
  }
}
