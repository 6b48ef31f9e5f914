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

    /// <summary>The council asked about and those before it on lines of their own; the others too, or on one line where they are many,
    /// as among all of England's.</summary>
    public void Succession(JsonElement answer)
    {
        var asked = answer.Text("council");
        var ended = answer.Items("ended").ToLookup(end => IsOf(asked, end, "succeededBy"));
        var begun = answer.Items("begun").ToLookup(beginning => IsOf(asked, beginning, "follows"));
        Lines([.. ended[true].Select(End), .. begun[true].Select(Beginning)]);
        if (ended[false].Count() + begun[false].Count() <= MostLines)
        {
            Lines([.. ended[false].Select(End), .. begun[false].Select(Beginning)]);
            return;
        }

        printer.Line($"Ended in these years: {string.Join("; ", ended[false].Select(Short))}.");
        var years = begun[false].Select(each => $"{each.Text("council")} {each.Text("begunIn")}");
        printer.Line($"Begun in these years: {string.Join("; ", years)}.");
    }

    private static bool IsOf(string? asked, JsonElement council, string others) =>
        asked is not null && council.Items(others).Append(council.Member("council")).Any(code => code.Text() == asked);

    private void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            printer.Line(line);
        }
    }

    private static string End(JsonElement end) =>
        $"{end.Text("name")} ended with {end.Text("endedIn")}; after it: {end.Text("succeededBy")}.";

    private static string Beginning(JsonElement beginning)
    {
        var before = beginning.Text("follows") is { Length: > 0 } codes ? $"; before it: {codes}" : string.Empty;
        return $"{beginning.Text("name")} begins with {beginning.Text("begunIn")}{before}.";
    }

    private static string Short(JsonElement end) => $"{end.Text("council")} {end.Text("endedIn")} (after it {end.Text("succeededBy")})";
}
