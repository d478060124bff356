import ReportDocument
import ReportSchedule
import SurveyModel

/// What `abacus schedule list` shows.
struct ScheduleDocument {
  /// The studies.
  let entries: [ScheduledStudies.Entry]
  /// The moment after which slots are shown.
  let moment: Moment
  /// How many slots of each study are shown.
  let count: Int

  /// One row for each slot, the study in the first of them.
  var document: Document {
    let table = Table(
      caption: "When the reports are due, after \(moment)",
      columns: [
        .init("Study", .text), .init("When", .text, minWidth: 20),
        .init("Next runs", .text, minWidth: 27),
        .init("in UTC", .text, minWidth: 20),
      ],
      rows: entries.flatMap(rows), note: note.map { InlineText($0) })
    return Document(
      title: "Schedules", description: "When reports are due.", blocks: [.table(table)])
  }

  private func rows(of entry: ScheduledStudies.Entry) -> [Table.Row] {
    let path = InlineText(entry.path)
    guard let study = entry.scheduled else {
      return [Table.Row(path, [.empty(reason: "no schedule")])]
    }
    let when = InlineText(words(of: study.options))
    let slots = study.clock.slots(after: moment, count: count)
    guard !slots.isEmpty else { return [Table.Row(path, [.text(when)])] }
    return slots.enumerated().map { index, slot in
      Table.Row(
        index == 0 ? path : "",
        [
          .text(index == 0 ? when : ""),
          .text(InlineText(study.clock.zone.localTime(at: slot).description)),
          .text(InlineText(slot.description)),
        ])
    }
  }

  private func words(of options: ScheduleOptions) -> String {
    guard options.jitterSeconds > 0 else { return options.schedule.text }
    let jitter = DurationText.text(seconds: options.jitterSeconds)
    return "\(options.schedule.text), up to \(jitter) later"
  }

  private var note: String? {
    let own = entries.compactMap(\.scheduled).first {
      $0.clock.isMachineZone && $0.clock.rule != nil
    }
    return own.map {
      "Times without a zone are in \($0.clock.zone.name), the zone of this machine."
    }
  }
}

extension ScheduleDocument {
  /// The same with every number and name by its key.
  var json: JSONValue {
    [
      "schema": .string("abacus.schedule/1"), "after": .string(moment.description),
      "studies": .array(entries.map(json)),
    ]
  }

  private func json(of entry: ScheduledStudies.Entry) -> JSONValue {
    guard let study = entry.scheduled else {
      return ["study": .string(entry.path), "schedule": .null]
    }
    let (options, clock) = (study.options, study.clock)
    return [
      "study": .string(entry.path),
      "schedule": [
        "text": .string(options.schedule.text),
        "occasion": .string(clock.rule == nil ? "new_data" : "times"),
        "zone": clock.rule == nil ? .null : .string(clock.zone.name),
        "zone_of_machine": .bool(clock.rule != nil && clock.isMachineZone),
        "jitter_seconds": .integer(options.jitterSeconds),
        "timeout_seconds": JSONValue(options.timeoutSeconds),
        "retries": .integer(options.retries),
        "backoff_seconds": .integer(options.backoffSeconds),
      ],
      "next": .array(
        clock.slots(after: moment, count: count).map { slot in
          let local = clock.zone.localTime(at: slot)
          return [
            "local": .string("\(local.date)T\(local.clock):00\(local.offset)"),
            "utc": .string(slot.description),
          ]
        }),
    ]
  }
}
