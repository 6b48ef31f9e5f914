using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>A comparison in the service's own order: no table here ranks councils.</summary>
internal sealed class ComparisonReport(Printer printer)
{
    public void Print(JsonElement comparison)
    {
        Title(comparison);
        var summary = comparison.Member("summary");
        printer.Blank();
        printer.Table(SummaryTable.Of(summary));
        if (comparison.Member("subject") is { ValueKind: JsonValueKind.Object } subject)
        {
            new SubjectSentences(printer).Print(subject, UnitOf(comparison), summary.Number("median"));
        }

        new CouncilsTable(printer).Print(comparison);
        Missing(summary);
        foreach (var caveat in comparison.Items("caveats").Select(item => item.Text()).OfType<string>())
        {
            printer.Line($"Caveat: {caveat}");
        }

        printer.Link(comparison.Text("permalink"));
    }

    private static string? UnitOf(JsonElement comparison) => comparison.Text("unit") ?? comparison.Member("metric").Text("unit");

    private void Title(JsonElement comparison)
    {
        if (comparison.Text("label") is { } label)
        {
            printer.Heading(label);
        }

        printer.Heading(
            $"{comparison.Text("metric")}, {comparison.Text("year")}, {comparison.Text("status")}, "
            + $"peers: {PeersInWords.OfGroup(comparison) ?? "not stated"}");
        string?[] unit =
        [
            UnitOf(comparison) is { } code ? $"Unit: {code}." : null,
            comparison.Text("polarity") switch
            {
                "higher" => "Higher is better.",
                "lower" => "Lower is better.",
                "neutral" => "Neither higher nor lower is better.",
                _ => null,
            },
        ];
        string?[] lines =
        [
            comparison.Text("definition"), string.Join(' ', unit.OfType<string>()), Prices(comparison),
            Named("Denominator", comparison.Text("denominator")), Named("Source", comparison.Text("source")),
        ];
        foreach (var line in lines.Where(line => !string.IsNullOrEmpty(line)))
        {
            printer.Line(line!);
        }
    }

    private static string? Named(string name, string? text) => text is null ? null : $"{name}: {text}.";

    /// <summary>In which prices money is; of other figures nothing need be said.</summary>
    private static string? Prices(JsonElement comparison) =>
        UnitOf(comparison)?.StartsWith("gbp", StringComparison.Ordinal) == true && comparison.Text("basis") is { } basis
            ? $"{(basis == "real" ? "Real" : "Cash")} terms. {comparison.Text("basisNote")}".TrimEnd()
            : null;

    private void Missing(JsonElement summary)
    {
        var missing = summary.Items("missing").Select(council => council.Text()).OfType<string>().ToArray();
        printer.Blank();
        printer.Line(missing.Length == 0
            ? "Missing: none"
            : $"Missing ({missing.Length}): {string.Join(", ", missing)}");
    }
}
