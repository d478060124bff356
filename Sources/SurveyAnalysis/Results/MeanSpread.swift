package import NumericCore

/// What the intervals of a mean are made of, so that each level gives one with the same method.
package enum MeanSpread: Hashable, Sendable {
  /// Rows are independent: Student's t.
  case independent(Description)
  /// Rows share persons: CR2 with Satterthwaite's degrees of freedom.
  case clustered(ClusteredMean)
  /// There is no interval at any level.
  case absent(IntervalAbsence)

  /// The interval of a level, or why there is none.
  ///
  /// - Parameter level: between 0 and 1, such as 0.95.
  package func interval(level: Double) -> IntervalOutcome {
    do throws(NumericError) {
      switch self {
      case .independent(let description):
        return .interval(try description.meanInterval(level: level))
      case .clustered(let mean): return .interval(try mean.interval(level: level))
      case .absent(let reason): return .absent(reason)
      }
    } catch .tooFewGroups(let count, _) {
      return .absent(.tooFewGroups(count: count, required: ClusteredMean.smallestClusterCount))
    } catch {
      return .absent(.numeric(error))
    }
  }
}

extension MeanSpread {
  /// The spread of a mean over rows that come in clusters; nil clusters where rows are independent.
  init(of values: [Double], _ description: Description, clusters: [Int]?) {
    guard let clusters else {
      self = .independent(description)
      return
    }
    do throws(NumericError) {
      self = .clustered(try ClusteredMean(of: values, clusters: clusters))
    } catch .tooFewGroups(let count, _) {
      self = .absent(.tooFewGroups(count: count, required: ClusteredMean.smallestClusterCount))
    } catch {
      self = .absent(.numeric(error))
    }
  }
}
