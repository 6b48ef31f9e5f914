using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class MarkerTests
{
    /// <summary>As the Government Analysis Function, Eurostat, older volumes and officers write them.</summary>
    [Theory]
    [InlineData("[x]", ValueState.Missing)]
    [InlineData("(x)", ValueState.Missing)]
    [InlineData("{X}", ValueState.Missing)]
    [InlineData("[note 2]", ValueState.Missing)]
    [InlineData("†", ValueState.Missing)]
    [InlineData("not returned", ValueState.Missing)]
    [InlineData("[c]", ValueState.Suppressed)]
    [InlineData("(c)", ValueState.Suppressed)]
    [InlineData("[r][c]", ValueState.Suppressed)]
    [InlineData("[c] [note 1]", ValueState.Suppressed)]
    [InlineData(": c", ValueState.Suppressed)]
    [InlineData(":u", ValueState.Suppressed)]
    [InlineData("supressed", ValueState.Suppressed)]
    [InlineData("(low)", ValueState.Suppressed)]
    [InlineData(":z", ValueState.NotApplicable)]
    [InlineData("N.A", ValueState.NotApplicable)]
    public void A_marker_says_what_the_value_is_however_it_is_bracketed(string text, ValueState state) =>
        Assert.Equal(state, Marker.Find(text)?.State);

    [Theory]
    [InlineData("")]
    [InlineData("(5)")]
    [InlineData("(1,033)")]
    [InlineData("[c]5")]
    [InlineData("(five)")]
    [InlineData("[c][q]")]
    [InlineData("zz")]
    public void What_is_a_number_or_a_word_of_its_own_is_no_marker(string text) => Assert.Null(Marker.Find(text));

    [Fact]
    public void A_long_text_is_no_marker() => Assert.Null(Marker.Find(string.Concat(Enumerable.Repeat("[c]", 100_000))));
}
