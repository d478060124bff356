/// One factor of a covariance matrix by maximum likelihood, without tests.
///
/// The loadings for given unique variances have a closed form, but a Heywood case has none; so the
/// search is over both, as for other confirmatory models.
struct OneFactorFit {
  /// The estimates for a factor of variance 1.
  let solution: FactorSolution
  /// The free numbers, from which the search for a similar matrix may start.
  let position: [Double]

  /// - Parameters:
  ///   - covariance: positive definite, of at least 3 items.
  ///   - start: the free numbers of a similar matrix.
  /// - Throws: `tooFewItems`; `dependentItems`; `notConverged`.
  init(_ covariance: Matrix, from start: [Double]? = nil) throws(NumericError) {
    let problem = try LikelihoodFit(
      FactorModel.oneFactor(itemCount: covariance.rowCount), covariance)
    let search = try problem.solve(from: start)
    guard search.hasConverged else { throw .notConverged(iterations: search.iterations) }
    solution = problem.solution(search)
    position = search.position
  }
}
