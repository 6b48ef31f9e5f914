using System.Text.Json;
using Benchmarking.CommandLine.Service;
using Spectre.Console;

namespace Benchmarking.CommandLine.Output;

/// <summary>Where the council asked for stands, as sentences.</summary>
internal sealed class SubjectSentences(Printer printer)
{
    private static readonly string[] Said =
    [
        "council", "name", "value", "state", "percentile", "band", "bandMeaning", "verdict", "modifiedZ", "outlier", "lower", "upper",
        "intervalMethod", "rag", "ragRule", "decidedBy", "difference", "materialDifference", "widenedLower", "widenedUpper", "verdictRule",
    ];

    public void Print(JsonElement subject, string? unit, string? median)
    {
        printer.Blank();
        printer.Heading($"{subject.Text("name") ?? subject.Text("council")}: {Position(subject, unit, median)}.");
        foreach (var line in new[] { Decision(subject, unit), Rank(subject), Interval(subject, unit) }.OfType<string>())
        {
            printer.Line(line);
        }

        if (subject.Text("ragRule") is { } rule)
        {
            var colour = subject.Text("rag");
            printer.Line($"RAG: {colour ?? "not rated"}. {rule}", StyleOf(colour));
        }

        foreach (var (name, value) in Facts.Of(subject).Where(fact => fact.Value is not null && !Said.Contains(fact.Name)))
        {
            printer.Line($"{Facts.Words(name)}: {value}");
        }
    }

    private static string Position(JsonElement subject, string? unit, string? median)
    {
        if (subject.Number("value") is not { } value)
        {
            return $"no figure ({subject.Text("state") ?? "missing"})";
        }

        var peers = median is null ? "the median of the peers" : $"the median of the peers ({FigureText.InUnit(median, unit)})";
        string?[] parts =
        [
            $"{FigureText.InUnit(value, unit)}{(subject.Text("state") is { } state ? $" ({state})" : string.Empty)}",
            subject.Text("bandMeaning") ?? (subject.Text("band") is { } band ? $"band {band}" : null),
            subject.Text("verdict") switch
            {
                null => null,
                "similar" => $"similar to {peers}",
                "not-compared" => $"not compared with {peers}",
                var verdict => $"{verdict} than {peers}",
            },
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Decision(JsonElement subject, string? unit)
    {
        if (subject.Number("difference") is not { } difference || subject.Number("materialDifference") is not { } material)
        {
            return null;
        }

        var by = subject.Text("decidedBy") switch
        {
            "both" => "both conditions",
            "interval" => "the interval",
            _ => "the material difference",
        };
        var widened = (subject.Number("widenedLower"), subject.Number("widenedUpper")) is ({ } lower, { } upper)
            ? $"; with room for how councils differ the interval is {FigureText.InUnit(lower, unit)} to {FigureText.InUnit(upper, unit)}"
            : string.Empty;
        var (far, enough) = (FigureText.InUnit(difference, unit), FigureText.InUnit(material, unit));
        return $"Decided by {by}: {far} from the median, where more than {enough} matters{widened}.";
    }

    private static string? Rank(JsonElement subject)
    {
        string?[] parts =
        [
            subject.Text("percentile") is { } percentile ? $"Percentile {percentile} (mid-rank)." : null,
            subject.Text("modifiedZ") is { } z ? $"Modified z {z}{Outlier(subject)}." : null,
        ];
        var line = string.Join(' ', parts.OfType<string>());
        return line.Length == 0 ? null : line;
    }

    private static string Outlier(JsonElement subject) => subject.Text("outlier") switch
    {
        "yes" => ", an outlier",
        "no" => ", not an outlier",
        _ => string.Empty,
    };

    private static string? Interval(JsonElement subject, string? unit) =>
        (subject.Number("lower"), subject.Number("upper")) is ({ } lower, { } upper)
            ? $"{subject.Text("intervalMethod") ?? "Interval"}: {FigureText.InUnit(lower, unit)} to {FigureText.InUnit(upper, unit)}."
            : null;

    private static Style StyleOf(string? colour) => colour switch
    {
        "green" => new Style(Color.Green),
        "amber" => new Style(Color.Yellow),
        "red" => new Style(Color.Red),
        _ => Style.Plain,
    };
}
