using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class UnitWordsTests
{
    /// <summary>All of them were met with the suggestion gbp, or with the whole list.</summary>
    [Theory]
    [InlineData("£", "gbp")]
    [InlineData("pounds", "gbp")]
    [InlineData("£000", "gbp_thousands")]
    [InlineData("£000s", "gbp_thousands")]
    [InlineData("£'000", "gbp_thousands")]
    [InlineData("£’000s", "gbp_thousands")]
    [InlineData("£k", "gbp_thousands")]
    [InlineData("000s", "gbp_thousands")]
    [InlineData("gbp_k", "gbp_thousands")]
    [InlineData("gbp_thousand", "gbp_thousands")]
    [InlineData("GBP (thousands)", "gbp_thousands")]
    [InlineData("£ thousand", "gbp_thousands")]
    [InlineData("thousands of pounds", null)]
    [InlineData("thousands", "gbp_thousands")]
    [InlineData("£m", "gbp_millions")]
    [InlineData("£ million", "gbp_millions")]
    [InlineData("gbp_mn", "gbp_millions")]
    [InlineData("percentage of net budget", "percent_of_net_budget")]
    [InlineData("% of net budget", "percent_of_net_budget")]
    [InlineData("pct of savings", "percent_of_savings")]
    [InlineData("%", "percent_of_net_budget, percent_of_budget, percent_of_savings")]
    [InlineData("percent", "percent_of_net_budget, percent_of_budget, percent_of_savings")]
    [InlineData("bananas", null)]
    public void The_unit_of_a_saving_that_is_meant_is_offered(string text, string? meant) =>
        Assert.Equal(meant ?? "", string.Join(", ", UnitWords.Of(text, UnitKinds.OfSavings).Select(Codes.Of)));

    [Theory]
    [InlineData("£ per week", "gbp_per_week")]
    [InlineData("£/wk", "gbp_per_week")]
    [InlineData("GBP per hour", "gbp_per_hour")]
    [InlineData("per 1,000", "per_1000")]
    [InlineData("per 100,000", "per_100000")]
    [InlineData("WTE", "fte")]
    [InlineData("people", "count")]
    [InlineData("pct", "percent")]
    public void The_unit_of_an_activity_that_is_meant_is_offered(string text, string meant) =>
        Assert.Equal(meant, string.Join(", ", UnitWords.Of(text, Enum.GetValues<Unit>()
            .Where(unit => !Codes.Of(unit).Contains("_of_", StringComparison.Ordinal)).ToArray()).Select(Codes.Of)));

    [Theory]
    [InlineData("unit=£m", "Write gbp_millions, or another of gbp, gbp_thousands, percent_of_net_budget")]
    [InlineData("unit=%; amount=7.2",
        "Write percent_of_net_budget or percent_of_budget or percent_of_savings, or another of gbp, gbp_thousands, gbp_millions.")]
    public void The_message_names_the_unit_meant_first(string row, string words) =>
        Assert.Contains(words, TestReturn.Savings.Row(row).Check().Findings[0].Message, StringComparison.Ordinal);
}
