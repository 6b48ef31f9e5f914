namespace Benchmarking.Core.Vocabulary;

/// <summary>What a return reports; the file name of a return is its kind.</summary>
public enum ReturnKind
{
    Savings,
    Budget,
    Activity,
    Prices,
}
