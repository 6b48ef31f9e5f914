using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>Savings categories over the years; each year's total stands above its parts. Where no council filed an amount there is a dash
/// and not a nought, and what nobody filed in any year is named below.</summary>
internal sealed class TrendReport(Printer printer)
{
    public void Print(JsonElement trend)
    {
        JsonElement[] years = [.. trend.Items("years")];
        printer.Heading($"Savings by category, £, {Status(trend, years)}, {Whose(trend)}");
        if (trend.Text("shareOf") is { } shareOf)
        {
            printer.Line($"Share: {shareOf}");
        }

        var idle = Idle(years);
        var table = new TextTable(
            new TextColumn("year"),
            new TextColumn("status"),
            new TextColumn("category"),
            new TextColumn("amount", IsNumber: true),
            new TextColumn("share", IsNumber: true),
            new TextColumn("change in share", IsNumber: true),
            new TextColumn("councils", IsNumber: true));
        foreach (var year in years)
        {
            Add(table, year, idle);
        }

        printer.Blank();
        printer.Table(table);
        if (table.Rows.Count == 0)
        {
            printer.Line("No savings are held for these years, councils and status.");
        }

        if (idle.Count > 0)
        {
            printer.Line($"No council filed an amount under: {string.Join(", ", idle)}");
        }

        foreach (var year in years)
        {
            Panel(year);
            Missing(year);
        }

        var remarks = new TrendRemarks(printer);
        remarks.Breaks(years);
        remarks.Succession(trend);

        printer.Link(trend.Text("permalink"));
    }

    // Without peers the figures are the council's own.
    private static string Whose(JsonElement trend)
    {
        var council = trend.Text("name") ?? trend.Text("council");
        return (PeersInWords.OfTrend(trend), council) switch
        {
            (null, null) => "peers: not stated",
            (null, _) => $"council: {council}",
            (var peers, null) => $"peers: {peers}",
            (var peers, _) => $"peers: {peers}, asked for {council}",
        };
    }

    /// <summary>The trend's status, or that of its years where they agree.</summary>
    private static string Status(JsonElement trend, JsonElement[] years)
    {
        string[] statuses = [.. years.Select(year => year.Text("status")).OfType<string>().Distinct(StringComparer.Ordinal)];
        return trend.Text("status") ?? (statuses.Length == 1 ? statuses[0] : "status by year");
    }

    /// <summary>The categories in which no council has an amount in any year, in the service's order.</summary>
    private static List<string> Idle(JsonElement[] years)
    {
        JsonElement[] all = [.. years.SelectMany(year => year.Items("categories"))];
        var busy = all.Where(category => !IsIdle(category)).Select(Name).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(Name).Distinct(StringComparer.Ordinal).Where(name => !busy.Contains(name))];
    }

    private static bool IsIdle(JsonElement category) => category.Text("councils") == "0";

    private static void Add(TextTable table, JsonElement year, List<string> idle)
    {
        var (name, status) = (year.Text("year"), year.Text("status"));
        table.Add(name, status, "total", year.Number("total"), null, null, year.Number("councils"));
        foreach (var category in year.Items("categories").Where(category => !idle.Contains(Name(category))))
        {
            var filed = !IsIdle(category);
            table.Add(
                name,
                status,
                Name(category),
                filed ? category.Number("amount") : null,
                filed ? category.Text("share") : null,
                category.Text("changeInShare"),
                category.Number("councils"));
        }
    }

    /// <summary>What the councils of both years come to: the part of a change that is no change of councils.</summary>
    private void Panel(JsonElement year)
    {
        var panel = year.Member("constantPanel");
        if (panel.ValueKind == JsonValueKind.Object)
        {
            var shift = panel.Text("shift") is { } points ? $", {points} points moved between categories" : string.Empty;
            printer.Line(
                $"{year.Text("year")}, councils counted in {panel.Text("since")} too: {panel.Items("councils").Count()}, "
                + $"£{panel.Number("total")}{shift}");
        }
    }

    private void Missing(JsonElement year)
    {
        if (year.Items("missing").Any())
        {
            printer.Line($"Missing in {year.Text("year")} ({year.Items("missing").Count()}): {year.Text("missing")}");
        }
    }

    private static string Name(JsonElement category) => string.Join(
        " / ",
        new[] { category.Text("category"), category.Text("subcategory") }.Where(text => !string.IsNullOrEmpty(text)));
}
