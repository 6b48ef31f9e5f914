using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Publishing;

/// <summary>Observations as the service holds them, and slices of as many councils as are wanted.</summary>
internal static class Slices
{
    public static readonly SliceKey Key = SliceKey.Parse("savings-pct-net-budget|2012-13|actual");

    public static Observation Figure(string council, decimal? value) => new(
        Key.Metric, Key.Year, Key.Status, CouncilCode.Parse(council), value is null ? ValueState.Missing : ValueState.Reported, value,
        null, null,
        "percentage of the net budget as reported", [new ObservationSource("receipt", SourceLines.Of([2, 3]))], []);

    /// <summary>Figures with nothing in common, each with receipts of its own: what packs worst.</summary>
    public static IReadOnlyList<Observation> Many(int councils, int categories = 0) =>
        [.. Enumerable.Range(0, councils).Select(i => Figure($"council-{i}", null) with
    {
        State = ValueState.Derived,
        Numerator = Number(i, 0) * 100,
        Denominator = Number(i, 1) * 1_000,
        Value = Number(i, 0) / (Number(i, 1) + 1) * 100,
        Basis = "savings as filed / net budget as filed",
        Sources = [new ObservationSource(Hash(i, 2), SourceLines.Of([2])), new ObservationSource(Hash(i, 3), SourceLines.Of([2, 3]))],
        Breakdown = [.. Enumerable.Range(0, categories).Select(c => new CategoryAmount($"category-{c}", null, null, Number(i, 4 + c)))],
    })];

    /// <summary>Everything about observations that must outlast storage, as text.</summary>
    public static string[] Shown(IEnumerable<Observation> observations) => [.. observations.Select(o => string.Join(
        ' ',
        o.Metric, o.Year, o.Status, o.Council, o.State, Digits(o.Value), Digits(o.Numerator), Digits(o.Denominator), $"'{o.Basis}'",
        string.Join(';', o.Sources.Select(source => $"{source.Receipt}:{source.Lines.Shown}/{source.Lines.Count}/{source.Lines.List}")),
        string.Join(';',
            o.Breakdown.Select(part => $"{part.Category}/{part.Subcategory ?? "-"}/{part.LabelAsFiled ?? "-"}={Digits(part.Amount)}"))))];

    private static string Digits(decimal? number) => number?.ToString("G29", CultureInfo.InvariantCulture) ?? "none";

    private static decimal Number(int council, int kind) =>
        int.Parse(Hash(council, kind).AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Hash(int council, int kind) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{council} {kind}")).AsSpan(0, 16));
}
