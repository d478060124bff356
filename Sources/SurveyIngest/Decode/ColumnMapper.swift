import SurveyModel

/// Finds the columns of one export, and reports what is missing.
struct ColumnMapper {
  let path: String
  let source: StudySource
  let codebook: Codebook
  let form: Form
  let export: ExportTable
  let findings: FindingCollector
  private let names: ColumnNames

  init(
    path: String, source: StudySource, codebook: Codebook, form: Form, export: ExportTable,
    findings: FindingCollector
  ) {
    self.path = path
    self.source = source
    self.codebook = codebook
    self.form = form
    self.export = export
    self.findings = findings
    names = ColumnNames(export)
  }

  func map() -> ColumnMap {
    let layout = LayoutCheck(
      path: path, source: source, codebook: codebook, form: form, export: export, names: names,
      findings: findings)
    guard layout.isReadable() else { return ColumnMap() }
    var map = ColumnMap()
    for item in form.items {
      map.items[item.id] = require(
        "item", item.id, names: item.columnNames, stem: item.stem, optional: isUnasked(item.askedIn)
      )
    }
    for question in form.multiSelects {
      map.multiSelects[question.id] = multiSelect(question)
    }
    for question in form.openQuestions {
      map.texts[question.id] = require(
        "open question", question.id, names: question.columnNames, stem: question.stem,
        optional: isUnasked(question.askedIn))
    }
    var unknown: [String] = []
    for attribute in codebook.attributes(of: form.id) {
      let isNeeded =
        attribute.isRequired || attribute.use == .consent
        || (attribute.use == .wave && source.waveID == nil)
      map.attributes[attribute.id] = require(
        "attribute", attribute.id, names: attribute.columnNames, stem: nil, optional: !isNeeded)
      if map.attributes[attribute.id] == nil, !isNeeded, source.columns[attribute.id] == nil,
        attribute.use != .wave
      {
        unknown.append(attribute.id)
      }
    }
    reportUnknown(unknown)
    checkColumnKeys()
    reportUnread(map)
    return map
  }

  /// Attributes that this file says nothing of, in one finding: a lost column hides in them.
  private func reportUnknown(_ attributes: [String]) {
    guard !attributes.isEmpty else { return }
    let isOne = attributes.count == 1
    let near = attributes.lazy.compactMap { id in
      NearestName.of(id, among: suggestions(except: id)).map { (id: id, name: $0) }
    }.first
    let advice =
      near.map {
        "write `columns: {\($0.id): \(ColumnName.yaml($0.name))}` at this source if `\($0.name)` is it"
      }
      ?? "write `columns: {\(attributes[0]): NAME}` at this source if it is there by another name"
    findings.add(
      Finding(
        .missingAttribute, at: SourceLocation(file: path, line: 1),
        subject: isOne ? attributes[0] : nil, count: attributes.count,
        "no column for the \(isOne ? "attribute" : "attributes") \(quoted(attributes)), which \(isOne ? "is" : "are") unknown in all responses of this file; \(advice)"
      ))
  }

  /// Columns that nothing reads, in one note: a mistyped name may hide among them.
  private func reportUnread(_ map: ColumnMap) {
    var read: Set<Int> = []
    for columns in [map.items, map.texts, map.attributes] {
      read.formUnion(columns.values.map(\.index))
    }
    for question in map.multiSelects.values {
      read.formUnion(question.textColumns + question.unmatchedColumns)
      switch question.layout {
      case .split(let places): read.formUnion(places.compactMap(\.self))
      case .joined(let place): read.insert(place)
      }
    }
    let names = export.facts.filter { $0.metadata == nil && !read.contains($0.index) }.map(\.name)
    guard !names.isEmpty, !findings.hasFatal else { return }
    let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
    let more = names.count > 5 ? ", …" : ""
    let noun = names.count == 1 ? "column is" : "columns are"
    findings.add(
      Finding(
        .unusedColumn, at: SourceLocation(file: path, line: 1), count: names.count,
        "\(names.count) \(noun) in the file and not in the codebook: \(shown)\(more)"))
  }

  private func isUnasked(_ askedIn: [String]?) -> Bool {
    guard let askedIn, let wave = source.waveID else { return false }
    return !askedIn.contains(wave)
  }

  private func require(
    _ kind: String, _ id: String, names: [String], stem: String?, optional: Bool
  ) -> RawColumn? {
    let wanted = source.columns[id].map { [$0] } ?? names
    for name in wanted {
      let found = self.names.named(name)
      if found.count > 1 { reportRepeated(kind, id, name: name, found) }
      if let column = found.first {
        if let stem { checkWording(of: column, id, stem) }
        return column
      }
    }
    let isNeeded = !optional || source.columns[id] != nil
    for name in wanted {
      let found = similar(to: name, for: id, isAnswer: stem != nil)
      if found.count == 1 { return found[0] }
      if found.count > 1, isNeeded {
        reportRepeated(kind, id, name: name, found)
        return nil
      }
    }
    if stem == nil, let column = toolColumn(called: wanted) { return column }
    if let stem, source.columns[id] == nil, let column = column(labelled: stem) { return column }
    // A column that the study names must be there, whatever may otherwise be lacking.
    if isNeeded {
      report.missing(
        kind, id, wanted: wanted, stem: source.columns[id] == nil ? stem : nil,
        among: suggestions(except: id))
    }
    return nil
  }

  private var report: MissingColumnReport { MissingColumnReport(path: path, findings: findings) }

  /// The columns whose name differs from a name in spelling alone and that nothing else is read from.
  private func similar(to name: String, for id: String, isAnswer: Bool) -> [RawColumn] {
    let found = names.similar(to: name)
    guard !found.isEmpty else { return [] }
    let unclaimed = Set(unclaimedNames(except: id))
    return found.filter { column in
      unclaimed.contains(column.name)
        && !(isAnswer && export.facts[column.index].metadata != nil)
    }
  }

  /// The survey tool's own column that has one of the names in its second header record: in legacy
  /// Qualtrics exports `V9` is the `EndDate`.
  private func toolColumn(called names: [String]) -> RawColumn? {
    export.facts.first { $0.metadata != nil && names.contains($0.label ?? "") }
      .map { export.table.columns[$0.index] }
  }

  /// The one column whose question text, or whose name, is the item's wording.
  private func column(labelled stem: String) -> RawColumn? {
    names.labelled(stem)
  }

  /// Says where an export gives a column of one item the wording of another.
  private func checkWording(of column: RawColumn, _ id: String, _ stem: String) {
    guard let label = export.facts[column.index].label.map(AnswerText.normalized),
      label != AnswerText.normalized(stem), source.columns[id] == nil,
      let other = form.items.first(where: { $0.id != id && AnswerText.normalized($0.stem) == label }
      )
    else { return }
    findings.add(
      Finding(
        .anotherWording,
        at: SourceLocation(file: path, line: 1, column: column.index + 1), subject: id,
        "column `\(column.name)` has in this file the wording of item `\(other.id)`; compare the export with the codebook, and name the columns with `columns` at this source"
      ))
  }

  private func multiSelect(_ question: MultiSelectQuestion) -> MultiSelectColumns? {
    let names = source.columns[question.id].map { [$0] } ?? question.columnNames
    for name in names {
      guard let columns = columns(called: name, of: question) else { continue }
      if case .joined = columns.layout, source.columns[question.id] != nil,
        let stem = stemOfSeveral(name, except: question.id)
      {
        reportPart(name, of: stem, question.id)
        return nil
      }
      return columns
    }
    if !isUnasked(question.askedIn) || source.columns[question.id] != nil {
      let unclaimed = suggestions(except: question.id)
      report.missing(
        question, wanted: names,
        among: unclaimed.compactMap { stemOfSeveral($0, except: question.id) } + unclaimed)
    }
    return nil
  }

  /// The columns of a question by one of its names; where some options lack one, those whose names
  /// differ in spelling alone, and that nothing else is read from, as well.
  private func columns(
    called name: String, of question: MultiSelectQuestion
  ) -> MultiSelectColumns? {
    let exact = MultiSelectColumns(id: name, options: question.options, in: export.facts)
    if let exact, exact.isWhole { return exact }
    let unclaimed = Set(unclaimedNames(except: question.id))
    let others = form.multiSelects.filter { $0.id != question.id }.flatMap(\.columnNames)
    let free = export.facts.filter { facts in
      unclaimed.contains(facts.name)
        && !others.contains { MultiSelectColumns.isNamed(facts, after: $0) }
    }
    let similar = MultiSelectColumns(
      id: name, options: question.options, in: free, folds: true)
    guard let exact else { return similar }
    return similar.map { $0.columnCount > exact.columnCount } == true ? similar : exact
  }

  /// `topics` of the column `topics_1` beside a `topics_2` that nothing else is read from; nil where a
  /// column stands by itself.
  private func stemOfSeveral(_ name: String, except id: String) -> String? {
    guard let end = name.lastIndex(of: "_"), Int(name[end...].dropFirst()) != nil else {
      return nil
    }
    let stem = name[...end]
    let others = form.multiSelects.filter { $0.id != id }.flatMap(\.columnNames)
    let isOneOfSeveral = unclaimedNames(except: id).contains { other in
      other != name && other.hasPrefix(stem) && Int(other.dropFirst(stem.count)) != nil
        && !others.contains(other)
    }
    return isOneOfSeveral ? String(stem.dropLast()) : nil
  }

  /// One of several columns would be read as if it held all ticked options.
  private func reportPart(_ name: String, of stem: String, _ id: String) {
    findings.add(
      Finding(
        .missingColumn, at: source.location, subject: id,
        "`\(name)` is one of several columns of the multi-select question `\(id)`; write `columns: {\(id): \(ColumnName.yaml(stem))}` at this source, which stands for all of them"
      ))
  }

  private func reportRepeated(_ kind: String, _ id: String, name: String, _ found: [RawColumn]) {
    let areSame = found.allSatisfy { $0.name == name }
    let places = found.map { String($0.index + 1) }.joined(separator: ", ")
    findings.add(
      Finding(
        .duplicateColumn, at: SourceLocation(file: path, line: 1), subject: id,
        areSame
          ? "\(found.count) columns are called `\(name)`, and the \(kind) `\(id)` needs one; rename the others"
          : "\(found.count) columns have a name like `\(name)` (columns \(places)), and the \(kind) `\(id)` needs one; write it as it stands in the file, or rename the others"
      ))
  }

  /// Reports ids under `columns:` that the codebook does not know.
  private func checkColumnKeys() {
    let known =
      form.items.map(\.id) + form.multiSelects.map(\.id) + form.openQuestions.map(\.id)
      + codebook.attributes(of: form.id).map(\.id)
    for key in source.columns.keys.sorted() where !known.contains(key) {
      let advice =
        NearestName.of(key, among: known).map { "did you mean `\($0)`?" }
        ?? "name an item, question or attribute of form `\(form.id)`"
      findings.add(
        Finding(
          .unknownReference, at: source.location, subject: key,
          "`columns` of the source names `\(key)`, which form `\(form.id)` does not have; \(advice)"
        ))
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
