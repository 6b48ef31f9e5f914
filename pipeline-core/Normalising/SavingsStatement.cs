using System.Globalization;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Normalising;

/// <summary>What one return says of a council's savings in one year and status: the whole, its parts and what the parts leave.
/// A <c>total</c> row declares the whole; without one the parts are the whole. A percentage of the savings that stands beside £ of its
/// category says the same again and is not counted; where nothing is in £, the parts are known in relation to each other only.</summary>
internal sealed class SavingsStatement
{
    public const string NotStated = "not-stated";

    private const decimal Hundred = 100m;

    private readonly string receipt;
    private readonly IReadOnlyList<SavingsRow> rows;
    private readonly SavingsRow? declared;
    private readonly SavingsRow[] parts;
    private readonly bool isRelative;

    public SavingsStatement(string receipt, IReadOnlyList<SavingsRow> rows)
    {
        (this.receipt, this.rows) = (receipt, rows);
        declared = rows.FirstOrDefault(row => row.Category is null && NormalUnit.IsMoney(row.Unit));
        var priced = rows.Where(row => row.Category is not null && NormalUnit.IsMoney(row.Unit)).ToArray();
        var shares = rows
            .Where(row => row is { Category: not null, Unit: Unit.PercentOfSavings } && !priced.Any(part => part.Category == row.Category))
            .ToArray();
        isRelative = declared is null && priced.Length == 0;

        // Without a declared whole, £ and percentages cannot be added up: nobody knows what they come to.
        parts = declared is null && priced.Length > 0 && shares.Length > 0 ? [] : [.. priced, .. shares];
    }

    /// <summary>£ saved in all; null where only percentages were filed.</summary>
    public Quantity? Total()
    {
        if (declared is not null)
        {
            return new Quantity(Amount(declared), true, "savings as filed", Source([declared]));
        }

        return isRelative || parts.Length == 0
            ? null
            : new Quantity(parts.Sum(Amount), parts.Length == 1, "savings, the filed categories added up", Source(parts));
    }

    /// <summary>The savings that carry a category; the words say how much of the whole they are, where they are not all of it.</summary>
    public Quantity? Categorised() => Sum(parts, $"savings that have a category{Coverage()}");

    /// <summary>The savings of one category. A category without a row is nil only where the rows account for the whole; otherwise it is not
    /// known.</summary>
    public Quantity? InCategory(string category)
    {
        var own = parts.Where(row => row.Category == category).ToArray();
        if (own.Length > 0)
        {
            return Sum(own, $"savings in {category}");
        }

        return parts.Length > 0 && AccountsForWhole()
            ? Figure(0m, $"no savings in {category}: the filed categories are the whole", parts)
            : null;
    }

    /// <summary>The rows for which <paramref name="counts"/> holds; null where no row says anything of the kind (<paramref name="says"/>).
    /// The total row speaks where none of its parts does.</summary>
    public Quantity? Where(Func<SavingsRow, bool> says, Func<SavingsRow, bool> counts, string words)
    {
        var saying = parts.Where(says).ToArray();
        if (saying.Length == 0 && declared is not null && says(declared))
        {
            saying = [declared];
        }

        return saying.Length == 0 ? null : Figure(saying.Where(counts).Sum(Amount), words, saying);
    }

    /// <summary>The percentage that a row states itself, of the whole (category null) or of one category.</summary>
    public Quantity? Percentage(string? category, Unit unit)
    {
        var row = rows.FirstOrDefault(row => row.Category == category && row.Unit == unit);
        return row is null ? null : new Quantity(row.Amount.Value, true, PercentageWords(unit), Source([row]));
    }

    /// <summary>£ by category and subcategory, with what the rows leave of a declared whole as <c>not-stated</c>; none where the £ are not
    /// known.</summary>
    public IReadOnlyList<CategoryAmount> Breakdown()
    {
        if (isRelative)
        {
            return [];
        }

        var amounts = CategoryBreakdown.Of(parts, Amount).ToList();
        var left = Left();
        if (left > 0)
        {
            amounts.Add(new CategoryAmount(NotStated, null, null, left));
        }

        return amounts;
    }

    /// <summary>The declared whole in £; a hundred per cent where no £ are known.</summary>
    private decimal? Whole => declared is not null ? NormalUnit.Of(declared.Amount.Value, declared.Unit) : isRelative ? Hundred : null;

    private decimal Left() => Whole is { } whole ? Math.Max(0m, whole - parts.Sum(Amount)) : 0m;

    private string Coverage() => Whole is not { } whole || AccountsForWhole()
        ? ""
        : string.Create(CultureInfo.InvariantCulture,
            $" (only {Math.Round(Hundred * parts.Sum(Amount) / whole, 1, MidpointRounding.AwayFromZero):0.#}% of the savings)");

    /// <summary>Rounding of the rows may leave a little: half a unit of the last place of each of them.</summary>
    private bool AccountsForWhole() => Left() <= parts.Sum(Slack) + (declared is null ? 0m : Slack(declared));

    /// <summary>£, or per cent of the savings where no £ are known.</summary>
    private decimal Amount(SavingsRow row) => InWhole(row.Amount.Value, row.Unit);

    private decimal Slack(SavingsRow row) => InWhole(row.Amount.Slack, row.Unit);

    private decimal InWhole(decimal figure, Unit unit) =>
        unit == Unit.PercentOfSavings ? Whole!.Value * figure / Hundred : NormalUnit.Of(figure, unit);

    private Quantity? Sum(SavingsRow[] counted, string words) =>
        counted.Length == 0 ? null : Figure(counted.Sum(Amount), words, counted);

    private Quantity Figure(decimal value, string words, SavingsRow[] counted) =>
        new(value, false, words, Source(counted)) { IsRelative = isRelative };

    private ObservationSource[] Source(SavingsRow[] counted) =>
        [new ObservationSource(receipt, SourceLines.Of(counted.Select(row => row.Line)))];

    private static string PercentageWords(Unit unit) => unit switch
    {
        Unit.PercentOfNetBudget => "percentage of the net budget as reported",
        Unit.PercentOfBudget => "percentage of the budget as reported, net or gross not stated",
        Unit.PercentOfSavings => "percentage of savings as reported",
        _ => "percentage as reported",
    };
}
