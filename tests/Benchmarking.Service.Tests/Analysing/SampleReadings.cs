using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benchmarking.Service.Tests.App;

namespace Benchmarking.Service.Tests.Analysing;

/// <summary>Test classes that only read share one app with the sample returns.</summary>
[CollectionDefinition(nameof(SampleReadings))]
public sealed class SampleReadings : ICollectionFixture<SampleApp>;

/// <summary>Requests with and without a key, by the address after <c>/api/v1</c>.</summary>
internal static class Requests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Analyst(this RunningApp app) => app.Keys.GetProperty("analyst").GetString()!;

    public static async Task<HttpResponseMessage> Send(this RunningApp app, string method, string address, HttpContent? content = null,
        string? key = null, string? condition = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1{address}") { Content = content };
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (condition is not null)
        {
            request.Headers.TryAddWithoutValidation(condition == "*" ? "If-None-Match" : "If-Match", condition);
        }

        return await app.Http.SendAsync(request, Cancellation);
    }

    public static async Task<JsonElement> GetWithKey(this RunningApp app, string address) =>
        await app.Answer("GET", address, key: app.Analyst());

    public static async Task<JsonElement> Answer(this RunningApp app, string method, string address, string? json = null,
        string? key = null)
    {
        using var answer = await app.Send(method, address, json is null ? null : new StringContent(json), key);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {address}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<string> Text(this RunningApp app, string address, string? key = null)
    {
        using var answer = await app.Send("GET", address, key: key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The status and code of a problem.</summary>
    public static async Task<(int Status, string? Code)> Problem(this RunningApp app, string method, string address, string? json = null,
        string? key = null)
    {
        using var answer = await app.Send(method, address, json is null ? null : new StringContent(json), key);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString());
    }

    public static JsonElement Of(this JsonElement list, string name, string value) =>
        list.EnumerateArray().Single(item => item.GetProperty(name).GetString() == value);

    public static string[] Strings(this JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>The text of a member; null where it is null.</summary>
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static decimal? Number(this JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
