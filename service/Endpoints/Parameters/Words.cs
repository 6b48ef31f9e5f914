namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The prices of money: as paid, or those of the deflator's base year.</summary>
internal enum PriceBasis
{
    Cash,
    Real,
}

/// <summary>One row a value, one row a council and one column a metric, or one row for each outcome, numerator and denominator.</summary>
internal enum ExportShape
{
    Long,
    Wide,
    Ascof,
}

/// <summary>Which of a council's metrics a profile shows.</summary>
internal enum ProfileFilter
{
    All,
    WorseAndWorsening,
}

/// <summary>Whether every council's limits stand in a funnel.</summary>
internal enum FunnelDetail
{
    Summary,
    Limits,
}
