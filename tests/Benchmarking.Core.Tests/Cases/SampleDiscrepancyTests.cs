using Benchmarking.Core.Checking;
using Benchmarking.Core.Plausibility;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Tests.Samples;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>What the returns made of the LGA's report raise, and nothing else. Of the discrepancies known of the report these returns can
/// show those that lie in their own figures; the missing £51,000 of Kingston's programme and Wiltshire's base are in no return, because
/// neither council gave a figure for a year. Waltham Forest's and Poole's doubtful percentages imply net budgets per resident that are far
/// from the other councils', and so does Hackney's, which another paper bears out: a query that a note answers, as it should.
/// Cheshire East's and Warrington's percentages agree with the budgets they filed; Croydon's implied budget falls by 4 per cent, as budgets
/// do.</summary>
public sealed class SampleDiscrepancyTests
{
    private const string BudgetPerResident = "net-budget-per-resident";

    private static readonly IReadOnlyDictionary<string, CheckedReturn> Accepted =
        SampleReturns.All.ToDictionary(file => file.Name, file => Check(file, null), StringComparer.Ordinal);

    [Fact]
    public void By_themselves_the_sample_returns_raise_no_error_and_no_query() =>
        Assert.Equal(
            [
                "hammersmith-and-fulham/2011-12/budget.csv 2 kept-not-published: gross_budget",
                "kensington-and-chelsea/2011-12/budget.csv 2 kept-not-published: gross_budget",
                "kent/2012-13/savings.csv 2 not-stated: 9480000",
                "peterborough/2012-13/savings.csv 2 not-stated: 4100000",
                "tameside/2012-13/savings.csv 2 not-stated: 5900000",
                "westminster/2011-12/budget.csv 2 kept-not-published: gross_budget",
            ],
            Shown(Accepted.Values));

    /// <summary>Slips without peers, held against the area alone: no shipped figure is asked about.</summary>
    [Fact]
    public void Where_nobody_else_has_filed_the_sample_returns_raise_what_they_raise_by_themselves_and_nothing_else() =>
        Assert.Equal(Shown(Accepted.Values), Shown(SampleReturns.All.Select(file => Check(file, new CheckingContext()))));

    [Fact]
    public void Held_against_each_other_the_programmes_returns_raise_exactly_the_discrepancies_that_their_figures_hold()
    {
        var peers = ImpliedBudgets();
        var files = SampleReturns.All.Where(file =>
            file.Path!.Kind is ReturnKind.Savings or ReturnKind.Budget && file.Path.Year == new FinancialYear(2012)).ToArray();
        Assert.Equal(30, files.Length);
        Assert.Equal(
            [
                "hackney/2012-13/savings.csv 3 far-from-peers: 4.8",
                "hackney/2012-13/savings.csv 5 far-from-peers: 4.8",
                "kent/2012-13/savings.csv 2 not-stated: 9480000",
                "peterborough/2012-13/savings.csv 2 not-stated: 4100000",
                "poole/2012-13/savings.csv 4 far-from-peers: 3",
                "tameside/2012-13/savings.csv 2 not-stated: 5900000",
                "waltham-forest/2012-13/savings.csv 3 far-from-peers: 2.3",
                "waltham-forest/2012-13/savings.csv 5 far-from-peers: 2.7",
            ],
            Shown(files.Select(file => Check(file, Around(file, peers)))));
    }

    [Fact]
    public void All_of_them_stay_accepted_since_every_row_has_a_note() =>
        Assert.All(SampleReturns.All, file => Assert.Equal(ReturnStatus.Accepted, Check(file, Around(file, ImpliedBudgets())).Status));

    /// <summary>The council's other sample returns, and the budgets per resident of all other councils.</summary>
    private static CheckingContext Around(SampleReturn file, IReadOnlyList<PeerValue> peers) => new()
    {
        Accepted = [.. Accepted.Where(pair => pair.Key != file.Name && pair.Value.Path!.Council == file.Path!.Council)
            .Select(pair => pair.Value)],
        Peers = peers,
    };

    /// <summary>The net budget per resident that each council's amount and percentage of 2012-13 imply.</summary>
    private static PeerValue[] ImpliedBudgets()
    {
        var year = new FinancialYear(2012);
        return
        [
            .. from filed in Accepted.Values
               from stated in filed.Savings
               where stated is { Category: null, Unit: Unit.PercentOfNetBudget } && stated.Year == year
               let amount = filed.Savings.FirstOrDefault(row => row.Category is null && row.Unit == Unit.Gbp && row.Year == year
                   && row.Status == stated.Status)
               where amount is not null
               let area = ReferenceData.Current.Councils.Find(filed.Path!.Council, year)
               let residents = ReferenceData.Current.Areas.Nearest(area, "population", year)!.Value
               select new PeerValue(BudgetPerResident, stated.Status, filed.Path!.Council, year,
                   amount.Amount.Value / stated.Amount.Value * 100 / residents),
        ];
    }

    private static string[] Shown(IEnumerable<CheckedReturn> results) =>
    [
        .. results.SelectMany(result => result.Findings.Select(finding => $"{result.Path} {finding.Line} {finding.Code}: {finding.Value}"))
            .Order(StringComparer.Ordinal),
    ];

    private static CheckedReturn Check(SampleReturn sample, CheckingContext? context)
    {
        var bytes = WrittenAnew.As(sample, Spelling.All[0]);
        var file = new FiledReturn(sample.Name, Receipt.Fingerprint(bytes), bytes.Length, DateTimeOffset.UnixEpoch, bytes);
        return ReturnPipeline.Check(file, sample.Path, 10 * 1024 * 1024, ReferenceData.Current, context);
    }
}
