using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Datasets;

/// <summary>Checks the rows of a dataset against each other and against all councils of the year.</summary>
internal static partial class DatasetWhole
{
    private const int MostNamed = 20;
    private const decimal Hundred = 100;

    // Half a unit of each published figure may be lost in the sum.
    private const decimal EnglandWithin = 0.1m;

    public static void Check(
        DatasetPath path, DatasetRow[] rows, DatasetDeclaration dataset, ReferenceData reference, FindingList findings, bool isWhole)
    {
        foreach (var same in rows.GroupBy(row => (row.Figure.Council, row.Figure.Measure.Code)).Where(group => group.Skip(1).Any()))
        {
            var lines = Figures.Lines([.. same.Select(row => row.Figure.Line)]);
            foreach (var row in same.Skip(1))
            {
                findings.Add(FindingCatalogue.DatasetDuplicate, row.Figure.Line, null, "measure", row.Figure.Measure.Code, "one row",
                    lines);
            }
        }

        foreach (var measure in dataset.Measures)
        {
            DatasetRow[] own = [.. rows.Where(row => row.Figure.Measure == measure)];
            if (own.Length > 0)
            {
                CheckFractions([.. own.Where(row => row.Figure.Value is not null)], measure, findings);
                CheckAbsent(path, own, measure, reference, findings);
            }

            if (isWhole && own.FirstOrDefault(row => row.IsEngland)?.Figure is { Value: not null } england && measure.EnglandLine)
            {
                CheckEngland(england, [.. own.Where(row => !row.IsEngland)], dataset.EnglandWithinPercent ?? EnglandWithin, findings);
            }
        }
    }

    /// <summary>Asks where figures of the edition that serves are gone; the note of any row may answer.</summary>
    public static void CheckEdition(IReadOnlyList<DatasetFigure> figures, CheckedDataset serving, FindingList findings)
    {
        var now = figures.Where(figure => figure.Value is not null).Select(figure => (figure.Council, figure.Measure.Code)).ToHashSet();
        DatasetFigure[] gone =
            [.. serving.Figures.Where(figure => figure.Value is not null && !now.Contains((figure.Council, figure.Measure.Code)))];
        if (gone.Length > 0)
        {
            var answer = figures.Select(figure => figure.Note).FirstOrDefault(note => note is not null && Removed().IsMatch(note));
            var named = string.Join(", ", gone.Take(MostNamed).Select(figure => $"{figure.Measure.Code} of {figure.Council}"));
            var more = gone.Length > MostNamed ? $" and {gone.Length - MostNamed} more" : "";
            findings.Add(FindingCatalogue.EditionTakesAway, null, answer, null, null, named + more,
                gone.Length == 1 ? "one figure" : $"{gone.Length} figures");
        }
    }

    private static void CheckFractions(DatasetRow[] rows, DatasetMeasure measure, FindingList findings)
    {
        if (measure.Unit == Unit.Percent && rows.Length > 1 && rows.All(row => row.Figure.Value is { Value: >= 0 and <= 1 })
            && rows.FirstOrDefault(row => row.Figure.Value!.Value > 0)?.Figure is { } first)
        {
            findings.Add(FindingCatalogue.PercentAsFraction, first.Line, first.Note, DatasetRow.Value, first.Value!.AsFiled,
                Figures.Plain(first.Value.Value * Hundred), Figures.Lines([.. rows.Select(row => row.Figure.Line)]));
        }
    }

    private static void CheckAbsent(
        DatasetPath path, DatasetRow[] rows, DatasetMeasure measure, ReferenceData reference, FindingList findings)
    {
        var held = rows.Where(row => row.Figure.Value is not null).Select(row => row.Figure.Council).ToHashSet();
        var all = reference.Councils.In(path.Year);
        string[] absent = [.. all.Where(council => !held.Contains(council.Code)).Select(council => council.Code.Value)];
        if (absent.Length > 0)
        {
            var named = string.Join(", ", absent.Take(MostNamed)) + (absent.Length > MostNamed ? ", …" : "");
            findings.Add(FindingCatalogue.CouncilsAbsent, null, null, DatasetRow.Value, measure.Code, "them",
                Number(all.Count), Number(absent.Length), named);
        }
    }

    private static void CheckEngland(DatasetFigure england, DatasetRow[] councils, decimal within, FindingList findings)
    {
        var sum = councils.Sum(row => row.Figure.Value?.Value ?? 0);
        if (Math.Abs(sum - england.Value!.Value) > Math.Abs(england.Value.Value) * within / Hundred)
        {
            findings.Add(FindingCatalogue.EnglandDisagrees, england.Line, england.Note, DatasetRow.Value, england.Value.AsFiled,
                $"{Figures.Plain(within)} per cent", england.Measure.Code, Figures.Plain(sum));
        }
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(remov|withdr|delet|supersed|no longer|replac)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Removed();
}
