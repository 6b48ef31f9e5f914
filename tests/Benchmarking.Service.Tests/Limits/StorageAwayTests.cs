using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;

namespace Benchmarking.Service.Tests.Limits;

/// <summary>An account that keeps its connections and does not answer: everybody is told soon, nothing that was answered is lost, and no
/// restart is needed.</summary>
public sealed class StorageAwayTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Address = "/api/v1/returns/tameside/2012-13/savings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_storage_does_not_answer_everybody_is_told_and_afterwards_all_goes_on()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__StorageTrySeconds", "1"));
        var answered = new List<string> { (await Filed(app, "5000000")).GetProperty("sha256").GetString()! };
        azurite.Pause();
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var ready = await app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3));
            await IsUnreachable(ready);
            using var live = await app.Http.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);

            using var refused = await Put(app, "6000000");
            await IsUnreachable(refused);
            using var read = await app.Http.GetAsync(new Uri(Address, UriKind.Relative), Cancellation);
            await IsUnreachable(read);
        }
        finally
        {
            azurite.Resume();
        }

        await app.WaitUntil("the app is ready again", async () =>
        {
            using var ready = await app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
            return ready.StatusCode == HttpStatusCode.OK;
        });
        answered.Add((await Filed(app, "7000000")).GetProperty("sha256").GetString()!);
        var history = (await app.Get("/returns/tameside/2012-13/savings")).GetProperty("revisions").EnumerateArray()
            .Select(upload => upload.GetProperty("sha256").GetString()!).ToArray();
        Assert.Equal(answered, history.Where(answered.Contains));
    }

    private static async Task IsUnreachable(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("storage-unreachable", problem.GetProperty("code").GetString());
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
    }

    private static async Task<JsonElement> Filed(RunningApp app, string amount)
    {
        using var answer = await Put(app, amount);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private static Task<HttpResponseMessage> Put(RunningApp app, string amount)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = new StringContent(SampleFiles.Corrected(amount, null)) };
        request.Headers.Add("X-Api-Key", app.Operator);
        return app.Http.SendAsync(request, Cancellation);
    }
}
