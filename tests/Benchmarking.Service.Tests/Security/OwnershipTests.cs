using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Security;

/// <summary>What somebody saved is changed by the key that saved it and by operators.</summary>
public sealed class OwnershipTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/peer-groups/club", """{"label": "One", "councils": ["hackney", "kent"]}""", """{"label": "Two", "councils": ["york", "kent"]}""")]
    [InlineData("/programmes/plan", """{"name": "One", "unit": "gbp", "base": [{"council": "hackney", "value": 1}], "amount": 3}""", "")]
    public async Task An_analyst_changes_what_is_its_own_and_not_what_another_saved(string address, string first, string second)
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        if (second.Length == 0)
        {
            (first, second) = await Plans(service);
        }

        using var saved = await Send(service, Asker.Analyst, HttpMethod.Put, address, first);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(Cancellation));

        var other = await NewAnalyst(service);
        foreach (var (method, body) in new[] { (HttpMethod.Put, second), (HttpMethod.Put, first), (HttpMethod.Delete, null) })
        {
            using var refused = await Send(service, Asker.Nobody, method, address, body, other);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.Equal((HttpStatusCode.Forbidden, "saved-by-another"), (refused.StatusCode, problem.GetProperty("code").GetString()));
            Assert.DoesNotContain(GuardedService.Label, problem.GetRawText(), StringComparison.Ordinal);
        }

        using var mine = await Send(service, Asker.Analyst, HttpMethod.Put, address, second);
        using var operators = await Send(service, Asker.Operator, HttpMethod.Put, address, first);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (mine.StatusCode, operators.StatusCode));
        using var still = await Send(service, Asker.Analyst, HttpMethod.Put, address, second);
        Assert.True(still.IsSuccessStatusCode, "What an operator changed is its owner's still.");
        using var gone = await Send(service, Asker.Analyst, HttpMethod.Delete, address, null);
        using var free = await Send(service, Asker.Nobody, HttpMethod.Put, address, first, other);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (gone.StatusCode, free.StatusCode));
    }

    /// <summary>A programme that ships, under two names.</summary>
    private static async Task<(string First, string Second)> Plans(GuardedService service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes");
        using var listed = await service.Send(Asker.Analyst, request);
        var programmes = (await listed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("programmes");
        var id = programmes[0].GetProperty("id").GetString();
        using var one = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/programmes/{id}");
        using var answer = await service.Send(Asker.Analyst, one);
        var plan = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("programme");
        var name = plan.GetProperty("name").GetString()!;
        return (plan.GetRawText(), plan.GetRawText().Replace(name, "Another name", StringComparison.Ordinal));
    }

    private static async Task<string> NewAnalyst(GuardedService service)
    {
        using var issued = await Send(service, Asker.Operator, HttpMethod.Post, "/operations/keys",
            """{"role": "analyst", "name": "Another analyst"}""");
        return (await issued.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("key").GetString()!;
    }

    /// <summary>Any version that is there is taken, so that only the owner is asked about.</summary>
    private static async Task<HttpResponseMessage> Send(
        GuardedService service, Asker asker, HttpMethod method, string address, string? body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{address}");
        request.Content = body is null ? null : new StringContent(body);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (method == HttpMethod.Put && await IsThere(service, address))
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        return await service.Send(asker, request);
    }

    private static async Task<bool> IsThere(GuardedService service, string address)
    {
        var shown = address.Replace("/peer-groups/", "/peer-groups/saved:", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{shown}");
        using var answer = await service.Send(Asker.Analyst, request);
        return answer.IsSuccessStatusCode;
    }
}
