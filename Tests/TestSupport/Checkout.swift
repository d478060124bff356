import Foundation
package import SurveyModel

/// Files of the package itself.
package enum Checkout {
  /// The absolute path of a file of the package.
  package static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name).path
  }

  /// A codebook of the package, or nil where it holds a mistake.
  package static func codebook(_ name: String) -> Codebook? {
    (try? String(contentsOfFile: path(name), encoding: .utf8)).flatMap {
      Written<Codebook>.codebook($0).value
    }
  }
}
