/// The measures of a drawing; every chart is drawn once for wide and once for narrow screens.
struct Canvas {
  /// Class of the drawing, by which the style sheet shows one of the two.
  let name: String
  /// Width of the drawing.
  let width: Double
  /// Whether a row's label stands above its bar instead of left of it.
  let labelsAbove: Bool
  /// Lines that a label may take.
  let labelLineLimit: Int
  /// Size of row labels.
  let labelSize: Double
  /// Size of numbers within bars.
  let valueSize: Double
  /// Size of axis numbers and column headings.
  let tickSize: Double

  /// For a column of text.
  static let wide = Canvas(
    name: "wide", width: 720, labelsAbove: false, labelLineLimit: 2, labelSize: 13.5,
    valueSize: 12.5, tickSize: 12)
  /// For a telephone.
  static let narrow = Canvas(
    name: "narrow", width: 340, labelsAbove: true, labelLineLimit: 3, labelSize: 13.5,
    valueSize: 11.5, tickSize: 11)

  /// Distance between the lines of a label.
  var lineHeight: Double { labelSize + 2 }
}
