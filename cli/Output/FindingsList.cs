using System.Text.Json;
using Benchmarking.CommandLine.Service;
using Spectre.Console;

namespace Benchmarking.CommandLine.Output;

/// <summary>What is wrong with one file, each finding where the officer finds it in the spreadsheet.</summary>
internal sealed class FindingsList(Printer printer)
{
    private static readonly string[] Severities = ["error", "query", "notice"];

    public void Print(string file, JsonElement receipt)
    {
        printer.Heading($"{file}: {receipt.Text("status") ?? "no status"}{Identity(receipt)}{Counts(receipt)}");
        var shown = 0;
        foreach (var finding in receipt.Items("findings"))
        {
            Print(finding);
            shown++;
        }

        if (receipt.Member("findingsTotal") is { ValueKind: JsonValueKind.Number } total
            && total.TryGetInt32(out var all)
            && all > shown)
        {
            printer.Line($"  showing {shown} of {all} findings");
        }
    }

    private static string Identity(JsonElement receipt) => string.Concat(
        receipt.Text("revision") is { } revision ? $", revision {revision}" : string.Empty,
        receipt.Text("id") is { } id ? $", receipt {id}" : string.Empty,
        receipt.Text("rows") is { } rows ? rows == "1" ? ", 1 row" : $", {rows} rows" : string.Empty);

    private static string Counts(JsonElement receipt) => string.Concat(
        Severities.Select(severity => receipt.Member("counts").Text(severity) is { } count
            ? $", {severity} {count}"
            : string.Empty));

    private void Print(JsonElement finding)
    {
        var severity = finding.Text("severity") ?? "finding";
        var place = finding.Text("line") is { } line ? $"line {line}" : "whole file";
        var column = finding.Text("column") is { } name ? $", column {name}" : string.Empty;
        printer.Line($"  {severity} {finding.Text("code")} at {place}{column}", StyleOf(severity));
        Detail("value", finding.Text("value"));
        Detail("expected", finding.Text("expected"));
        if (finding.Text("message") is { } message)
        {
            printer.Line($"    {message}");
        }
    }

    private void Detail(string name, string? text)
    {
        if (text is not null)
        {
            printer.Line($"    {name,-9} {text}");
        }
    }

    private static Style StyleOf(string severity) => severity switch
    {
        "error" => new Style(Color.Red),
        "query" => new Style(Color.Yellow),
        _ => Style.Plain,
    };
}
