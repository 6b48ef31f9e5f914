using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A value that was set for a metric and year by somebody outside this project, in the metric's unit, and who set it.</summary>
public sealed record Standard(FinancialYear Year, decimal Value, string Source);
