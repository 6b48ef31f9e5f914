using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Publishers' datasets over HTTP: whose receipt a load is answered with, and who may read what was found in it.</summary>
public sealed class DatasetEndpointTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Address = "/api/v1/datasets/revenue-outturn/2012-13";

    [Fact]
    public async Task A_load_that_another_wrote_over_is_told_so_and_never_shown_the_others_receipt()
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        byte[][] files = [.. Enumerable.Range(1, 12).Select(number => Encoding.UTF8.GetBytes($"analyst,{number}\n"))];
        var answers = await Task.WhenAll(files.Select(file => Load(service, file)));
        for (var at = 0; at < files.Length; at++)
        {
            var (status, body) = answers[at];
            if (status == HttpStatusCode.OK)
            {
                Assert.Equal(Receipt.Fingerprint(files[at]), body.GetProperty("sha256").GetString());
            }
            else
            {
                Assert.Equal((HttpStatusCode.Conflict, "dataset-replaced"), (status, body.GetProperty("code").GetString()));
            }
        }

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Asker.Analyst, true)]
    [InlineData(Asker.Operator, true)]
    [InlineData(Asker.Own, false)]
    [InlineData(Asker.Nobody, false)]
    public async Task Whoever_loads_datasets_reads_what_was_found_in_one_and_others_read_its_codes(Asker asker, bool isWhole)
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        var (_, loaded) = await Load(service, Encoding.UTF8.GetBytes("a heading of the publisher,amount\n1,2\n"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/receipts/{loaded.GetProperty("id").GetString()}");
        using var answer = await service.Send(asker, request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var read = JsonDocument.Parse(text).RootElement;
        Assert.Equal(loaded.GetProperty("findingsTotal").GetInt32(), read.GetProperty("findings").GetArrayLength());
        Assert.Equal(isWhole, text.Contains("a heading of the publisher", StringComparison.Ordinal));
        Assert.StartsWith("datasets", read.GetProperty("path").GetString(), StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Load(GuardedService service, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await service.Send(Asker.Analyst, request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement);
    }
}
