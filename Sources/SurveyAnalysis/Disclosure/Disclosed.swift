package import NumericCore

/// A detailed result that has a coarser form for small groups.
package protocol Coarsenable: Hashable, Sendable {
  /// What may be shown of a small group.
  associatedtype Coarse: Hashable, Sendable
  /// The coarser form, or nil where nothing of it may be shown.
  var coarse: Coarse? { get }
}

/// A result as it may be shown.
package enum Disclosed<Detail: Coarsenable>: Hashable, Sendable {
  /// Everything.
  case full(Detail)
  /// Bands and a rounded mean.
  case coarse(Detail.Coarse)
  /// Nothing, because the group is too small.
  case hidden(HiddenReason)
  /// Nothing, because there is nothing to compute it from.
  case undefined(Undefined)

  /// The detail, where it may be shown.
  package var detail: Detail? { if case .full(let detail) = self { detail } else { nil } }
  /// The coarser form, where only that may be shown.
  package var coarse: Detail.Coarse? { if case .coarse(let coarse) = self { coarse } else { nil } }
}

/// Why a result is hidden.
package enum HiddenReason: Hashable, Sendable {
  /// Fewer distinct persons than the study's minimum.
  case tooFewPersons(minimum: Int)
  /// Fewer distinct partners than the study's minimum.
  case tooFewPartners(minimum: Int)
  /// One person supplies more than the allowed share of the rows.
  case onePersonDominates(largestShare: Double)
  /// Fewer pairs, or persons in them, than pair results need.
  case tooFewPairs(minimum: Int)
  /// A coefficient needs a group that may be shown in full.
  case tooFewForCoefficients(fullFrom: Int)
  /// With what was published before, it would tell on fewer persons or partners than the minimum.
  case singlesOut(minimum: Int)
}

/// Why a result does not exist.
package enum Undefined: Hashable, Sendable {
  /// Nobody was shown the question.
  case notAdministered
  /// Nobody answered.
  case noAnswers
  /// The statistic can't be computed from these data.
  case numeric(NumericError)
}

/// Why an estimate has no interval.
package enum IntervalAbsence: Hashable, Sendable {
  /// Persons stand behind several rows; the usual interval would be too narrow.
  case personsRepeat(rows: Int, persons: Int)
  /// Partners stand behind several rows; the usual interval would be too narrow.
  case partnersRepeat(rows: Int, partners: Int)
  /// Of some rows a person or partner is not known, who may stand behind others, too.
  case unknownPersons
  /// Each pair of items has its own cases, so no single n is right.
  case pairwiseCases
  /// Rows share persons or partners, and there are fewer groups of such rows than an interval needs.
  case tooFewGroups(count: Int, required: Int)
  /// The interval can't be computed from these data.
  case numeric(NumericError)
}

/// An interval, or why there is none.
package enum IntervalOutcome: Hashable, Sendable {
  /// An interval.
  case interval(ConfidenceInterval)
  /// None, with the reason.
  case absent(IntervalAbsence)

  /// The interval, where there is one.
  package var interval: ConfidenceInterval? {
    if case .interval(let interval) = self { interval } else { nil }
  }

  /// An interval where rows are independent, else the reason for its absence.
  init(
    for base: Base, _ make: () throws(NumericError) -> ConfidenceInterval
  ) {
    if let absence = base.intervalAbsence {
      self = .absent(absence)
      return
    }
    do throws(NumericError) {
      self = .interval(try make())
    } catch {
      self = .absent(.numeric(error))
    }
  }
}

extension IntervalOutcome {
  /// The interval of a mean of rows that come in clusters, or why there is none.
  init(ofMean values: [Double], clusters: [Int], level: Double) {
    do throws(NumericError) {
      self = .interval(try ClusteredMean(of: values, clusters: clusters).interval(level: level))
    } catch .tooFewGroups(let count, _) {
      self = .absent(
        .tooFewGroups(count: count, required: ClusteredMean.smallestClusterCount))
    } catch {
      self = .absent(.numeric(error))
    }
  }
}

/// A share of a small group: whole percent, its ends blurred.
package enum BandShare: Hashable, Sendable {
  /// A share in whole percent, 0–1.
  case about(Double)
  /// Nobody, or nearly nobody: at most a tenth.
  case atMostTenth
  /// Everybody, or nearly everybody: at least nine tenths.
  case atLeastNineTenths

  /// The blurred form of a share.
  ///
  /// METHODS names the ends only; a share between them and a tenth can't occur below ten persons
  /// but does above, and is blurred as well so that the ends don't stand out.
  package init(_ rate: Double) {
    if rate <= 0.1 {
      self = .atMostTenth
    } else if rate >= 0.9 {
      self = .atLeastNineTenths
    } else {
      self = .about((rate * 100).rounded() / 100)
    }
  }
}

/// A mean of a small group to one decimal; nil where that is the lowest or highest answer possible,
/// which nobody but a unanimous group can have.
func coarseMean(_ mean: Double, within limits: ClosedRange<Double>?) -> Double? {
  let rounded = (mean * 10).rounded() / 10
  if let limits, rounded <= limits.lowerBound || rounded >= limits.upperBound { return nil }
  return rounded
}
