using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Appraising;

/// <summary>One running app for the tests of a class: appraisals store nothing, so that tests cannot meet.</summary>
public sealed class AppraisalApp : IAsyncLifetime
{
    private readonly Azurite azurite = new();
    private RunningApp? app;

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = await RunningApp.Start(azurite.NewAccount());
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await azurite.DisposeAsync();
    }

    /// <summary>Posts a body to an appraisal and gives the status, the kind of content and the answer.</summary>
    internal async Task<(int Status, string? Type, JsonElement Body)> Post(string appraisal, string body, string? key = null)
    {
        using var answer = await Send(appraisal, body, key);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType,
            await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    internal async Task<string> PostForText(string appraisal, string body)
    {
        using var answer = await Send(appraisal, body, null);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Send(string appraisal, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/appraisals/{appraisal}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return await app!.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
