using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Security;

/// <summary>What is planted in places that are not public. Two sets of secrets have the same shape, so that answers that do not hang on
/// them are the same.</summary>
internal sealed record Secrets(
    decimal Saved, decimal SavedNextYear, decimal SavedBefore, decimal Projected, int SmallCount, string RejectedCell, decimal Withdrawn,
    string UnitPrice, string Mark)
{
    public static Secrets One { get; } = new(7654321, 7654987, 4321987, 6543219, 3, "£8,76,54", 3456789, "543.21", "mark-one");

    public static Secrets Two { get; } = new(7155329, 7155991, 4821973, 6043217, 6, "£9,16,59", 3956781, "591.27", "mark-two");

    public string Note => $"Note{Mark}";

    public string Provider => $"Provider{Mark}";

    public string Heading => $"Heading{Mark}";

    public string Reason => $"Reason{Mark}";

    public string Officer => $"Officer{Mark}";
}

/// <summary>The ids of what was planted.</summary>
internal sealed record Planted(
    Secrets Secrets, string Accepted, string Rejected, string WithHeading, string Prices, string Withdrawn, string Signed, string Before,
    string After)
{
    private const string Savings = "financial_year,category,amount,unit,status,note\n";
    private const string Activity = "financial_year,measure,numerator,denominator,value,unit,status,note\n";
    private const string Budget = "financial_year,measure,service,amount,unit,status,note";

    /// <summary>As many as are compared with, and one more.</summary>
    private static readonly string[] Peers =
        ["barnet", "bexley", "brent", "bromley", "camden", "croydon", "ealing", "enfield", "hackney"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Planted> In(GuardedService service, Secrets s)
    {
        foreach (var (peer, n) in Peers.Select((peer, n) => (peer, n)))
        {
            await File(service, $"{peer}/2011-12/activity",
                Text($"{Activity}2011-12,residents_65plus_per_1000,{500 + (5 * n)},20000,,per_1000,actual,as counted\n"), "accepted");
        }

        var own = GuardedService.Own;
        await File(service, $"{own}/2011-12/activity", Text(
            $"{Activity}2011-12,residents_65plus_per_1000,{s.SmallCount},20000,,per_1000,actual,{s.Note}\n"
            + $"2011-12,residents_65plus,,,{s.SmallCount},count,actual,{s.Note}\n"), "accepted");
        await File(service, $"{own}/2011-12/savings", Text(
            $"{Savings}2011-12,total,5000000,gbp,actual,{s.Note}\n2012-13,total,{s.Projected},gbp,projected,{s.Note}\n"), "accepted");
        var prices = await File(service, $"{own}/2012-13/prices", Text(
            "financial_year,service,provider,quantity,quantity_unit,unit_price,note\n"
            + $"2012-13,residential care,{s.Provider},100,weeks,{s.UnitPrice},{s.Note}\n"), "accepted");
        var rejected = await File(service, $"{own}/2011-12/budget",
            $"{Budget}\n2011-12,net_budget,,\"{s.RejectedCell}\",gbp,actual,{s.Note}\n", "rejected");
        var heading = await File(service, $"{own}/2010-11/budget",
            Text($"{Budget},{s.Heading}\n2010-11,net_budget,,{s.Withdrawn},gbp,actual,\"{s.Note}\",x,{s.Note}\n"), "rejected");
        await File(service, $"{own}/2009-10/savings", Text($"{Savings}2009-10,total,{s.Withdrawn},gbp,actual,{s.Note}\n"), "accepted");
        var withdrawn = await Id(service, HttpMethod.Delete, "/2009-10/savings", null, s.Reason);
        var before = await service.TakeSnapshot();
        var accepted = await File(service, $"{own}/2012-13/savings", Text(
            $"{Savings}2012-13,total,{s.Saved},gbp,actual,{s.Note}\n2013-14,total,{s.SavedNextYear},gbp,target,{s.Note}\n"
            + $"2010-11,total,{s.SavedBefore},gbp,actual,{s.Note}\n"), "accepted");
        var signed = await Id(service, HttpMethod.Post, "/2012-13/savings/sign-off",
            $$"""{"role": "section-151-officer", "name": "{{s.Officer}}", "revision": 1}""", null);
        return new Planted(s, accepted, rejected, heading, prices, withdrawn, signed, before, await service.TakeSnapshot());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => text;

    private static async Task<string> File(GuardedService service, string path, string csv, string status)
    {
        var receipt = await Answer(service, HttpMethod.Put, $"/{path}", csv, null);
        Assert.True(receipt.GetProperty("status").GetString() == status, receipt.GetRawText());
        return receipt.GetProperty("id").GetString()!;
    }

    private static async Task<string> Id(GuardedService service, HttpMethod method, string path, string? body, string? reason) =>
        (await Answer(service, method, $"/{GuardedService.Own}{path}", body, reason)).GetProperty("id").GetString()!;

    private static async Task<JsonElement> Answer(GuardedService service, HttpMethod method, string path, string? body, string? reason)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/returns{path}");
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (reason is not null)
        {
            request.Headers.Add("X-Reason", reason);
        }

        using var answer = await service.Send(Asker.Operator, request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
