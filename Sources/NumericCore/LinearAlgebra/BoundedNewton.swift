/// A search for the smallest value of a smooth function of several numbers within bounds.
///
/// Newton's method on the numbers that are not held at a bound; a direction that does not lead
/// downwards is bent towards the steepest one, and steps are halved until the value falls.
/// Reference: Bertsekas (1982), SIAM Journal on Control and Optimization 20, 221–246,
/// doi:10.1137/0320018.
struct BoundedNewton {
  /// A function with its slope and curvature at one place.
  struct Value {
    var value: Double
    var gradient: [Double]
    var hessian: Matrix
  }

  let lower: [Double]
  let upper: [Double]
  var tolerance = 1e-10
  var maximumIterations = 500

  /// The numbers where the search ended, and the steps it took; `nil` steps when it had not ended.
  struct Result {
    var position: [Double]
    var value: Value
    var iterations: Int
    var hasConverged: Bool
  }

  /// Searches from a place within the bounds.
  func minimize(
    from start: [Double], _ function: ([Double]) throws(NumericError) -> Value
  ) throws(NumericError) -> Result {
    var position = start
    var current = try function(position)
    for iteration in 0..<maximumIterations {
      let free = freeIndexes(position, current.gradient)
      let slope = free.reduce(0) { max($0, abs(current.gradient[$1])) }
      if slope < tolerance {
        return Result(
          position: position, value: current, iterations: iteration, hasConverged: true)
      }
      let direction = try self.direction(current, free)
      var (length, next) = (1.0, current)
      var target = position
      var isLower = false
      for _ in 0..<40 {
        target = moved(position, direction, length)
        next = try function(target)
        // At the bottom the value can't fall by more than its own rounding error.
        if next.value <= current.value + 1e-13 * max(1, abs(current.value)) {
          isLower = true
          break
        }
        length /= 2
      }
      guard isLower else {
        return Result(
          position: position, value: current, iterations: iteration,
          hasConverged: slope < 1e3 * tolerance)
      }
      (position, current) = (target, next)
    }
    return Result(
      position: position, value: current, iterations: maximumIterations, hasConverged: false)
  }

  private func freeIndexes(_ position: [Double], _ gradient: [Double]) -> [Int] {
    position.indices.filter { index in
      !(position[index] <= lower[index] && gradient[index] > 0)
        && !(position[index] >= upper[index] && gradient[index] < 0)
    }
  }

  private func moved(_ position: [Double], _ direction: [Double], _ length: Double) -> [Double] {
    position.indices.map { index in
      min(max(position[index] + length * direction[index], lower[index]), upper[index])
    }
  }

  private func direction(_ value: Value, _ free: [Int]) throws(NumericError) -> [Double] {
    var reduced = Matrix(rows: free.count, columns: free.count)
    for (row, first) in free.enumerated() {
      for (column, second) in free.enumerated() {
        reduced[row, column] = value.hessian[first, second]
      }
    }
    let slope = free.map { -value.gradient[$0] }
    let largest = reduced.diagonal.reduce(0) { max($0, abs($1)) }
    var direction = [Double](repeating: 0, count: value.gradient.count)
    var ridge = 0.0
    for _ in 0..<30 {
      var matrix = reduced
      for index in free.indices { matrix[index, index] += ridge }
      if let factor = try? CholeskyFactor(of: matrix) {
        for (index, step) in zip(free, factor.solving(slope)) { direction[index] = step }
        return direction
      }
      ridge = max(ridge * 10, 1e-6 * max(largest, 1e-6))
    }
    for (index, step) in zip(free, slope) { direction[index] = step }
    return direction
  }
}
