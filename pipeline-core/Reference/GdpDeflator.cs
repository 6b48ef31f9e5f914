using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>HM Treasury's GDP deflator by financial year. Real terms are cash × index of the base year / index of the year.</summary>
public sealed class GdpDeflator
{
    private readonly FrozenDictionary<FinancialYear, decimal> index;

    private GdpDeflator(DeflatorFile file)
    {
        Release = file.Release;
        index = file.Index.ToFrozenDictionary(entry => entry.Year, entry => entry.Value);
        BaseYear = file.BaseYear;
    }

    /// <summary>Which release of the series this is, in words, for the answers that use it.</summary>
    public string Release { get; }

    /// <summary>Real terms are in this year's prices.</summary>
    public FinancialYear BaseYear { get; }

    /// <summary>The years held, in order.</summary>
    public IReadOnlyList<FinancialYear> Years => [.. index.Keys.Order()];

    /// <summary>The index of a year; null where the series does not reach.</summary>
    public decimal? Find(FinancialYear year) => index.TryGetValue(year, out var value) ? value : null;

    internal static GdpDeflator Load() => new(EmbeddedData.Json<DeflatorFile>("gdp-deflator.json"));

    private sealed record DeflatorFile(string Release, FinancialYear BaseYear, IReadOnlyList<DeflatorEntry> Index);

    private sealed record DeflatorEntry(FinancialYear Year, decimal Value);
}
