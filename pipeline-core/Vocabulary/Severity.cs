namespace Benchmarking.Core.Vocabulary;

/// <summary>What a finding does to its return: an error blocks it, a query holds it until explained, a notice informs.</summary>
public enum Severity
{
    Error,
    Query,
    Notice,
}
