/// Reads `alerts` and `hooks` of a study.
struct AlertReader {
  /// Where mistakes go.
  let findings: FindingCollector

  /// The alerts that can be understood; mistakes have been reported.
  func readAlerts(_ top: ConfigSection) -> [Alert] {
    top.strings("alerts").compactMap { entry in
      do throws(AlertText.Problem) {
        return Alert(
          text: entry.text, condition: try AlertText.condition(entry.text), location: entry.location
        )
      } catch {
        findings.add(Finding(.wrongValue, at: entry.location, error.description))
        return nil
      }
    }
  }

  /// The hooks that can be understood; mistakes have been reported.
  func readHooks(_ top: ConfigSection) -> [Hook] {
    top.list("hooks").compactMap { node in
      guard
        let section = ConfigSection(
          node, named: "a hook", keys: ["run", "shell", "on", "timeout"], findings: findings),
        let command = readCommand(section)
      else { return nil }
      let limit = section.duration("timeout", within: 1...3600)
      return Hook(
        command: command, events: readEvents(section), timeLimit: limit ?? Hook.usualTimeLimit,
        location: section.location)
    }
  }

  private func readCommand(_ section: ConfigSection) -> Hook.Command? {
    let words = section.node("run") == nil ? nil : section.strings("run").map(\.text)
    let line = section.string("shell")
    switch (words, line) {
    case (let words?, nil):
      if !words.isEmpty { return .program(words) }
      section.report(
        .emptyList, "run", "`run` of a hook is empty; write a program and its arguments")
    case (nil, let line?): return .shell(line)
    case (nil, nil):
      findings.add(
        Finding(
          .missingKey, at: section.location,
          "a hook has neither `run` nor `shell`; write `run: [program, argument]`"))
    default:
      section.report(
        .wrongValue, "shell", "a hook has both `run` and `shell`; remove one of them")
    }
    return nil
  }

  private func readEvents(_ section: ConfigSection) -> Set<Hook.Event> {
    guard section.node("on") != nil else { return Hook.usualEvents }
    let known = Hook.Event.allCases.map(\.rawValue)
    let events = section.strings("on").compactMap { entry -> Hook.Event? in
      if let event = Hook.Event(rawValue: entry.text) { return event }
      let advice =
        NearestName.of(entry.text, among: known).map { "did you mean `\($0)`?" }
        ?? "write some of \(known.joined(separator: ", "))"
      findings.add(
        Finding(
          .wrongValue, at: entry.location, "a hook can't run on `\(entry.text)`; \(advice)"))
      return nil
    }
    return Set(events)
  }
}
