using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>A council's opportunities, each with its range, and below the table what must be known of each. There is no total, because they
/// overlap.</summary>
internal sealed class OpportunitiesReport(Printer printer)
{
    public void Print(JsonElement answer)
    {
        var peers = PeersInWords.OfGroup(answer);
        printer.Heading(
            $"{answer.Text("name")}, {answer.Text("year")}, {answer.Text("status")}, at the {answer.Text("target")} of {peers}");
        printer.Blank();
        JsonElement[] offered = [.. answer.Items("opportunities")];
        if (offered.Length == 0)
        {
            printer.Line("Nothing is offered: no metric with a volume has figures enough.");
        }
        else
        {
            Table(offered);
        }

        foreach (var each in offered)
        {
            printer.Blank();
            printer.Line($"{each.Text("metric")}: volume {each.Number("volume")} {each.Text("volumeUnit")} ({each.Text("volumeBasis")}).");
            foreach (var caveat in each.Items("caveats"))
            {
                printer.Line($"  {caveat.Text()}");
            }
        }

        printer.Blank();
        foreach (var each in answer.Items("notOffered"))
        {
            printer.Line($"Not offered: {each.Text("metric")}. {each.Text("message")}");
        }

        printer.Line($"Range: {answer.Text("rangeMeaning")}");
        printer.Line(answer.Text("note") ?? "Opportunities are never added up.");
        printer.Link(answer.Text("permalink"));
    }

    private void Table(JsonElement[] offered)
    {
        var table = new TextTable(
            new TextColumn("metric"), new TextColumn("own", IsNumber: true), new TextColumn("target", IsNumber: true),
            new TextColumn("worth", IsNumber: true), new TextColumn("from", IsNumber: true), new TextColumn("to", IsNumber: true),
            new TextColumn("in"), new TextColumn("peers", IsNumber: true));
        foreach (var each in offered)
        {
            var range = each.Member("range");
            table.Add(
                each.Text("metric"), each.Number("figure"), each.Number("target"), each.Number("value"), range.Number("lower"),
                range.Number("upper"), each.Text("valueUnit") == "gbp" ? "£" : each.Text("valueUnit"), each.Number("peers"));
        }

        printer.Table(table);
    }
}
