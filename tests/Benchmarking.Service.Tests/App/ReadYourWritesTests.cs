using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Whoever files a return finds it in the very next comparison.</summary>
public sealed class ReadYourWritesTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task The_next_comparison_after_a_PUT_holds_what_was_accepted()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        for (var amount = 1_000_000m; amount <= 10_000_000m; amount += 1_000_000m)
        {
            var content = new StringContent($"financial_year,category,amount,unit,status\n2012-13,total,{amount},gbp,actual\n");
            var receipt = await app.Put("hackney/2012-13/savings", content);
            Assert.Equal(amount / 1_000_000m, receipt.GetProperty("revision").GetDecimal());

            var comparison = await app.Get("/comparisons/savings-total?year=2012-13&council=hackney");
            Assert.Equal(amount, comparison.GetProperty("subject").GetProperty("value").GetDecimal());
        }
    }
}
