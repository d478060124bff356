import NumericCore
import NumericTestSupport
import Testing

@Suite struct BootstrapDistributionTests {
  func options(_ seed: UInt64 = 1, count: Int = 1000, threads: Int = 1) throws -> BootstrapOptions {
    try BootstrapOptions(resampleCount: count, seed: seed, threadCount: threads)
  }

  /// The replicates that R's `boot` drew, with the leave-one-out values of our alpha.
  func replicatesOfR() throws -> BootstrapDistribution {
    let scale = try AttitudeScale()
    let replicates = try ReferenceFile("boot-replicates").columns[0].compactMap { $0 }
    let leaveOneOut = try (0..<30).map { left in
      let columns = scale.columns.map { column in
        column.enumerated().filter { $0.offset != left }.map(\.element)
      }
      return try CronbachAlpha(of: CovarianceMatrix(columns: columns, policy: .listwise)).alpha
    }
    return try BootstrapDistribution(
      estimate: CronbachAlpha(of: scale.covariance).alpha, replicates: replicates,
      leaveOneOut: leaveOneOut, caseCount: 30, options: options(count: 999))
  }

  @Test func intervalsAgreeWithR() throws {  // Tests/Reference/reliability.R
    let file = try ReferenceFile("reliability")
    let distribution = try replicatesOfR()
    expectClose(distribution.estimate, try file.software("boot.estimate"))
    expectClose(distribution.acceleration, try file.software("boot.acceleration"))
    let percentile = try distribution.percentileInterval(level: 0.95)
    expectClose(percentile.lower, try file.software("boot.percentile.lower"))
    expectClose(percentile.upper, try file.software("boot.percentile.upper"))
    let normal = try distribution.normalInterval(level: 0.95)
    expectClose(normal.lower, try file.software("boot.normal.lower"))
    expectClose(normal.upper, try file.software("boot.normal.upper"))
    let corrected = try distribution.bcaInterval(level: 0.95)
    expectClose(corrected.lower, try file.software("boot.bca.lower"))
    expectClose(corrected.upper, try file.software("boot.bca.upper"))
    #expect(
      [percentile, normal, corrected].map(\.method) == [
        .bootstrapPercentile, .bootstrapNormal, .bootstrapBCa,
      ])
  }

  @Test func bcaIsNearThatOfBoot() throws {  // which interpolates between replicates in another way
    let file = try ReferenceFile("reliability")
    let interval = try replicatesOfR().bcaInterval(level: 0.95)
    for (value, name) in [(interval.lower, "lower"), (interval.upper, "upper")] {
      let reference = try file.software("boot.bca.by_boot.\(name)").value
      expectClose(
        value, .approximate(reference, relative: 0.003, reason: "interpolation in the tails"))
    }
  }

  @Test(arguments: [
    (19, nil), (20, IntervalMethod.bootstrapNormal), (99, .bootstrapNormal),
    (100, .bootstrapPercentile), (149, .bootstrapPercentile), (150, .bootstrapBCa),
  ])
  func theNumberOfCasesChoosesTheInterval(caseCount: Int, method: IntervalMethod?) throws {
    let distribution = try BootstrapDistribution(
      estimate: 0.5, replicates: (1...99).map { Double($0) / 100 },
      leaveOneOut: [0.4, 0.5, 0.61], caseCount: caseCount, options: options())
    guard let method else {
      #expect(throws: NumericError.tooFewValues(count: 19, required: 20)) {
        try distribution.interval(level: 0.95)
      }
      return
    }
    #expect(try distribution.interval(level: 0.95).method == method)
  }

  @Test func withoutBiasAndAccelerationBCaIsPercentile() throws {
    let distribution = try BootstrapDistribution(
      estimate: 0.5, replicates: (1...99).map { Double($0) / 100 },
      leaveOneOut: [0.4, 0.5, 0.6], caseCount: 3, options: options())
    expectClose(distribution.acceleration.map { $0 + 1 }, .derived(1))
    let percentile = try distribution.percentileInterval(level: 0.9)
    let corrected = try distribution.bcaInterval(level: 0.9)
    expectClose(corrected.lower, .derived(percentile.lower))
    expectClose(corrected.upper, .derived(percentile.upper))
  }

  @Test func undefinedResamplesAreCounted() throws {
    let distribution = try BootstrapDistribution(
      estimate: 1, replicates: [.nan] + (1...9).map(Double.init), leaveOneOut: [], caseCount: 10,
      options: options())
    #expect(distribution.undefinedCount == 1 && distribution.replicates.count == 9)
    #expect(throws: NumericError.tooManyUndefinedResamples(count: 2, total: 10)) {
      try BootstrapDistribution(
        estimate: 1, replicates: [.nan, .nan] + (1...8).map(Double.init), leaveOneOut: [],
        caseCount: 10, options: options())
    }
  }

  @Test func refuses() throws {
    #expect(throws: NumericError.parameterOutOfRange(name: "resample count", value: 99)) {
      try options(count: 99)
    }
    #expect(throws: NumericError.parameterOutOfRange(name: "thread count", value: 0)) {
      try options(threads: 0)
    }
    #expect(throws: NumericError.notANumber) {
      try BootstrapDistribution(
        estimate: .nan, replicates: [1], leaveOneOut: [], caseCount: 1, options: options())
    }
    let oneSided = try BootstrapDistribution(
      estimate: 9, replicates: [1, 2, 3], leaveOneOut: [1, 2, 4], caseCount: 200,
      options: options())
    #expect(throws: NumericError.biasedResamples) { try oneSided.bcaInterval(level: 0.95) }
    #expect(throws: NumericError.biasedResamples) { try oneSided.interval(level: 0.95) }
    let unmoved = try BootstrapDistribution(
      estimate: 2, replicates: [1, 2, 3], leaveOneOut: [2, 2, 2], caseCount: 200,
      options: options())
    #expect(throws: NumericError.constantValues(item: nil)) {
      try unmoved.bcaInterval(level: 0.95)
    }
    for interval in [
      unmoved.percentileInterval, unmoved.bcaInterval, unmoved.normalInterval, unmoved.interval,
    ] {
      #expect(throws: NumericError.probabilityOutOfRange(95)) { try interval(95) }
    }
  }
}
