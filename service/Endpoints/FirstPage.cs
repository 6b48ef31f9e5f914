using System.Globalization;
using System.Net;
using System.Text;
using Benchmarking.Core.Comparing;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>The page at <c>/</c>: one comparison as a table, where figures may be read without a key, and where the rest is.</summary>
internal static class FirstPage
{
    private const string Shown = "savings-pct-net-budget";
    private const string Group = "programme:asce-2012";
    private const string Address = $"/api/v1/comparisons/{Shown}?year=2012-13&peers={Group}";

    private const string Closed = "<p>Figures are shown to holders of a key: show yours in the header X-Api-Key.</p>";

    private static readonly SliceKey Key = new(Shown, new FinancialYear(2012), FigureStatus.Actual);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Handle(FigureReader figures, IOptions<BenchmarkingOptions> options, HttpContext context)
    {
        var mayRead = AccessRules.Allows(Caller.Of(context.User), Act.ReadFigures, null, options.Value.OpenReads);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyOfPages;
        return Results.Content(Page(mayRead ? await Table(figures, context) : Closed), "text/html; charset=utf-8");
    }

    private static async Task<string> Table(FigureReader figures, HttpContext context)
    {
        (await figures.Served(context.User).Find(Key, context.RequestAborted)).TryGet(out var slice, out _);
        var metric = ReferenceData.Current.Metrics.Find(Shown)!;
        var peers = RequestedPeers.Groups.Find(Group, Key.Year).Group!;
        return Table(Publication.Publish(Comparer.Compare(metric, Key.Year, Key.Status, slice?.Observations ?? [], peers)));
    }

    private static string Page(string content) => $$"""
        <!doctype html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Benchmarking adult social care efficiency</title>
        <style>body{font-family:Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.5;color:#0b0c0c}
        table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}
        th,td{text-align:left;border-bottom:1px solid #b1b4b6;padding:.4rem .5rem}
        td:nth-child(2),th:nth-child(2){text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        a{color:#1d70b8}a:focus{outline:3px solid #fd0;background:#fd0;color:#0b0c0c}</style></head>
        <body>
        <main>
        <h1>Benchmarking adult social care efficiency</h1>
        <p>Councils' annual efficiency returns, checked and compared with fair peers.
        The <a href="/openapi/v1.json">interface description</a> lists every answer that can be had.</p>
        {{content}}
        </main>
        </body>
        </html>
        """;

    private static string Table(PublishedComparison c)
    {
        var rows = new StringBuilder();
        foreach (var figure in c.Councils)
        {
            rows.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Text(figure.Name)}</th><td>{Value(figure.Value, c.Decimals)}</td>");
            rows.Append(CultureInfo.InvariantCulture, $"<td>{Text(figure.State)}</td><td>{Text(figure.Basis)}</td></tr>\n");
        }

        return $$"""
            <p>These figures are <a href="{{Text(Address)}}">here as JSON</a> and
            <a href="{{Text(Address)}}&amp;format=csv">here as CSV</a>.</p>
            <table>
            <caption>{{Text(c.Label)}}, {{Text(c.Status)}} figures: {{Text(c.PeerGroup.Label)}}</caption>
            <thead><tr><th scope="col">Council</th><th scope="col">Per cent</th><th scope="col">State</th>
            <th scope="col">Base of the percentage</th></tr></thead>
            <tbody>
            {{rows}}</tbody>
            </table>
            <p>{{Text(c.Definition)}}
            Councils with a figure: {{c.Summary.Count}}; without one, which count nowhere: {{c.Summary.Missing.Count}}.
            Mean of councils {{Value(c.Summary.Mean, c.Decimals + Publication.SummaryPlaces)}},
            median {{Value(c.Summary.Median, c.Decimals + Publication.SummaryPlaces)}}.
            Councils stand in the order of their codes, not of merit.</p>
            """;
    }

    private static string Value(decimal? value, int places) =>
        value is null
            ? "no figure"
            : value.Value.ToString(string.Create(CultureInfo.InvariantCulture, $"F{places}"), CultureInfo.InvariantCulture);

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
