using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Settings;

namespace Benchmarking.Service.Tests.Setup;

/// <summary>Embargoes as an operator writes them.</summary>
public sealed class EmbargoSettingTests
{
    [Fact]
    public void A_year_or_one_kind_of_its_returns_is_embargoed_until_a_time_with_its_offset() =>
        Assert.Equal(
            [
                new(new FinancialYear(2024), null, new DateTimeOffset(2025, 10, 1, 9, 30, 0, TimeSpan.FromHours(1))),
                new(new FinancialYear(2025), ReturnKind.Savings, new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)),
            ],
            Embargoes.Read("2024-25 2025-10-01T09:30:00+01:00; 2025-26 savings 2026-04-01T00:00Z")!.All);

    [Theory]
    [InlineData("2024-25")]
    [InlineData("2024-25 2025-10-01")]
    [InlineData("2024-25 2025-10-01T09:30:00")]
    [InlineData("2024-26 2025-10-01T09:30:00Z")]
    [InlineData("2024-25 taxes 2025-10-01T09:30:00Z")]
    [InlineData("2024-25 2025-10-01T09:30:00Z; 2024-25 2025-11-01T09:30:00Z")]
    [InlineData("2024-25 savings 2025-10-01T09:30:00Z extra")]
    public void What_cannot_be_read_or_is_said_twice_does_not_start_the_app(string setting) => Assert.Null(Embargoes.Read(setting));

    [Theory]
    [InlineData("savings-total", "savings")]
    [InlineData("savings-pct-net-budget", "savings budget")]
    [InlineData("residents-65plus", "activity")]
    [InlineData("net-budget-per-resident", "budget")]
    public void A_metric_is_embargoed_with_every_kind_of_return_that_states_a_part_of_it(string metric, string kinds) =>
        Assert.Equal(kinds.Split(' '), ReferenceData.Current.Metrics.Find(metric)!.Formula.StatedIn.Select(kind => Codes.Of(kind)));
}
