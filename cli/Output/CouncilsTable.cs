using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>The councils of a comparison in the service's own order. Columns in which nobody has anything are left out; how figures were
/// had stands below, once for all councils that share it.</summary>
internal sealed class CouncilsTable(Printer printer)
{
    private const string SubjectMark = ">";
    private const int Letters = 26;

    public void Print(JsonElement comparison)
    {
        var subject = comparison.Member("subject").Text("council");
        JsonElement[] councils = [.. comparison.Items("councils")];
        string[] bases = [.. councils.Select(council => council.Text("basis")).OfType<string>().Distinct(StringComparer.Ordinal)];
        (TextColumn Column, Func<JsonElement, string?> Cell)[] columns =
        [
            (new(string.Empty), council => subject is not null && council.Text("council") == subject ? SubjectMark : string.Empty),
            (new("council"), council => council.Text("name") ?? council.Text("council")),
            (new("value", IsNumber: true), council => council.Number("value")),
            (new("state"), council => council.Text("state")),
            (new("band"), council => council.Text("bandMeaning") ?? council.Text("band")),
            (new("lower", IsNumber: true), council => council.Number("lower")),
            (new("upper", IsNumber: true), council => council.Number("upper")),
            (new("basis"), council => council.Text("basis") is { } basis ? Letter(Array.IndexOf(bases, basis)) : null),
        ];
        var wanted = columns.Where(column => column.Column.Name is not ("band" or "lower" or "upper" or "basis")
            || councils.Any(council => column.Cell(council) is not null)).ToArray();
        var table = new TextTable([.. wanted.Select(column => column.Column)]);
        foreach (var council in councils)
        {
            table.Add([.. wanted.Select(column => column.Cell(council))]);
        }

        printer.Blank();
        printer.Table(table);
        Bases(bases);
    }

    private void Bases(string[] bases)
    {
        for (var at = 0; at < bases.Length; at++)
        {
            printer.Line($"{Letter(at)}: {bases[at]}");
        }
    }

    /// <summary>a to z, then aa, ab and so on.</summary>
    private static string Letter(int at) =>
        string.Concat(at < Letters ? string.Empty : Letter((at / Letters) - 1), (char)('a' + (at % Letters)));
}
