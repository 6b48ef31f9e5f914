using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Benchmarking.Core.Publishing;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Two clients file different bytes for one return at the same moment, over one instance and over two, in one format and in both:
/// whoever is answered 200 has the receipt of the bytes sent, and every receipt is in the history.</summary>
public sealed class SimultaneousUploadsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const int Rounds = 100;
    private const string Address = "hackney/2012-13/savings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_files_at_once_each_has_its_own_receipt_in_the_history_or_its_sender_is_told()
    {
        var connection = azurite.NewAccount();
        await using var one = await RunningApp.Start(connection);
        await using var other = await RunningApp.Start(connection);
        var (answered, foreign, told) = (new List<(string Hash, string Receipt)>(), 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            // One instance and two in turn, and in every third round the second file is in the other format.
            var second = round % 2 == 0 ? other : one;
            byte[][] files = [Csv(2 * round), round % 3 == 2 ? Workbook(round) : Csv((2 * round) + 1)];
            using var first = Put(one, files[0]);
            using var last = Put(second, files[1]);
            foreach (var (answer, file) in (await Task.WhenAll(Sent(first, one), Sent(last, second))).Zip(files))
            {
                using (answer)
                {
                    var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
                    if (answer.StatusCode != HttpStatusCode.OK)
                    {
                        Assert.Contains(body.GetProperty("code").GetString(), new[] { "return-replaced", "return-contended" });
                        told++;
                        continue;
                    }

                    foreign += body.GetProperty("sha256").GetString() == Receipt.Fingerprint(file) ? 0 : 1;
                    answered.Add((Receipt.Fingerprint(file), body.GetProperty("id").GetString()!));
                    Assert.Equal($"\"{body.GetProperty("id").GetString()}\"", answer.Headers.ETag!.Tag);
                }
            }
        }

        var history = (await one.Get($"/returns/{Address}")).GetProperty("revisions").EnumerateArray()
            .Select(upload => (upload.GetProperty("sha256").GetString()!, upload.GetProperty("receipt").GetString()!)).ToHashSet();
        TestContext.Current.SendDiagnosticMessage(
            $"{Rounds} rounds of two files at once: {answered.Count} answered 200, {told} told otherwise, {foreign} foreign receipts, "
            + $"{answered.Count(file => !history.Contains(file))} files without a history.");
        Assert.Equal((0, 2 * Rounds), (foreign, answered.Count + told));
        Assert.All(answered, file => Assert.Contains(file, history));
        Assert.True(answered.Count >= Rounds, $"Only {answered.Count} files were taken.");
        Assert.Equal(answered.Count, history.Count);
    }

    [Fact]
    public async Task Conditions_and_digests_of_a_PUT_are_honoured()
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());

        Assert.Equal((412, "condition-failed"), await Told(app, Csv(1), Match("*")));
        var first = await Taken(app, Csv(1), NothingFiled);
        Assert.Equal((412, "condition-failed"), await Told(app, Csv(2), NothingFiled));
        Assert.Equal((412, "condition-failed"), await Told(app, Csv(2), Match("\"another\"")));
        Assert.Equal((412, "condition-failed"), await Told(app, Csv(2), Match($"W/{first}")));
        Assert.Equal((400, "condition-unreadable"), await Told(app, Csv(2), Match("no quotes")));

        // The tag of the PUT's answer, and that of the return as it is got, are both good.
        await Taken(app, Csv(2), Match(first));
        using var got = await app.Http.GetAsync(new Uri($"/api/v1/returns/{Address}", UriKind.Relative), Cancellation);
        var third = await Taken(app, Csv(3), Match($"\"x\", {got.Headers.ETag!.Tag}"));
        Assert.Equal((412, "condition-failed"), await Told(app, Csv(4), Match(got.Headers.ETag!.Tag)));

        // Sent again because its answer was lost, a file is the same upload.
        Assert.Equal(third, await Taken(app, Csv(3), Match(got.Headers.ETag!.Tag)));

        Assert.Equal((400, "digest-mismatch"), await Told(app, Csv(4), Digest($"sha-256={Base64(SHA256.HashData(Csv(5)))}")));
        Assert.Equal((400, "digest-mismatch"),
            await Told(app, Csv(4), Digest($"sha-256={Base64(SHA256.HashData(Csv(4)))}, sha-512={Base64(SHA512.HashData(Csv(5)))}")));
        Assert.Equal((400, "digest-unreadable"), await Told(app, Csv(4), Digest("sha-256=2jmj7l5rSw0yVb/vlWAYkK/YBwk=")));
        await Taken(app, Csv(4), Digest($"md5=:AAAA:, sha-256={Base64(SHA256.HashData(Csv(4)))}"));
        Assert.Equal(4, (await app.Get($"/returns/{Address}")).GetProperty("revisions").GetArrayLength());
    }

    private static byte[] Csv(int number) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"financial_year,category,amount,unit,status,note\n2012-13,total,{5_000_000 + number},gbp,actual,numbered for this test\n"));

    /// <summary>A rejected workbook is an upload like any other.</summary>
    private static byte[] Workbook(int number) => [.. "PK\u0003\u0004"u8, .. Encoding.UTF8.GetBytes($"no workbook {number}")];

    private static string Base64(byte[] hash) => $":{Convert.ToBase64String(hash)}:";

    private static Action<HttpRequestMessage> Match(string tags) => request => request.Headers.TryAddWithoutValidation("If-Match", tags);

    private static void NothingFiled(HttpRequestMessage request) => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);

    private static Action<HttpRequestMessage> Digest(string digest) =>
        request => request.Content!.Headers.TryAddWithoutValidation("Content-Digest", digest);

    private static HttpRequestMessage Put(RunningApp app, byte[] file)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/returns/{Address}") { Content = new ByteArrayContent(file) };
        request.Headers.Add("X-Api-Key", app.Operator);
        return request;
    }

    private static Task<HttpResponseMessage> Sent(HttpRequestMessage request, RunningApp app) => app.Http.SendAsync(request, Cancellation);

    private static async Task<(int Status, string Code)> Told(RunningApp app, byte[] file, Action<HttpRequestMessage> with)
    {
        using var request = Put(app, file);
        with(request);
        using var answer = await Sent(request, app);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString()!);
    }

    /// <summary>The entity tag of a file that was taken in.</summary>
    private static async Task<string> Taken(RunningApp app, byte[] file, Action<HttpRequestMessage> with)
    {
        using var request = Put(app, file);
        with(request);
        using var answer = await Sent(request, app);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }
}
