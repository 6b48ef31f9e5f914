using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>What one return says of a council's savings in one year and status: the whole, its parts and what the parts leave.
/// A <c>total</c> row declares the whole; without one the parts are the whole.</summary>
internal sealed class SavingsStatement(string receipt, IReadOnlyList<SavingsRow> rows)
{
    public const string NotStated = "not-stated";

    private readonly SavingsRow? declared = rows.FirstOrDefault(row => row.Category is null && NormalUnit.IsMoney(row.Unit));

    private readonly SavingsRow[] parts =
        [.. rows.Where(row => row.Category is not null && (NormalUnit.IsMoney(row.Unit) || row.Unit == Unit.PercentOfSavings))];

    /// <summary>£ saved in all; null where only percentages were filed.</summary>
    public Quantity? Total()
    {
        if (declared is not null)
        {
            return new Quantity(Pounds(declared), true, "savings as filed", Source([declared]));
        }

        var counted = parts.Where(row => NormalUnit.IsMoney(row.Unit)).ToArray();
        return counted.Length == 0
            ? null
            : new Quantity(counted.Sum(Pounds), counted.Length == 1, "savings, the filed categories added up", Source(counted));
    }

    /// <summary>The £ that carry a category.</summary>
    public Quantity? Categorised() => Sum(Priced(), "savings that have a category");

    /// <summary>£ in one category. A category without a row is nil only where the rows account for the whole; otherwise it is not known.</summary>
    public Quantity? InCategory(string category)
    {
        var priced = Priced();
        var own = priced.Where(row => row.Category == category).ToArray();
        if (own.Length > 0)
        {
            return Sum(own, $"savings in {category}");
        }

        return priced.Length > 0 && AccountsForWhole()
            ? new Quantity(0m, false, $"no savings in {category}: the filed categories are the whole", Source(priced))
            : null;
    }

    /// <summary>£ of the rows for which <paramref name="counts"/> holds; null where no row says anything of the kind (<paramref name="says"/>).</summary>
    public Quantity? Where(Func<SavingsRow, bool> says, Func<SavingsRow, bool> counts, string words)
    {
        var whole = Priced() is { Length: > 0 } priced ? priced : declared is null ? [] : [declared];
        var saying = whole.Where(says).ToArray();
        return saying.Length == 0 ? null : new Quantity(saying.Where(counts).Sum(Pounds), false, words, Source(saying));
    }

    /// <summary>The percentage that a row states itself, of the whole (category null) or of one category.</summary>
    public Quantity? Percentage(string? category, Unit unit)
    {
        var row = rows.FirstOrDefault(row => row.Category == category && row.Unit == unit);
        return row is null ? null : new Quantity(row.Amount.Value, true, PercentageWords(unit), Source([row]));
    }

    /// <summary>£ by category and subcategory, with what the rows leave of a declared whole as <c>not-stated</c>.</summary>
    public IReadOnlyList<CategoryAmount> Breakdown()
    {
        var amounts = Priced()
            .GroupBy(row => (row.Category, row.Subcategory, row.SubcategoryAsFiled))
            .Select(group => new CategoryAmount(group.Key.Category!, group.Key.Subcategory, group.Key.SubcategoryAsFiled, group.Sum(Pounds)))
            .OrderBy(amount => amount.Category, StringComparer.Ordinal)
            .ThenBy(amount => amount.Subcategory, StringComparer.Ordinal)
            .ThenBy(amount => amount.LabelAsFiled, StringComparer.Ordinal)
            .ToList();
        var left = Left();
        if (left > 0)
        {
            amounts.Add(new CategoryAmount(NotStated, null, null, left));
        }

        return amounts;
    }

    private decimal Left() => declared is null ? 0m : Math.Max(0m, Pounds(declared) - Priced().Sum(Pounds));

    /// <summary>Rounding of the rows may leave a little: half a unit of the last place of each of them.</summary>
    private bool AccountsForWhole() =>
        Left() <= parts.Sum(Slack) + (declared is null ? 0m : Slack(declared));

    /// <summary>The parts that come to £: money rows, and percentages of the savings where the whole is known.</summary>
    private SavingsRow[] Priced() =>
        [.. parts.Where(row => NormalUnit.IsMoney(row.Unit) || declared is not null)];

    private decimal Pounds(SavingsRow row) => row.Unit == Unit.PercentOfSavings
        ? NormalUnit.Of(declared!.Amount.Value, declared.Unit) * row.Amount.Value / 100m
        : NormalUnit.Of(row.Amount.Value, row.Unit);

    private decimal Slack(SavingsRow row) => row.Unit == Unit.PercentOfSavings
        ? declared is null ? 0m : NormalUnit.Of(declared.Amount.Value, declared.Unit) * row.Amount.Slack / 100m
        : NormalUnit.Of(row.Amount.Slack, row.Unit);

    private Quantity? Sum(SavingsRow[] counted, string words) =>
        counted.Length == 0 ? null : new Quantity(counted.Sum(Pounds), false, words, Source(counted));

    private ObservationSource[] Source(SavingsRow[] counted) =>
        [new ObservationSource(receipt, [.. counted.Select(row => row.Line).Order()])];

    private static string PercentageWords(Unit unit) => unit switch
    {
        Unit.PercentOfNetBudget => "percentage of the net budget as reported",
        Unit.PercentOfBudget => "percentage of the budget as reported, net or gross not stated",
        Unit.PercentOfSavings => "percentage of savings as reported",
        _ => "percentage as reported",
    };
}
