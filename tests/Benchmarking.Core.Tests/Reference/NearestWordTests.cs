using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Reference;

public sealed class NearestWordTests
{
    private static readonly string[] Statuses = ["actual", "projected", "target", "identified"];

    private static readonly string[] Categories = ["reducing-bureaucracy", "managing-demand", "prevention", "other", "total"];

    [Theory]
    [InlineData("actaul", "actual")]
    [InlineData("Actuals", "actual")]
    [InlineData("projcted", "projected")]
    [InlineData("traget", "target")]
    [InlineData("identfied", "identified")]
    [InlineData("PROJECTED", "projected")]
    public void A_slip_of_the_pen_is_put_right(string written, string meant) =>
        Assert.Equal(meant, NearestWord.To(written, Statuses));

    [Theory]
    [InlineData("reducing beaurocracy", "reducing-bureaucracy")]
    [InlineData("manage demand", "managing-demand")]
    [InlineData("preventon", "prevention")]
    [InlineData("totals", "total")]
    public void Spaces_and_hyphens_are_no_slips(string written, string meant) =>
        Assert.Equal(meant, NearestWord.To(written, Categories));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("forecast")]
    [InlineData("x")]
    public void What_is_near_to_nothing_gets_no_suggestion(string written) =>
        Assert.Null(NearestWord.To(written, Statuses));

    [Fact]
    public void Of_equally_near_words_the_first_is_taken() =>
        Assert.Equal("cat", NearestWord.To("bat", ["cat", "rat"]));

    [Fact]
    public void Without_words_there_is_no_suggestion() => Assert.Null(NearestWord.To("actual", []));
}
