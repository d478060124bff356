/// Every statistic that can be asked for by name.
public enum StatisticRegistry {
  /// The definition with this name, `nil` where there is none.
  public static func definition(id: StableID) -> StatisticDefinition? {
    all.first { $0.id == id }
  }

  /// All definitions, in the order in which tables show them.
  public static let all: [StatisticDefinition] = [
    Description.countDefinition,
    Description.meanDefinition,
    Description.standardDeviationDefinition,
    Description.varianceDefinition,
    Description.medianDefinition,
    Quantile.definition,
    Description.skewnessDefinition,
    Description.kurtosisDefinition,
    Proportion.definition,
    CronbachAlpha.definition,
    StandardizedAlpha.definition,
    ItemAnalysis.alphaIfItemDroppedDefinition,
    ItemAnalysis.itemRestCorrelationDefinition,
    InterItemCorrelations.definition,
    StandardErrorOfMeasurement.definition,
    SpearmanBrown.definition,
    MinimalDetectableChange.definition,
    StratifiedAlpha.definition,
    KuderRichardson.definition,
    GuttmanLambdas.lambda2Definition,
    SplitHalves.lambda4Definition,
    GuttmanLambda6.definition,
    TenBergeZegers.definition,
    SplitHalves.definition,
    GreatestLowerBound.definition,
    McDonaldOmega.definition,
    McDonaldOmegaHierarchical.definition,
    McDonaldOmega.compositeReliabilityDefinition,
    McDonaldOmega.varianceExtractedDefinition,
    OrdinalReliability.categoricalOmegaDefinition,
    OrdinalReliability.ordinalAlphaDefinition,
    SamplingAdequacy.definition,
    BartlettSphericity.definition,
    Eigenvalues.definition,
    ParallelAnalysis.definition,
    MinimumAveragePartial.definition,
    PercentAgreement.definition,
    CohenKappa.definition,
    CohenKappa.weightedDefinition,
    RaterAgreement.fleissKappaDefinition,
    RaterAgreement.gwetAC1Definition,
    RaterAgreement.gwetAC2Definition,
    KrippendorffAlpha.definition,
    IntraclassCorrelation.definition,
    BlandAltman.definition,
  ]
}
