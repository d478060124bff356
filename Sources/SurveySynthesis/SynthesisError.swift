/// Why nothing could be invented.
package enum SynthesisError: Error, Hashable, Sendable {
  /// A role of the codebook has nobody invited.
  case nobodyInvited(role: String)
  /// A wave is asked for that the codebook does not foresee.
  case unknownWave(String, known: [String])
  /// A form or wave whose id can't be part of a file's name.
  case unusableFileName(id: String)
  /// A wave is named twice.
  case repeatedWave(String)
}

extension SynthesisError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .nobodyInvited(let role):
      "no \(role) is invited; ask for at least 1"
    case .unknownWave(let wave, let known):
      "the codebook has no wave `\(wave)`; write some of \(known.map { "`\($0)`" }.joined(separator: ", "))"
    case .unusableFileName(let id):
      "`\(id)` can't be part of a file's name; give the form or wave an id without `/` and control characters"
    case .repeatedWave(let wave):
      "the wave `\(wave)` is named twice; name each once"
    }
  }
}
