using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>What a reader of figures over years has to know beside them: where they cannot be compared, and which councils ended or
/// began.</summary>
internal sealed class TrendRemarks(Printer printer)
{
    private const int MostLines = 6;

    public void Breaks(IEnumerable<JsonElement> years)
    {
        foreach (var each in years.SelectMany(year => year.Items("breaks")))
        {
            printer.Line($"Break in {each.Text("year")} ({each.Text("reason")}): {each.Text("words")} Nothing is compared across it.");
        }
    }

    /// <summary>Each that ended or began on a line of its own; where they are many, as among all of England's, on one.</summary>
    public void Succession(JsonElement answer)
    {
        string[] ended = [.. answer.Items("ended")
            .Select(end => $"{end.Text("name")} ended with {end.Text("endedIn")}; after it: {end.Text("succeededBy")}.")];
        string[] begun = [.. answer.Items("begun").Select(Beginning)];
        if (ended.Length + begun.Length <= MostLines)
        {
            foreach (var line in ended.Concat(begun))
            {
                printer.Line(line);
            }

            return;
        }

        printer.Line($"Ended in these years: {string.Join("; ", answer.Items("ended").Select(Short))}.");
        if (begun.Length > 0)
        {
            var years = answer.Items("begun").Select(each => $"{each.Text("council")} {each.Text("begunIn")}");
            printer.Line($"Begun in these years: {string.Join("; ", years)}.");
        }
    }

    private static string Beginning(JsonElement beginning)
    {
        var before = beginning.Text("follows") is { Length: > 0 } codes ? $"; before it: {codes}" : string.Empty;
        return $"{beginning.Text("name")} begins with {beginning.Text("begunIn")}{before}.";
    }

    private static string Short(JsonElement end) => $"{end.Text("council")} {end.Text("endedIn")} (after it {end.Text("succeededBy")})";
}
