import NumericCore

/// Every value that a specification asks for and that the data define, with its id.
func allValues(of specification: Specification, in table: CSVTable) throws
  -> [(String, ReferenceValue)]
{
  try certifiedValues(of: specification, in: table)
    + describeValues(of: specification, in: table)
    + likertValues(of: specification, in: table)
    + scaleValues(of: specification, in: table)
    + dimensionValues(of: specification, in: table)
    + modelValues(of: specification, in: table)
    + factorReliabilityValues(of: specification, in: table)
    + retestValues(of: specification, in: table)
    + dimensionValues(of: specification, in: table)
    + modelValues(of: specification, in: table)
    + factorReliabilityValues(of: specification, in: table)
    + agreementValues(of: specification, in: table)
}
