using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>One metric over the years with what the figures stand on. A year without a figure has a dash, a year that cannot be compared
/// with the one before it a mark.</summary>
internal sealed class MetricTrendReport(Printer printer)
{
    private const string BreakMark = "--";

    public void Print(JsonElement trend)
    {
        JsonElement[] years = [.. trend.Items("years")];
        var council = trend.Text("name") ?? trend.Text("council");
        printer.Heading($"{trend.Text("label") ?? trend.Text("metric")}, {trend.Text("unit")}, {trend.Text("status")}, "
            + $"{(council is null ? string.Empty : $"council: {council}, ")}peers: {PeersInWords.OfTrend(trend) ?? "not stated"}");
        printer.Blank();
        if (years.Length == 0)
        {
            printer.Line("No figures are held for these years, councils and status.");
        }
        else
        {
            printer.Table(Table(years, council is not null));
        }

        if (years.Any(IsAfterBreak))
        {
            printer.Line($"{BreakMark} not comparable with the year before.");
        }

        Direction("Direction", trend.Member("direction"));
        Direction("Direction of the peers' median", trend.Member("peersDirection"));
        Projection(trend.Member("projection"));
        var remarks = new TrendRemarks(printer);
        remarks.Breaks(years);
        remarks.Succession(trend);
        printer.Link(trend.Text("permalink"));
    }

    private static TextTable Table(JsonElement[] years, bool hasCouncil)
    {
        TextColumn[] own = [new("value", IsNumber: true), new("state"), new("population", IsNumber: true), new("of")];
        TextColumn[] peers = [new("peers' median", IsNumber: true), new("q1", IsNumber: true), new("q3", IsNumber: true),
            new("councils", IsNumber: true)];
        var table = new TextTable([new("break"), new("year"), .. hasCouncil ? own : [], .. peers]);
        foreach (var year in years)
        {
            var population = year.Member("population");
            string?[] figures = [year.Number("value"), year.Text("state"), population.Number("people"),
                population.Text("vintage") ?? population.Text("source")];
            table.Add([
                IsAfterBreak(year) ? BreakMark : string.Empty, year.Text("year"), .. hasCouncil ? figures : [],
                year.Number("median"), year.Number("q1"), year.Number("q3"), year.Number("count"),
            ]);
        }

        return table;
    }

    private static bool IsAfterBreak(JsonElement year) => year.Text("afterBreak") == "yes";

    private void Direction(string what, JsonElement segment)
    {
        if (segment.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var slope = segment.Text("slopePerYear") is { } step ? $", {step} a year" : string.Empty;
        var chance = segment.Text("p") is { } p ? $", p {p}" : string.Empty;
        var meaning = segment.Text("meaning") is { } word ? $" ({word})" : string.Empty;
        printer.Line(
            $"{what}, {segment.Text("from")} to {segment.Text("to")}: {segment.Text("direction")}{meaning}, years: {segment.Text("points")}"
            + $"{slope}{chance}.");
    }

    private void Projection(JsonElement projection)
    {
        if (projection.Text("reason") is { } reason)
        {
            printer.Line($"Projection: {reason}");
        }

        foreach (var year in projection.Items("years"))
        {
            printer.Line($"Projected {year.Text("year")}: {year.Number("value")} ({year.Number("lower")} to {year.Number("upper")}).");
        }
    }
}
