using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>Savings categories over the years; each year's total stands above its parts.</summary>
internal sealed class TrendReport(Printer printer)
{
    public void Print(JsonElement trend)
    {
        printer.Heading(
            $"Savings by category, £, {trend.Text("status") ?? "status by year"}, "
            + $"peers: {trend.Text("peerGroup") ?? trend.Text("peers") ?? trend.Text("council") ?? "not stated"}");
        var table = new TextTable(
            new TextColumn("year"),
            new TextColumn("status"),
            new TextColumn("category"),
            new TextColumn("amount", IsNumber: true),
            new TextColumn("share", IsNumber: true),
            new TextColumn("change in share", IsNumber: true),
            new TextColumn("councils", IsNumber: true));
        foreach (var year in trend.Items("years"))
        {
            Add(table, year);
        }

        printer.Blank();
        printer.Table(table);
        if (table.Rows.Count == 0)
        {
            printer.Line("No savings are held for these years, councils and status.");
        }

        if (trend.Text("permalink") is { } link)
        {
            printer.Line($"Link: {link}");
        }
    }

    private static void Add(TextTable table, JsonElement year)
    {
        var (name, status) = (year.Text("year"), year.Text("status"));
        table.Add(name, status, "total", year.Text("total"), null, null, year.Text("councils"));
        foreach (var category in year.Items("categories"))
        {
            table.Add(
                name,
                status,
                Name(category),
                category.Text("amount"),
                category.Text("share"),
                category.Text("changeInShare"),
                category.Text("councils"));
        }
    }

    private static string Name(JsonElement category) => string.Join(
        " / ",
        new[] { category.Text("category"), category.Text("subcategory") }.Where(text => !string.IsNullOrEmpty(text)));
}
