/// Turns a study file into a `Study`, reporting every mistake it holds.
public struct StudyReader {
  let findings: FindingCollector

  private let knownSections: [String]?

  /// A reader that reports to `findings`.
  ///
  /// - Parameter knownSections: what a report can be made of; nil takes every name.
  public init(findings: FindingCollector, knownSections: [String]? = nil) {
    self.findings = findings
    self.knownSections = knownSections
  }

  private static let keys = [
    "schema", "title", "subtitle", "notice", "codebook", "waves", "sources", "invited",
    "disclosure", "access", "report", "schedule", "alerts", "hooks",
  ]

  /// The study, or nil where a mistake leaves none; all mistakes have been reported.
  public func read(_ root: ConfigNode) -> Study? {
    guard FileKind.study.accepts(root, findings: findings),
      let top = ConfigSection(
        root, named: "the study", keys: Self.keys, required: ["schema", "title", "codebook"],
        findings: findings)
    else { return nil }
    FileKind.study.checkSchema(top)
    let title = top.string("title")
    let subtitle = top.string("subtitle")
    let notice = top.string("notice")
    let codebook = top.string("codebook")
    let sources = readSources(top)
    let invited = readInvited(top)
    let disclosure = readDisclosure(top)
    let access = top.choice("access", of: Study.Access.self)
    let report = readReport(top)
    let alerts = AlertReader(findings: findings)
    let operation = OperationOptions(
      schedule: ScheduleReader(findings: findings).read(top), alerts: alerts.readAlerts(top),
      hooks: alerts.readHooks(top))
    let waves = readWaves(top.list("waves"), findings: findings)
    guard let title, let codebook, !findings.hasFatal else { return nil }
    return Study(
      title: title, subtitle: subtitle, notice: notice, codebook: codebook, waves: waves,
      sources: sources, invited: invited.mapValues(\.count),
      invitedLocations: invited.mapValues(\.location), disclosure: disclosure,
      access: access ?? .shared, report: report, operation: operation, file: root.location.file)
  }

  private func readSources(_ top: ConfigSection) -> [StudySource] {
    if top.node("sources") == nil {
      findings.add(Finding(.missingKey, at: top.location, "the study has no `sources`; add one"))
    }
    return top.list("sources").compactMap { node in
      let keys = [
        "file", "form", "wave", "dialect", "delimiter", "encoding", "date_order", "columns",
      ]
      guard
        let section = ConfigSection(
          node, named: "a source", keys: keys, required: ["file", "form"], findings: findings)
      else { return nil }
      // A finding stops the reading where either is missing; the empty text is never seen.
      return StudySource(
        path: readFile(section), formID: section.string("form") ?? "",
        waveID: section.string("wave"), dialect: section.string("dialect"),
        delimiter: readDelimiter(section), encoding: readEncoding(section),
        dateOrder: section.choice("date_order", of: DateOrder.self),
        columns: readColumns(section), location: section.location)
    }
  }

  private func readColumns(_ source: ConfigSection) -> [String: String] {
    var columns: [String: String] = [:]
    for entry in source.entries("columns") {
      if case .scalar(let name) = entry.value.content {
        columns[entry.key] = name
      } else {
        findings.add(
          Finding(
            .wrongType, at: entry.value.location,
            "`columns` for `\(entry.key)` is \(entry.value.kind); write the name of one column"))
      }
    }
    return columns
  }

  private func readFile(_ section: ConfigSection) -> String {
    let path = section.string("file") ?? ""
    if path == "-" {
      section.report(
        .wrongValue, "file",
        "`file` can't be `-`: a report names its inputs, so that it can be checked later; save standard input as a file"
      )
    }
    return path
  }

  private func readEncoding(_ section: ConfigSection) -> TextEncoding? {
    guard let name = section.string("encoding") else { return nil }
    guard let encoding = TextEncoding(named: name) else {
      section.report(
        .wrongValue, "encoding",
        "`encoding` can't be `\(name)`; write one of \(TextEncoding.names.joined(separator: ", "))")
      return nil
    }
    return encoding
  }

  private func readDelimiter(_ section: ConfigSection) -> Character? {
    guard let text = section.string("delimiter") else { return nil }
    switch text {
    case ",", "comma": return ","
    case ";", "semicolon": return ";"
    case "\t", "tab": return "\t"
    case "|", "pipe": return "|"
    default:
      section.report(
        .wrongValue, "delimiter",
        "`delimiter` can't be `\(text)`; write comma, semicolon, tab or pipe")
      return nil
    }
  }

  private func readInvited(
    _ top: ConfigSection
  ) -> [String: (count: Int, location: SourceLocation)] {
    var invited: [String: (count: Int, location: SourceLocation)] = [:]
    for entry in top.entries("invited") {
      guard case .scalar(let text) = entry.value.content, let count = Int(text), count >= 0 else {
        findings.add(
          Finding(
            .wrongType, at: entry.value.location,
            "`invited` for `\(entry.key)` is not a whole number; write how many were invited"))
        continue
      }
      invited[entry.key] = (count, entry.location)
    }
    return invited
  }

  private func readDisclosure(_ top: ConfigSection) -> DisclosureRule {
    guard let node = top.node("disclosure"),
      let section = ConfigSection(
        node, named: "`disclosure`", keys: ["minimum", "full_from", "largest_share"],
        findings: findings)
    else { return .default }
    let usual = DisclosureRule.default
    let minimum = section.integer("minimum") ?? usual.minimum
    let fullFrom = section.integer("full_from") ?? max(usual.fullFrom, minimum)
    let share = section.number("largest_share") ?? usual.largestShare
    if minimum < 1 {
      section.report(.wrongValue, "minimum", "`minimum` is \(minimum); write a number from 1")
    }
    if fullFrom < minimum {
      section.report(
        .wrongValue, "full_from",
        "`full_from` is \(fullFrom), below the minimum of \(minimum); raise it")
    }
    if !(0 < share && share <= 1) {
      section.report(
        .wrongValue, "largest_share", "`largest_share` is \(share); write a share such as 0.5")
    }
    return DisclosureRule(minimum: minimum, fullFrom: fullFrom, largestShare: share)
  }

  private func readReport(_ top: ConfigSection) -> ReportOptions {
    guard let node = top.node("report"),
      let section = ConfigSection(
        node, named: "`report`", keys: ["sections", "confidence_level", "missing"],
        findings: findings)
    else { return .default }
    let level = section.number("confidence_level") ?? 0.95
    if !(0.5...0.999).contains(level) {
      section.report(
        .wrongValue, "confidence_level",
        "`confidence_level` is \(level); write a share such as 0.95")
    }
    let missing = section.string("missing") ?? "listwise"
    if missing != "listwise", missing != "pairwise" {
      section.report(
        .wrongValue, "missing", "`missing` can't be `\(missing)`; write listwise or pairwise")
    }
    let sections = section.node("sections") == nil ? nil : section.strings("sections")
    if let knownSections {
      for name in sections ?? [] where !knownSections.contains(name.text) {
        reportUnknownSection(name.text, at: name.location, known: knownSections)
      }
    }
    return ReportOptions(
      sections: sections?.map(\.text),
      confidenceLevel: level, missing: missing)
  }

  private func reportUnknownSection(_ name: String, at location: SourceLocation, known: [String]) {
    let advice =
      NearestName.of(name, among: known).map { "did you mean `\($0)`?" }
      ?? "the sections are \(known.joined(separator: ", "))"
    findings.add(
      Finding(
        .wrongValue, at: location, subject: name, "there is no section `\(name)`; \(advice)"))
  }
}
