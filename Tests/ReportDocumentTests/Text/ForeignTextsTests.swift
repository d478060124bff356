import Testing

@testable import ReportDocument

@Suite struct ForeignTextsTests {
  let german = ForeignTexts(
    language: "de", texts: ["Rollen und Hilfe", "Ja", "Ziele, klar", "Mentoren", "12"])

  @Test(arguments: [
    ("Rollen und Hilfe", ["*Rollen und Hilfe"]), ("Yes", ["Yes"]),
    ("Mentoren: Rollen und Hilfe, late", ["*Mentoren", ": ", "*Rollen und Hilfe", ", late"]),
    ("They rate “Ziele, klar” higher", ["They rate “", "*Ziele, klar", "” higher"]),
    ("Rollen und Hilfe (late) †", ["*Rollen und Hilfe", " (late) †"]),
    // No part of its own: inside a word, or words of a longer text.
    ("Jahre", ["Jahre"]), ("Say Ja to it", ["Say Ja to it"]), ("12 pairs", ["12 pairs"]),
  ])
  func partsOfTheOtherLanguageAreFound(text: String, pieces: [String]) {
    #expect(german.pieces(of: text).map { ($0.isForeign ? "*" : "") + $0.words } == pieces)
  }

  @Test func thePageIsEnglishAndTheCodebooksWordsAreGerman() {
    let chart = Chart.means(
      MeansChart(
        words: ChartWords(
          title: "Rollen und Hilfe", description: "d",
          table: Table(
            caption: "Mentoren", columns: [.init("Item", .text), .init("Ja")],
            rows: [Table.Row("Rollen und Hilfe", [.integer(1)])])),
        series: ["Mentoren", "mentees"],
        axis: MeansChart.Axis(lower: 0, upper: 1, ticks: [0, 1]),
        rows: [.init("Ja", [.init(0.5), .init(0.6)])]))
    let html = HTMLRenderer().render(
      Document(
        title: "Study", foreign: german,
        blocks: [.paragraph("About “Ja”, of course."), .chart(chart)]))
    #expect(html.contains("<html lang=\"en\">"))
    for part in [
      "About “<span lang=\"de\">Ja</span>”, of course.",
      "<figcaption lang=\"de\">Rollen und Hilfe</figcaption>",
      "<th scope=\"col\" class=\"n\" lang=\"de\">Ja</th>",
      "<th scope=\"row\" lang=\"de\">Rollen und Hilfe</th>",
      "<span lang=\"de\">Mentoren</span></li>", "-t\" lang=\"de\">Rollen und Hilfe</title>",
    ] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(!html.contains("dir="))
  }

  @Test func aLanguageFromRightToLeftSaysSo() {
    let html = HTMLRenderer().render(
      Document(
        title: "Study", foreign: ForeignTexts(language: "ar", texts: ["نعم"]),
        blocks: [.paragraph("نعم")]))
    #expect(html.contains("<p lang=\"ar\" dir=\"rtl\">نعم</p>"))
  }
}
