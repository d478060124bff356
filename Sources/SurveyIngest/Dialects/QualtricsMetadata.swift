import SurveyModel

/// What Qualtrics records by itself, and what its columns are called.
enum QualtricsMetadata {
  /// Each kind with its `ImportId` and its name in the first header record.
  private static let spellings: [(kind: MetadataKind, importID: String, name: String)] = [
    (.startDate, "startDate", "StartDate"),
    (.endDate, "endDate", "EndDate"),
    (.status, "status", "Status"),
    (.ipAddress, "ipAddress", "IPAddress"),
    (.progress, "progress", "Progress"),
    (.duration, "duration", "Duration (in seconds)"),
    (.finished, "finished", "Finished"),
    (.recordedDate, "recordedDate", "RecordedDate"),
    (.responseID, "_recordId", "ResponseId"),
    (.lastName, "recipientLastName", "RecipientLastName"),
    (.firstName, "recipientFirstName", "RecipientFirstName"),
    (.email, "recipientEmail", "RecipientEmail"),
    (.externalReference, "externalDataReference", "ExternalReference"),
    (.externalReference, "externalDataReference", "ExternalDataReference"),
    (.latitude, "locationLatitude", "LocationLatitude"),
    (.longitude, "locationLongitude", "LocationLongitude"),
    (.distributionChannel, "distributionChannel", "DistributionChannel"),
    (.userLanguage, "userLanguage", "UserLanguage"),
    // As written until 2017.
    (.responseID, "responseId", "ResponseID"),
    (.responseSet, "responseSetId", "ResponseSet"),
    (.name, "name", "Name"),
    (.email, "email", "EmailAddress"),
    (.lastName, "panel-RecipientLastName", "RecipientLastName"),
    (.firstName, "panel-RecipientFirstName", "RecipientFirstName"),
    (.email, "panel-RecipientEmail", "RecipientEmail"),
    (.externalReference, "panel-ExternalDataReference", "ExternalDataReference"),
    (.latitude, "Location-LocationLatitude", "LocationLatitude"),
    (.longitude, "Location-LocationLongitude", "LocationLongitude"),
    (.locationAccuracy, "Location-LocationAccuracy", "LocationAccuracy"),
  ]

  /// What the tool records in a column: by `ImportId`, which no one can rename, then by name.
  static func kind(importID: String?, name: String) -> MetadataKind? {
    if let importID {
      if let known = spellings.first(where: { $0.importID == importID }) { return known.kind }
      // A question may be named like metadata; its ImportId says what it is.
      if importID.hasPrefix("QID") { return nil }
    }
    return spellings.first { $0.name == name }?.kind
  }

  /// What a status says of its row.
  enum Status: Hashable {
    case response
    case dropped(DroppedRows.Kind)
    /// None that the tool is known to write, or a word of another language.
    case unknown
  }

  /// Reads a status.
  ///
  /// The number is a sum of marks: 1 preview, 2 test, 4 imported, 8 spam, 16 offline, 32 employee.
  static func status(_ text: String) -> Status {
    if let marks = Int(text.trimmed), (0..<64).contains(marks) {
      if marks & 1 != 0 { return .dropped(.preview) }
      if marks & 2 != 0 { return .dropped(.test) }
      return marks & 8 != 0 ? .dropped(.spam) : .response
    }
    let words = AnswerText.normalized(text).split(whereSeparator: \.isWhitespace)
    guard words.allSatisfy(statusWords.contains) else { return .unknown }
    if words.contains("preview") { return .dropped(.preview) }
    if words.contains("test") { return .dropped(.test) }
    return words.contains("spam") ? .dropped(.spam) : .response
  }

  private static let statusWords: Set<Substring> = [
    "ip", "address", "survey", "preview", "test", "imported", "spam", "offline", "response", "ex",
    "anonymous", "synthetic",
  ]
}
