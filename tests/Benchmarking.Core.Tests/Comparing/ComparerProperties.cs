using System.Text.Json;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using static Benchmarking.Core.Tests.Comparing.Given;

namespace Benchmarking.Core.Tests.Comparing;

/// <summary>What must hold for any slice of up to twenty councils, some without a figure.</summary>
public sealed class ComparerProperties
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(2013, 11);

    private static readonly Arbitrary<decimal?[]> Slices = Gen.Choose(0, 20)
        .SelectMany(n => Gen.Choose(-30, 300).Select(i => i < 0 ? (decimal?)null : i / 7m).ArrayOf(n)).ToArbitrary();

    [Fact]
    public void The_order_of_the_observations_does_not_matter() => Holds(values =>
        Json(Compare(Metric(), Figures(values), Peers(values.Length, "a")))
        == Json(Compare(Metric(), [.. Figures(values).Reverse()], Peers(values.Length, "a"))));

    [Fact]
    public void A_named_group_has_the_same_summary_whoever_asks() => Holds(values =>
        JsonSerializer.Serialize(Publication.Publish(Compare(Metric(), Figures(values), Peers(values.Length))).Summary)
        == JsonSerializer.Serialize(Publication.Publish(Compare(Metric(), Figures(values), Peers(values.Length, "c"))).Summary));

    [Fact]
    public void Every_member_is_counted_or_missing_and_listed_once() => Holds(values =>
    {
        var comparison = Compare(Metric(), Figures(values), Peers(values.Length));
        return comparison.Summary.Count + comparison.Summary.Missing.Count == values.Length
            && comparison.Councils.Select(figure => figure.Council).Distinct().Count() == values.Length
            && comparison.Councils.All(figure => figure.Value is null || figure.Band is not null == comparison.Summary.Count >= 4);
    });

    [Fact]
    public void Turning_the_polarity_round_swaps_better_and_worse_and_green_and_red() => Holds(values =>
    {
        var (higher, lower) = (Subject(Polarity.Higher, values), Subject(Polarity.Lower, values));
        return Swapped(higher.Verdict) == lower.Verdict && higher.Rag.Colour == (lower.Rag.Colour switch
        {
            Rag.Green => Rag.Red,
            Rag.Red => Rag.Green,
            var other => other,
        }) && higher.Percentile == lower.Percentile && higher.Figure.Band?.Number == lower.Figure.Band?.Number;
    });

    private static SubjectPosition Subject(Polarity polarity, decimal?[] values) =>
        Compare(Metric(polarity), Figures(values), Peers(values.Length, "a")).Subject!;

    private static Verdict Swapped(Verdict verdict) => verdict switch
    {
        Verdict.Better => Verdict.Worse,
        Verdict.Worse => Verdict.Better,
        var other => other,
    };

    private static string Json(Comparison comparison) => JsonSerializer.Serialize(Publication.Publish(comparison));

    private static void Holds(Func<decimal?[], bool> law) => Check.One(Seeded, Prop.ForAll(Slices, law));
}
