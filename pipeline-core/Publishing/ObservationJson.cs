using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>The stored form of an observation: one line of JSON, the same bytes for the same figure, decimals to their last
/// digit.</summary>
public static class ObservationJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(IEnumerable<Observation> observations) =>
        JsonSerializer.SerializeToUtf8Bytes(observations.Select(ToStored), Options);

    public static string Write(Observation observation) => JsonSerializer.Serialize(ToStored(observation), Options);

    public static IReadOnlyList<Observation> ReadAll(ReadOnlySpan<byte> json) =>
        [.. JsonSerializer.Deserialize<Stored[]>(json, Options)!.Select(ToObservation)];

    public static Observation Read(string json) => ToObservation(JsonSerializer.Deserialize<Stored>(json, Options)!);

    private static Stored ToStored(Observation o) => new(
        o.Metric, o.Year.ToString(), Codes.Of(o.Status), o.Council.Value, Codes.Of(o.State),
        Plain(o.Value), Plain(o.Numerator), Plain(o.Denominator), o.Basis,
        [.. o.Sources.Select(s => new StoredSource(s.Receipt, s.Lines.Shown, s.Lines.List is null ? null : s.Lines.Count, s.Lines.List))],
        o.Breakdown.Count == 0
            ? null
            : [.. o.Breakdown.Select(b => new StoredAmount(b.Category, b.Subcategory, b.LabelAsFiled, Plain(b.Amount)!.Value))])
    {
        P = o.Published is { } p ? new StoredPublication(p.Dataset, p.Publisher, p.Publication, p.Edition) : null,
        G = Plain(o.MarginOfError),
        O = o.Filed is null ? null : ToStored(o.Filed),
    };

    private static Observation ToObservation(Stored s) => new(
        s.M, FinancialYear.Parse(s.Y), Codes.Parse<FigureStatus>(s.S), CouncilCode.Parse(s.C), Codes.Parse<ValueState>(s.T),
        s.V, s.N, s.D, s.B,
        [.. s.F.Select(f => new ObservationSource(f.R, SourceLines.Read(f.L, f.N, f.A)))],
        [.. (s.A ?? []).Select(a => new CategoryAmount(a.C, a.S, a.L, a.V))])
    {
        Published = s.P is { } p ? new PublishedIn(p.D, p.B, p.T, p.E) : null,
        MarginOfError = s.G,
        Filed = s.O is null ? null : ToObservation(s.O),
    };

    /// <summary>Without trailing zeros: 7.20 and 7.2 are one figure and must be the same bytes.</summary>
    private static decimal? Plain(decimal? value) => value / 1.000000000000000000000000000000000m;

    private sealed record Stored(
        string M, string Y, string S, string C, string T, decimal? V, decimal? N, decimal? D, string B, StoredSource[] F,
        StoredAmount[]? A)
    {
        public StoredPublication? P { get; init; }

        public decimal? G { get; init; }

        public Stored? O { get; init; }
    }

    private sealed record StoredPublication(string D, string B, string T, string E);

    private sealed record StoredSource(string R, string L, int? N, string? A);

    private sealed record StoredAmount(string C, string? S, string? L, decimal V);
}
