using System.Text.RegularExpressions;
using Benchmarking.Core.Checking;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Plausibility;

/// <summary>Names every figure that the accepted revision of a return has and the new file lacks, in one question: a new file takes the
/// place of the whole return. The rows are not there to hold a note, so that the note of any row may answer, if it speaks of figures that
/// go.</summary>
internal static partial class TakenAway
{
    private const int MostNamed = 1_000;

    public static void Check(CheckedReturn filed, BetweenScope scope)
    {
        var before = scope.Context.Accepted.FirstOrDefault(other => other.Path is { } path
            && (path.Council, path.Year, path.Kind) == (scope.Path.Council, scope.Path.Year, scope.Path.Kind));
        if (before is null || Rows(filed) < filed.RowsRead)
        {
            return;
        }

        var now = Stated(filed).Select(figure => figure.Key).ToHashSet();
        FiguresOf[] gone =
        [
            .. Stated(before).Where(figure => !now.Contains(figure.Key)).DistinctBy(figure => figure.Key)
                .GroupBy(figure => (figure.Key.Year, figure.Key.Status), figure => figure.Name)
                .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Status)
                .Select(group => new FiguresOf($"{group.Key.Year}{(group.Key.Status is { } status ? $" {Codes.Of(status)}" : "")}",
                    [.. group])),
        ];
        if (gone.Length == 0)
        {
            return;
        }

        var count = gone.Sum(figures => figures.Names.Length);
        var answer = Notes(filed).FirstOrDefault(note => note is not null && OfGoing().IsMatch(note));
        scope.ReportForFile(
            FindingCatalogue.FiguresTakenAway, answer, Named(gone, count), count == 1 ? "one figure" : $"{count} figures");
    }

    private static string Named(FiguresOf[] gone, int count)
    {
        var left = MostNamed;
        var words = new List<string>();
        foreach (var figures in gone.Where(_ => left > 0))
        {
            var named = figures.Names.Take(left).ToArray();
            left -= named.Length;
            words.Add($"{figures.When}: {string.Join(", ", named)}");
        }

        return string.Join("; ", words) + (count > MostNamed ? $"; and {count - MostNamed} more" : "");
    }

    private static int Rows(CheckedReturn filed) => filed.Savings.Count + filed.Budgets.Count + filed.Activities.Count + filed.Prices.Count;

    private static IEnumerable<string?> Notes(CheckedReturn filed) =>
        filed.Savings.Select(row => row.Note).Concat(filed.Budgets.Select(row => row.Note))
            .Concat(filed.Activities.Select(row => row.Note)).Concat(filed.Prices.Select(row => row.Note));

    private static IEnumerable<(Key Key, string Name)> Stated(CheckedReturn filed) =>
    [
        .. filed.Savings.Select(row => Of(row.Year, row.Status, row.Category ?? ComparedFigures.Total, row.Subcategory,
            row.Unit.IsMoney() ? "" : Codes.Of(row.Unit))),
        .. filed.Budgets.Select(row => Of(row.Year, row.Status, row.Measure, row.Service, "")),
        .. filed.Activities.Select(row => Of(row.Year, row.Status, row.Measure, row.ClientGroup, "")),
        .. filed.Prices.Select(row => Of(row.Year, null, row.Service, row.Provider, row.QuantityUnit)),
    ];

    private static (Key Key, string Name) Of(FinancialYear year, FigureStatus? status, string measure, string? part, string unit)
    {
        string[] words = [.. new[] { part ?? "", unit }.Where(word => word.Length > 0)];
        return (new Key(year, status, Codes.Fold(measure), Codes.Fold(part), Codes.Fold(unit)), words.Length == 0
            ? measure : $"{measure} ({string.Join(", ", words)})");
    }

    [GeneratedRegex(
        @"\b(remov|withdr|delet|drop|omit|exclud|ceas|retract|replac|supersed|cancel|no longer"
        + @"|tak(e|en|ing) (out|away|off)|left out|leav\w* out|not (held|filed|collected|available|known|ours)"
        + @"|in error|mistake|wrong|duplicat|double|intend|deliberate)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfGoing();

    private sealed record Key(FinancialYear Year, FigureStatus? Status, string Measure, string Part, string Unit);

    private sealed record FiguresOf(string When, string[] Names);
}
