using Benchmarking.Core.Reading;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Checking;

public sealed class NeverThrowsTests
{
    private const int Returns = 4_000;
    private const int MostRows = 8;

    private static readonly string[] Texts =
    [
        "", " ", "total", "prevention", "other", "reablement", "2012-13", "2013-14", "1989-90", "2099-00", "9999-10000", "FY", "0000/01",
        "12-13",
        "gbp", "gbp_millions", "percent_of_savings", "percent_of_net_budget", "percent", "per_100000", "gbp_per_hour", "actual", "target",
        "assured",
        "net_budget", "gross_budget", "home_care_unit_cost", "personal_budget_coverage", "admissions_65plus_per_1000", "staff_fte",
        "0", "-0", "1", "-1", "100", "999999999999", "-999999999999", "1000000000000", "79228162514264337593543950335",
        "0.00000000000000000000000001",
        "0.000000000000000000000000001", "12345678901234567890.1234567", "999999999k", "1m", "(1,033)", "£1.2m", "7.2%", "1.2E+306", "NaN",
        "∞", "١٢", "-", "[c]",
        "{value}", "{0}", "{", "\u0000", "\uD800", "é", "=1+1", "((((((((", "£", "%", "k", ",", ".", "-.", "1.2.3", "1,2,3", "'", "\u001F",
        "\u2028",
    ];

    [Fact]
    public void No_cells_whatever_make_checking_throw()
    {
        var chance = new Random(20130331);
        for (var i = 0; i < Returns; i++)
        {
            var kind = (ReturnKind)(i % 4);
            var filed = new TestReturn(kind);
            for (var rows = chance.Next(MostRows); rows >= 0; rows--)
            {
                filed.Row(Mutated(kind, chance));
            }

            var result = filed.Check();
            Assert.Equal(result.Findings.Count, result.Counts.Total);
            Assert.Equal(result.Counts.Error > 0, result.Status == ReturnStatus.Rejected);
        }
    }

    [Fact]
    public void The_same_return_is_always_checked_alike()
    {
        var filed = TestReturn.Savings;
        for (var seed = 0; seed < 200; seed++)
        {
            filed.Row(Mutated(ReturnKind.Savings, new Random(seed)));
        }

        Assert.Equal(filed.Check().Findings, filed.Check().Findings);
    }

    /// <summary>A good row, or one with some or all of its cells filled with what nobody expects.</summary>
    private static string Mutated(ReturnKind kind, Random chance)
    {
        var share = chance.Next(1, 5);
        var cells = ReturnLayout.For(kind).Columns
            .Where(_ => chance.Next(4) < share)
            .Select(column => $"{column.Name}={Anything(chance)}");
        return string.Join("; ", cells);
    }

    private static string Anything(Random chance) => chance.Next(10) switch
    {
        0 => new string((char)chance.Next(32, 0x3000), chance.Next(1, 200)),
        1 => string.Concat(Texts[chance.Next(Texts.Length)], Texts[chance.Next(Texts.Length)]),
        2 => new string('9', chance.Next(1, 120)),
        _ => Texts[chance.Next(Texts.Length)],
    };
}
