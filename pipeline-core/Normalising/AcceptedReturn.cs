using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>A return that counts: the year it was filed for, its rows and the receipt under which it was accepted.</summary>
public sealed record AcceptedReturn(string Receipt, FinancialYear Year, CheckedReturn Return);
