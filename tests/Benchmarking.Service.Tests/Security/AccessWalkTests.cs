using System.Net;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Routing;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Every endpoint of the app is tried by everybody, with reads open and not, before an embargo ends and after, against the table
/// of <see cref="Visits"/>.</summary>
public sealed class AccessWalkTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    [Fact]
    public async Task Everybody_is_let_in_where_the_table_says_and_told_what_it_says()
    {
        var account = azurite.NewAccount();
        await using var open = await GuardedService.Start(account);
        var visits = Visits.Of(await Planted.In(open, Secrets.One));
        Assert.Equal(RoutesOf(open), visits.Select(visit => visit.Route).Distinct().Order(StringComparer.Ordinal));
        await using var closed = await GuardedService.Start(account, openReads: false);

        var (tried, wrong) = (0, new List<string>());
        foreach (var (service, openReads) in new[] { (open, true), (closed, false) })
        {
            foreach (var isLifted in new[] { false, true })
            {
                service.LiftEmbargo(isLifted);
                foreach (var asker in Enum.GetValues<Asker>())
                {
                    foreach (var visit in visits)
                    {
                        tried++;
                        if (await Fault(service, visit, asker, openReads, isLifted) is { } fault)
                        {
                            wrong.Add($"{asker}, {(openReads ? "open" : "closed")}, {(isLifted ? "after" : "before")}: {visit.Route} "
                                + $"{visit.Address}: {fault}");
                        }
                    }
                }
            }
        }

        output.WriteLine($"{RoutesOf(open).Count()} routes, {visits.Count} requests, {tried} tried, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_first_page_has_no_figures_where_reads_are_not_open()
    {
        var account = azurite.NewAccount();
        await using var open = await GuardedService.Start(account);
        await using var closed = await GuardedService.Start(account, openReads: false);
        Assert.Equal(
            [(Asker.Nobody, true, false), (Asker.Other, true, true)],
            await Task.WhenAll(new[] { Asker.Nobody, Asker.Other }.Select(async asker =>
                (asker, await HasTable(open, asker), await HasTable(closed, asker)))));
    }

    private static async Task<bool> HasTable(GuardedService service, Asker asker)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        using var answer = await service.Send(asker, request);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("<td>", StringComparison.Ordinal);
    }

    internal static IEnumerable<string> RoutesOf(GuardedService service) =>
        (from endpoint in service.Endpoints
         from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
         where method != "HEAD"
         select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}").Distinct().Order(StringComparer.Ordinal);

    private static async Task<string?> Fault(GuardedService service, Visit visit, Asker asker, bool openReads, bool isLifted)
    {
        using var request = visit.Request(asker);
        using var answer = await service.Send(asker, request);
        var text = await AnswerText.Of(answer);
        var isIn = answer.StatusCode != HttpStatusCode.Unauthorized
            && !(answer.StatusCode == HttpStatusCode.Forbidden && text.Contains("not-allowed", StringComparison.Ordinal));
        var letIn = visit.LetsIn(asker, openReads);
        if (isIn != letIn || (int)answer.StatusCode >= 500
            || (!letIn && answer.StatusCode != (asker == Asker.Nobody ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden)))
        {
            return $"{(int)answer.StatusCode}";
        }

        var told = visit.Value is { } value && text.Contains(value, StringComparison.Ordinal);
        return told == (letIn && visit.Told(asker, isLifted)) ? null : told ? "tells" : $"does not tell {visit.Value}: {text}";
    }
}
