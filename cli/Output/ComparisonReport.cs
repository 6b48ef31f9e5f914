using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>A comparison in the service's own order: no table here ranks councils.</summary>
internal sealed class ComparisonReport(Printer printer)
{
    private const string SubjectMark = ">";

    public void Print(JsonElement comparison)
    {
        printer.Heading(
            $"{comparison.Text("metric")}, {comparison.Text("year")}, {comparison.Text("status")}, "
            + $"peers: {comparison.Text("peerGroup") ?? "not stated"}");
        Unit(comparison);
        Summary(comparison.Member("summary"));
        Subject(comparison.Member("subject"));
        Councils(comparison);
        Missing(comparison.Member("summary"));
        if (comparison.Text("permalink") is { } link)
        {
            printer.Line($"Link: {link}");
        }
    }

    private void Unit(JsonElement comparison)
    {
        var unit = comparison.Text("unit") ?? comparison.Member("metric").Text("unit");
        if (unit is not null)
        {
            printer.Line($"Unit: {unit}");
        }
    }

    private void Summary(JsonElement summary)
    {
        var table = new TextTable(new TextColumn("summary"), new TextColumn("value", IsNumber: true));
        Facts.AddTo(table, summary, "missing");
        printer.Blank();
        printer.Table(table);
    }

    private void Subject(JsonElement subject)
    {
        if (subject.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var table = new TextTable(new TextColumn("subject"), new TextColumn("position", IsNumber: true));
        Facts.AddTo(table, subject);
        printer.Blank();
        printer.Table(table);
    }

    private void Councils(JsonElement comparison)
    {
        var subject = comparison.Member("subject").Text("council");
        var table = new TextTable(
            new TextColumn(string.Empty),
            new TextColumn("council"),
            new TextColumn("value", IsNumber: true),
            new TextColumn("state"),
            new TextColumn("band"),
            new TextColumn("lower", IsNumber: true),
            new TextColumn("upper", IsNumber: true));
        foreach (var council in comparison.Items("councils"))
        {
            table.Add(
                subject is not null && council.Text("council") == subject ? SubjectMark : string.Empty,
                council.Text("name") ?? council.Text("council"),
                council.Text("value"),
                council.Text("state"),
                council.Text("band"),
                council.Text("lower"),
                council.Text("upper"));
        }

        printer.Blank();
        printer.Table(table);
    }

    private void Missing(JsonElement summary)
    {
        var missing = summary.Items("missing").Select(council => council.Text()).OfType<string>().ToArray();
        printer.Blank();
        printer.Line(missing.Length == 0
            ? "Missing: none"
            : $"Missing ({missing.Length}): {string.Join(", ", missing)}");
    }
}
