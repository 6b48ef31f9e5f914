using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>What moved between two editions of a plan: every line that the later one states, totals for each year, and in words what it
/// leaves as it was. Where an edition gives no amount there is a dash and not a nought.</summary>
internal sealed class PlanChangesReport(Printer printer)
{
    private const string NotRestated = "not-restated";

    public void Print(JsonElement changes)
    {
        printer.Heading($"Changes from {changes.Text("since")} to {changes.Text("id")}, {Unit(changes.Text("unit"))}");
        printer.Blank();
        Lines([.. changes.Items("lines").Where(line => line.Text("outcome") != NotRestated)]);
        printer.Blank();
        Totals(changes.Member("totals"));
        printer.Blank();
        var counts = changes.Member("counts");
        string[] found = ["moved", "unchanged", "added", "dropped"];
        printer.Line($"Lines: {string.Join(", ", found.Select(outcome => $"{outcome} {counts.Number(outcome) ?? "0"}"))}.");
        printer.Line($"Lines that {changes.Text("id")} does not restate: {counts.Number(NotRestated) ?? "0"}. They stand as they were.");
    }

    private static string Unit(string? unit) => unit switch
    {
        "gbp" => "£",
        "gbp_thousands" => "£ thousand",
        _ => unit ?? "unit not stated",
    };

    private void Lines(JsonElement[] lines)
    {
        var table = new TextTable(
            new TextColumn("council"), new TextColumn("source"), new TextColumn("year"), new TextColumn("before", IsNumber: true),
            new TextColumn("after", IsNumber: true), new TextColumn("change", IsNumber: true), new TextColumn("outcome"));
        foreach (var line in lines)
        {
            table.Add(
                line.Text("council"), line.Text("source"), line.Text("year"), line.Number("before"), line.Number("after"),
                line.Number("change"), line.Text("outcome"));
        }

        printer.Table(table);
    }

    private void Totals(JsonElement totals)
    {
        var table = new TextTable(
            new TextColumn("total of"), new TextColumn("year"), new TextColumn("before", IsNumber: true),
            new TextColumn("after", IsNumber: true), new TextColumn("change", IsNumber: true),
            new TextColumn("not restated", IsNumber: true));
        foreach (var total in totals.Items("councils").Concat(totals.Items("sources")).Concat(totals.Items("years")))
        {
            table.Add(
                total.Text("council") ?? total.Text("source") ?? "all", total.Text("year"), total.Number("before"), total.Number("after"),
                total.Number("change"), total.Number("notRestated"));
        }

        printer.Table(table);
    }
}
