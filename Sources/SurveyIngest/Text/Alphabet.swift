import SurveyModel

/// The letters beyond ASCII that a language writes, in lower case, and the one-byte encodings that hold
/// them.
struct Alphabet {
  /// BCP 47.
  let language: String
  let letters: Set<Unicode.Scalar>
  let encodings: [TextEncoding]

  init(_ language: String, _ letters: String, _ encodings: [TextEncoding]) {
    self.language = language
    self.letters = Set(letters.unicodeScalars)
    self.encodings = encodings
  }

  /// Whether its words also hold letters of ASCII.
  var isLatin: Bool { !letters.contains { (0x370...0x4FF).contains($0.value) } }

  /// The languages of Windows-1252.
  static let western = [
    Alphabet("de", "äöüß", west), Alphabet("fr", "àâæçèéêëîïôœùûüÿ", west),
    Alphabet("es", "áéíóúüñªº", west), Alphabet("pt", "áâãàçéêíóôõúüªº", west),
    Alphabet("it", "àèéìíîòóùú", west), Alphabet("nl", "áéíóúëïöüèê", west),
    Alphabet("da", "æøåéèêóòôâäö", west), Alphabet("sv", "åäöéü", west),
    Alphabet("fi", "åäöšž", west), Alphabet("is", "áðéíóúýþæö", west),
    Alphabet("ca", "àçèéíïòóúü", west), Alphabet("et", "äöõüšž", west),
  ]

  /// The other languages, each with the encodings that programs write it in.
  static let others = [
    Alphabet("pl", "ąćęłńóśźż", central), Alphabet("cs", "áčďéěíňóřšťúůýž", central),
    Alphabet("sk", "áäčďéíĺľňóôŕšťúýž", central), Alphabet("hu", "áéíóöőúüű", central),
    Alphabet("sl", "čšž", central), Alphabet("hr", "čćđšž", central),
    Alphabet("ro", "ăâîşţșț", central), Alphabet("tr", "çğıiöşüâîû", [.windows1254]),
    Alphabet("lt", "ąčęėįšųūž", [.windows1257]), Alphabet("lv", "āčēģīķļņšūž", [.windows1257]),
    Alphabet("ru", "абвгдежзийклмнопрстуфхцчшщъыьэюяё", [.windows1251, .koi8R]),
    Alphabet("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", [.windows1251]),
    Alphabet("bg", "абвгдежзийклмнопрстуфхцчшщъьюя", [.windows1251]),
    Alphabet("sr", "абвгдђежзијклљмнњопрстћуфхцчџш", [.windows1251]),
    Alphabet("el", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", [.windows1253, .iso8859_7]),
  ]

  private static let west: [TextEncoding] = [.windows1252, .macintosh, .ibm850]
  private static let central: [TextEncoding] = [.windows1250, .iso8859_2]

  /// The encoding that Windows programs write a language in, where that is not Windows-1252.
  static func usualEncoding(ofLanguage tag: String) -> TextEncoding? {
    let language = tag.lowercased().prefix { $0.isLetter }
    return others.first { $0.language == language }?.encodings.first
  }
}
