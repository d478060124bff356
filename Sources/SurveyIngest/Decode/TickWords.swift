import SurveyModel

/// The words that survey tools write into the column of one option for *ticked* and *not ticked*.
enum TickWords {
  /// What a word says by itself.
  enum Meaning: Hashable { case ticked, notTicked }

  /// The meaning of a text; nil where it has none by itself.
  ///
  /// - Parameter text: as `SplitCells.comparable` writes it.
  static func meaning(of text: String) -> Meaning? {
    ticked.contains(text) ? .ticked : notTicked.contains(text) ? .notTicked : nil
  }

  /// Yes, true and "chosen" in the languages of the tools' exports, and their marks.
  private static let ticked: Set<String> = [
    "1", "yes", "y", "ja", "j", "oui", "sí", "si", "sì", "sim", "tak", "ano", "áno", "да", "da",
    "igen",
    "evet", "jah", "kyllä", "taip", "jā", "já", "bai", "ya", "có", "так", "ναι", "はい", "是",
    "예", "네", "نعم", "بله", "כן",
    "true", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "waar", "sant", "sand", "prawda",
    "pravda", "истина", "igaz", "doğru",
    "sann", "tosi", "adevărat",
    "x", "✓", "✔", "✔️", "☑", "☑️", "☒", "✅", "on", "checked", "selected", "ticked", "marked",
    "chosen", "quoted", "mentioned", "ausgewählt", "gewählt", "genannt", "angekreuzt", "coché",
    "sélectionné", "choisi", "seleccionado", "marcado", "selecionado", "selezionato",
    "geselecteerd",
    "aangevinkt", "zaznaczono", "zaznaczone", "wybrano", "vald", "valgt", "valittu",
  ]

  /// No, false and "not chosen".
  private static let notTicked: Set<String> = [
    "0", "no", "n", "nein", "non", "nie", "nej", "nei", "não", "nao", "nee", "ne", "nem", "hayır",
    "hayir", "ei", "nu", "nē", "ez", "tidak", "không",
    "нет", "не", "ні", "όχι", "いいえ", "否", "不是", "아니요", "아니오", "لا", "خیر", "לא",
    "false", "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "fałsz", "nepravda", "ложь",
    "hamis", "yanlış", "usann", "epätosi", "fals",
    "☐", "off", "unchecked", "not checked", "unselected", "not selected", "unticked", "not ticked",
    "unmarked", "not marked", "not chosen", "unquoted", "not quoted", "not mentioned",
    "nicht ausgewählt", "nicht gewählt", "nicht genannt", "nicht angekreuzt", "non coché",
    "non sélectionné", "non choisi", "no seleccionado", "no marcado", "não selecionado",
    "não marcado", "non selezionato", "niet geselecteerd", "niet aangevinkt", "nie zaznaczono",
    "nie zaznaczone", "nie wybrano", "inte vald", "ej vald", "ikke valgt", "ei valittu",
  ]
}

/// The texts that stand for *no answer* in a multi-select question.
enum BlankTexts {
  /// Empty, the missing tokens, and the *not applicable* that LimeSurvey writes for a question it did
  /// not show; as `AnswerText` writes them.
  static let all = Set(
    (ResponseScale.defaultMissingTokens + ["", "N/A"]).map(AnswerText.normalized))
}
