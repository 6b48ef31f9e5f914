using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using static Benchmarking.Core.Tests.Publishing.Slices;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class SliceTests
{
    private const int PartBytes = 60_000;

    private static readonly Observation[] Four =
        [Figure("barnet", 5.6m), Figure("kent", 2.8m), Figure("tameside", 11.3m), Figure("york", 7)];

    [Fact]
    public void The_same_observations_in_any_order_make_the_same_version()
    {
        var expected = Refreshed(Four);
        Check.One(Config.QuickThrowOnFailure.WithReplay(2013, 11).WithMaxTest(24), Prop.ForAll(Gen.Shuffle(Four).ToArbitrary(), shuffled =>
            Refreshed(shuffled) is var slice && slice.Version == expected.Version && slice.Inputs == expected.Inputs));
        Assert.Equal(["barnet", "kent", "tameside", "york"], expected.Observations.Select(o => o.Council.Value));
    }

    [Fact]
    public void Any_change_of_any_observation_makes_another_version()
    {
        Observation[] changed =
        [
            Four[0] with { Value = 5.60000001m }, Four[0] with { Value = null, State = ValueState.Suppressed },
            Four[0] with { Numerator = 1 },
            Four[0] with { Denominator = 1 }, Four[0] with { State = ValueState.Derived }, Four[0] with { Basis = "other" },
            Four[0] with { Council = CouncilCode.Parse("bexley") }, Four[0] with { Sources = [] },
            Four[0] with { Sources = [new ObservationSource("receipt", SourceLines.Of([2]))] },
            Four[0] with { Sources = [new ObservationSource("other", SourceLines.Of([2, 3]))] },
            Four[0] with { Breakdown = [new CategoryAmount("other", null, null, 1)] },
        ];
        var slices = changed.Select(first => Refreshed([first, .. Four[1..]])).Append(Refreshed(Four)).Append(Refreshed(Four[1..]))
            .ToArray();
        Assert.Distinct(slices.Select(slice => slice.Version));
        Assert.Distinct(slices.Select(slice => slice.Inputs));
    }

    [Theory]
    [InlineData("savings-pct-net-budget|2013-14|actual")]
    [InlineData("savings-pct-net-budget|2012-13|target")]
    [InlineData("savings-total|2012-13|actual")]
    public void Another_metric_year_or_status_is_another_version(string key) =>
        Assert.NotEqual(Refreshed(Four).Version, RefreshPipeline.Refresh(SliceKey.Parse(key), Four, [], ReferenceData.Current).Version);

    [Fact]
    public void Another_summary_is_another_version_of_the_same_inputs()
    {
        var (one, other) = (SliceCodec.Make(Key, Four, [new("all", "{}")]), SliceCodec.Make(Key, Four, [new("all", """{"count":4}""")]));
        Assert.NotEqual(one.Version, other.Version);
        Assert.Equal(one.Inputs, other.Inputs);
    }

    [Fact]
    public void A_version_is_the_hash_of_all_a_slice_holds()
    {
        // SHA-256 of "slice-2", the key, the observations' JSON, "all" and "{}", one to a line; and of that JSON alone: first 32 digits
        var slice = SliceCodec.Make(Key, [Figure("york", 7.2m)], [new("all", "{}")]);
        Assert.Equal(("dfb278602ec6068b142f2e550e18b7a0", "b8e9f63d245c2f17963c65a0f12792ac"), (slice.Version, slice.Inputs));
    }

    [Fact]
    public void A_packed_slice_comes_back_without_its_summaries()
    {
        var slice = Refreshed(Four);
        var again = SliceCodec.Unpack(Key, slice.Version, SliceCodec.Pack(slice));
        Assert.Equal((slice.Key, slice.Version, slice.Inputs), (again.Key, again.Version, again.Inputs));
        Assert.Equal(Shown(slice.Observations), Shown(again.Observations));
        Assert.Empty(again.Summaries);
        Assert.Equal(SliceCodec.Pack(slice), SliceCodec.Pack(again));
    }

    [Fact]
    public void A_slice_of_nobody_packs_too()
    {
        var empty = SliceCodec.Make(Key, [], []);
        Assert.Empty(SliceCodec.Unpack(Key, empty.Version, SliceCodec.Pack(empty)).Observations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Ten_thousand_councils_fit_one_batch_of_storage(int categories)
    {
        var slice = SliceCodec.Make(Key, Many(10_000, categories), []);
        var packed = SliceCodec.Pack(slice);
        Assert.InRange(packed.Length, 1, 1_000_000);
        Assert.InRange(packed.Chunk(PartBytes).Count(), 1, 16);
        Assert.Equal(Shown(slice.Observations), Shown(SliceCodec.Unpack(Key, slice.Version, packed).Observations));
    }

    [Theory]
    [InlineData("savings-total|2012-13|actual")]
    [InlineData("admissions-65plus-per-1000|1999-00|identified")]
    public void A_key_is_read_as_it_is_written(string text)
    {
        Assert.Equal(text, SliceKey.Parse(text).ToString());
        Assert.Equal(SliceKey.Parse(text), SliceKey.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("savings-total")]
    [InlineData("savings-total|2012-13")]
    [InlineData("|2012-13|actual")]
    [InlineData("savings-total|2012-14|actual")]
    [InlineData("savings-total|2012-13|likely")]
    [InlineData("savings-total|2012-13|actual|more")]
    public void What_is_no_key_is_refused(string? text) => Assert.False(SliceKey.TryParse(text, out _));

    [Fact]
    public void A_refusal_says_what_a_key_looks_like() =>
        Assert.Contains("savings-total|2012-13|actual", Assert.Throws<FormatException>(() => SliceKey.Parse("x")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Keys_are_ordered_by_metric_year_and_status()
    {
        string[] ordered = ["a|2012-13|actual", "a|2012-13|target", "a|2013-14|actual", "b|2011-12|actual"];
        Assert.Equal(ordered, ordered.Reverse().Select(SliceKey.Parse).Order().Select(key => key.ToString()));
        var (first, last) = (SliceKey.Parse(ordered[0]), SliceKey.Parse(ordered[3]));
        Assert.True(first < last && first <= last && last > first && last >= first);
    }

    private static Slice Refreshed(IEnumerable<Observation> observations) =>
        RefreshPipeline.Refresh(Key, observations, [], ReferenceData.Current);
}
