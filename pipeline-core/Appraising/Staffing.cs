using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Appraising;

/// <summary>Budgeted posts of a service of one council in one year, in full-time equivalents, and their pay in the programme's
/// unit.</summary>
public sealed record StaffingLine(string Service, CouncilCode Council, FinancialYear Year, decimal Fte, decimal Pay);

/// <summary>A total of posts and pay that a paper prints.</summary>
public sealed record PrintedStaffing(string? Service, CouncilCode? Council, FinancialYear? Year, decimal Fte, decimal Pay);

/// <summary>Posts and pay by council and whole, and what the paper printed beside what its lines add to.</summary>
public sealed record PublishedStaffing(
    IReadOnlyList<PublishedPosts> Councils, PublishedPosts Total, IReadOnlyList<PublishedStaffingCheck> Reconciliations);

/// <summary>Posts in full-time equivalents, and pay; <c>council</c> is null for the whole.</summary>
public sealed record PublishedPosts(string? Council, decimal Fte, decimal Pay);

/// <summary><c>measure</c> is <c>fte</c> or <c>pay</c>; <c>outcome</c> as of a plan's totals.</summary>
public sealed record PublishedStaffingCheck(
    string? Service, string? Council, string? Year, string Measure, decimal Printed, decimal Computed, decimal Difference, string Outcome);

/// <summary>Staffing budgets as the tri-borough update (November 2012) sets them out. They add up as savings do: posts and pay are each a
/// phasing table, with a service where a plan has a source.</summary>
public static class Staffing
{
    public static Appraised<PublishedStaffing> Of(ProgrammeStaffing staffing)
    {
        ArgumentNullException.ThrowIfNull(staffing);
        if (staffing.Lines.Count == 0)
        {
            return new AppraisalProblem("staffing-empty", "There are no lines of staffing: give at least one.");
        }

        var fte = Table(staffing, line => line.Fte, printed => printed.Fte);
        var pay = Table(staffing, line => line.Pay, printed => printed.Pay);
        return (fte.Result, pay.Result) is ({ } posts, { } money)
            ? new PublishedStaffing(
                [.. posts.Councils.Zip(money.Councils, Posts)], Posts(posts.Total, money.Total),
                [.. Checks("fte", posts), .. Checks("pay", money)])
            : fte.Problem ?? pay.Problem!;
    }

    private static Appraised<PhasingTable> Table(
        ProgrammeStaffing staffing, Func<StaffingLine, decimal> figure, Func<PrintedStaffing, decimal> printed) =>
        Phasing.Of(
            [.. staffing.Lines.Select(line => new PhasedSaving(line.Service, line.Council, line.Year, figure(line)))],
            [.. (staffing.Printed ?? []).Select(total => new PrintedTotal(total.Service, total.Council, total.Year, printed(total)))]);

    private static PublishedPosts Posts(PhasedLine fte, PhasedLine pay) => new(fte.Council?.Value, fte.Total, pay.Total);

    private static IEnumerable<PublishedStaffingCheck> Checks(string measure, PhasingTable table) =>
        PlanPublication.Publish(table).Reconciliations.Select(check => new PublishedStaffingCheck(
            check.Source, check.Council, check.Year, measure, check.Printed, check.Computed, check.Difference, check.Outcome));
}
