using Benchmarking.Core.Normalising;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using static Benchmarking.Core.Tests.Publishing.Slices;

namespace Benchmarking.Core.Tests.Publishing;

public sealed class ObservationJsonTests
{
    private static readonly Observation Full = new(
        "savings-categories", FinancialYear.Parse("1999-00"), FigureStatus.Identified, CouncilCode.Parse("cheshire-east"),
        ValueState.Derived,
        6_600_000.05m, 3m, 7m, "£ “as filed” / net budget – <b>&amp;</b>\n",
        [new("a", SourceLines.Of([2, 3])), new("b", SourceLines.Of([]))],
        [new("prevention", "reablement", "Réablement", 4_100_000m), new("not-stated", null, null, 0.01m)]);

    [Fact]
    public void An_observation_comes_back_as_it_was()
    {
        Assert.Equal(Shown([Full]), Shown([ObservationJson.Read(ObservationJson.Write(Full))]));
        Assert.Equal(Shown([Full, Figure("york", 5)]), Shown(ObservationJson.ReadAll(ObservationJson.Write([Full, Figure("york", 5)]))));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_comes_back_and_none_becomes_zero(ValueState state)
    {
        var read = ObservationJson.Read(ObservationJson.Write(Figure("york", null) with { State = state }));
        Assert.Equal((state, null, false), (read.State, read.Value, read.HasValue));
    }

    public static TheoryData<ValueState> States => [.. Enum.GetValues<ValueState>()];

    [Fact]
    public void It_is_one_line_of_short_names() =>
        Assert.Equal(
            """{"M":"savings-pct-net-budget","Y":"2012-13","S":"actual","C":"york","T":"reported","V":7.2,"B":"percentage of the net budget as reported","F":[{"R":"receipt","L":"2-3"}]}""",
            ObservationJson.Write(Figure("york", 7.20m)));

    [Theory]
    [InlineData("7.2", "7.20")]
    [InlineData("7.2", "7.2000000000000000000000000000")]
    [InlineData("0", "0.00")]
    [InlineData("0", "-0.0")]
    [InlineData("100", "100.000")]
    [InlineData("-3", "-3.0")]
    public void The_same_figure_is_the_same_bytes_however_many_zeros_it_ends_in(string one, string other) =>
        Assert.Equal(ObservationJson.Write([Figure("york", Number(one))]), ObservationJson.Write([Figure("york", Number(other))]));

    [Theory]
    [InlineData("7.2131147540983606557377049180")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("1234567890123.4567890123456789")]
    public void Every_digit_is_kept(string number) =>
        Assert.Equal(Number(number), ObservationJson.Read(ObservationJson.Write(Figure("york", Number(number)))).Value);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
