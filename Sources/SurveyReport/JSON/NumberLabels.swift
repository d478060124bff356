import ReportDocument
import SurveyAnalysis

/// What the instrument calls the subjects of numbers and their parts, each said once.
struct NumberLabels {
  /// What has a label.
  private struct Place: Hashable {
    /// The form; nil for pairs.
    let form: String?
    /// The item, scale, question or pair; nil for who answered.
    let subject: String?
    /// The part; nil for the whole.
    let part: String?
  }

  private var places: [Place] = []
  private var labels: [Place: String] = [:]

  /// The label of a number's subject; nil where it has none.
  func subject(of key: NumberKey) -> String? {
    labels[Place(form: key.formID, subject: key.subjectID, part: nil)]
  }

  /// The label of a number's part; nil where it has none.
  func part(of key: NumberKey) -> String? {
    key.partID.flatMap { labels[Place(form: key.formID, subject: key.subjectID, part: $0)] }
  }

  private mutating func add(_ label: String, _ place: Place) {
    if labels.updateValue(label, forKey: place) == nil { places.append(place) }
  }
}

extension NumberLabels {
  /// The labels of numbers, in their order.
  init(of numbers: [PublishedNumber]) {
    for number in numbers {
      let key = number.key
      add(number.label, Place(form: key.formID, subject: key.subjectID, part: nil))
      guard let part = key.partID, let label = number.partLabel else { continue }
      add(label, Place(form: key.formID, subject: key.subjectID, part: part))
    }
  }

  /// The labels as they are written.
  var json: [JSONValue] {
    places.map { place in
      NumbersJSON.object([
        ("form", place.form.map(JSONValue.string)), ("label", labels[place].map(JSONValue.string)),
        ("part", place.part.map(JSONValue.string)),
        ("subject", place.subject.map(JSONValue.string)),
      ])
    }
  }

  /// Reads what `json` wrote.
  init(reading json: JSONValue) throws(NumbersError) {
    guard let values = json["labels"]?.arrayValue else { throw .damaged }
    for value in values {
      guard let label = try value.text("label") else { throw .damaged }
      add(
        label,
        Place(
          form: try value.text("form"), subject: try value.text("subject"),
          part: try value.text("part")))
    }
  }
}
