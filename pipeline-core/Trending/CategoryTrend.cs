using Benchmarking.Core.Comparing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Trending;

/// <summary>Savings by category over years, unrounded. Shares are of the savings that have a category, so that those of a year add to 100;
/// what no council has put in a category stands apart as <c>not-stated</c>, without a share. <c>Subject</c> is the council asked about;
/// where <c>IsOwn</c> the figures are its own alone, else those of the peers.</summary>
public sealed record CategoryTrend(
    string PeerGroup, PeerMember? Subject, bool IsOwn, CategoryLevel Level, IReadOnlyList<CategoryYear> Years, Succession Succession);

/// <summary>Whether savings are broken down to the four categories or to their subcategories.</summary>
public enum CategoryLevel
{
    Category,
    Subcategory,
}

/// <summary>A year of one status: the councils with a figure, those without, and what they saved. <c>Shift</c> is ½Σ|change in share| since
/// the year before it of the same status, in percentage points; null for the first. <c>ConstantPanel</c> is the same over the councils that
/// have a figure in both years on the same area; null where there is none. <c>Total</c> is null where nobody has a figure, which is not
/// nil. <c>Breaks</c> are those of the one council whose trend it is: over them there is no change.</summary>
public sealed record CategoryYear(
    FinancialYear Year,
    FigureStatus Status,
    IReadOnlyList<CouncilCode> Councils,
    IReadOnlyList<CouncilCode> Missing,
    decimal? Total,
    IReadOnlyList<CategoryShare> Categories,
    decimal? Shift,
    ConstantPanel? ConstantPanel,
    IReadOnlyList<SeriesBreak> Breaks);

/// <summary>£ saved in one category (and subcategory at that level), its share in per cent, the change of the share in percentage points,
/// and how many councils filed an amount in it. Where none did, the amount is 0 only if all that was saved is in other categories, and else
/// not known: null.</summary>
public sealed record CategoryShare(
    string Category, string? Subcategory, string Label, decimal? Amount, decimal? Share, decimal? ChangeInShare, int Councils)
{
    public bool IsNotStated => Category == CategoryKey.NotStated;
}

/// <summary>The part of a year's change that is not due to other councils having filed: only councils with a figure in
/// <c>Since</c> too.</summary>
public sealed record ConstantPanel(
    FinancialYear Since, IReadOnlyList<CouncilCode> Councils, decimal? Total, IReadOnlyList<CategoryShare> Categories, decimal? Shift);
