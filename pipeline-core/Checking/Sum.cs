using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Filed figures added up in the normal unit, with half a unit of the last place of each as slack: k figures and their total
/// may differ by ½·(k + 1) units.</summary>
internal sealed record Sum(decimal Value, decimal Slack)
{
    public static Sum Of(IEnumerable<SavingsRow> rows) => Of(rows.Select(row => (row.Amount, row.Unit.Scale())));

    public static Sum Of(IEnumerable<BudgetRow> rows) => Of(rows.Select(row => (row.Amount, row.Unit.Scale())));

    public Sum And(Sum other) => new(Value + other.Value, Slack + other.Slack);

    /// <summary>This many <paramref name="per"/>ths of a whole.</summary>
    public Sum Of(Sum whole, int per) =>
        new(Value * whole.Value / per, ((Math.Abs(Value) * whole.Slack) + (Math.Abs(whole.Value) * Slack)) / per);

    public bool Exceeds(Sum other) => Value - other.Value > Slack + other.Slack;

    public bool Agrees(Sum other) => !Exceeds(other) && !other.Exceeds(this);

    private static Sum Of(IEnumerable<(FiledNumber Number, decimal Scale)> figures)
    {
        var (value, slack) = (0m, 0m);
        foreach (var (number, scale) in figures)
        {
            value += number.Value * scale;
            slack += number.Slack * scale;
        }

        return new Sum(value, slack);
    }
}
