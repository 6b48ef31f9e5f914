using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Storing;
using Benchmarking.Service.Security;
using Benchmarking.Service.Tests.App;
using Benchmarking.Service.Tests.Emulation;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>An operator never mends a table by hand: keys and poison work have endpoints.</summary>
public sealed class OperationsTests(Azurite azurite) : IClassFixture<Azurite>, IAsyncLifetime
{
    private const string BootstrapKey = "the-key-of-the-first-operator";

    private RunningApp app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        app = await RunningApp.Start(azurite.NewAccount(), ("Benchmarking__OperatorKeySha256", KeyStore.IdOf(BootstrapKey)));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_first_operator_issues_keys_and_a_key_does_what_its_role_may_until_it_is_taken_away()
    {
        var issued = await Send(HttpMethod.Post, "/operations/keys", BootstrapKey,
            """{"role": "council", "name": "Hackney, finance", "council": "hackney"}""");
        Assert.Equal(HttpStatusCode.Created, issued.Status);
        var (id, key) = (issued.Body.GetProperty("id").GetString()!, issued.Body.GetProperty("key").GetString()!);
        Assert.Equal(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));

        Assert.Equal("accepted",
            (await app.Put("hackney/2012-13/savings", new StringContent(Savings("3400000", "3.5")), key)).GetProperty("status")
                .GetString());
        Assert.Equal("not-allowed",
            (await app.Put("kent/2012-13/savings", new StringContent(Savings("1", "1")), key)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(HttpMethod.Get, "/operations/keys", key)).Status);

        var listed = await Send(HttpMethod.Get, "/operations/keys", BootstrapKey);
        var hackney = Assert.Single(listed.Body.GetProperty("keys").EnumerateArray(), known => known.GetProperty("id").GetString() == id);
        Assert.Equal("Hackney, finance", hackney.GetProperty("name").GetString());
        Assert.DoesNotContain(key, listed.Body.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Delete, $"/operations/keys/{id}", BootstrapKey)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Delete, $"/operations/keys/{id}", BootstrapKey)).Status);
        Assert.Equal("key-unknown",
            (await app.Put("hackney/2012-13/savings", new StringContent(Savings("3400000", "3.5")), key)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("""{"role": "king", "name": "x"}""", "role-unknown")]
    [InlineData("""{"role": "anonymous", "name": "x"}""", "role-unknown")]
    [InlineData("""{"role": "analyst", "name": " "}""", "name-unreadable")]
    [InlineData("""{"role": "council", "name": "x"}""", "field-missing")]
    [InlineData("""{"role": "council", "name": "x", "council": "atlantis"}""", "council-unknown")]
    [InlineData("""{"role": "analyst", "name": "x", "until": "2030"}""", "field-unknown")]
    [InlineData("role=analyst", "body-unreadable")]
    public async Task A_key_that_cannot_be_issued_says_why(string body, string code)
    {
        var answer = await Send(HttpMethod.Post, "/operations/keys", app.Operator, body);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_operator_cannot_take_away_the_key_in_hand()
    {
        var answer = await Send(HttpMethod.Delete, $"/operations/keys/{KeyStore.IdOf(app.Operator)}", app.Operator);
        Assert.Equal("key-in-use", answer.Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_was_put_aside_stays_listed_while_it_fails_and_leaves_the_list_when_it_succeeds()
    {
        var content = Savings("5900000", "11.3");
        var receipt = new BlobContainerClient(app.Connection, "receipts").GetBlobClient(StorageKeys.ReceiptBlob(
            Receipt.IdFor(TamesideSavings, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), 1)));
        await receipt.UploadAsync(BinaryData.FromString("held"), Cancellation);
        var lease = (await receipt.GetBlobLeaseClient()
            .AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation)).Value.LeaseId;
        await app.Returns.GetBlobClient(TamesideSavings).UploadAsync(BinaryData.FromString(content), Cancellation);
        await app.WaitUntil("it is put aside", async () => (await Aside()).Count == 1);
        var aside = (await Aside()).Single();
        Assert.Equal(TamesideSavings, aside.GetProperty("subject").GetString());
        var address = $"/operations/poison/{aside.GetProperty("trigger").GetString()}/{aside.GetProperty("id").GetString()}";

        var again = await Send(HttpMethod.Post, address, app.Operator);
        Assert.Equal((HttpStatusCode.Conflict, "failed-again"), (again.Status, again.Body.GetProperty("code").GetString()));
        Assert.Single(await Aside());

        await receipt.GetBlobLeaseClient(lease).ReleaseAsync(cancellationToken: Cancellation);
        Assert.Equal("tried again", (await Send(HttpMethod.Post, address, app.Operator)).Body.GetProperty("done").GetString());
        Assert.Empty(await Aside());
        Assert.Equal("accepted", (await app.Get("/returns/tameside/2012-13/savings")).GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Delete, address, app.Operator)).Status);
    }

    [Fact]
    public async Task Nothing_of_it_opens_to_an_analyst()
    {
        var analyst = app.Keys.GetProperty("analyst").GetString()!;
        foreach (var (method, address) in new[]
        {
            (HttpMethod.Get, "/operations/poison"), (HttpMethod.Post, "/operations/poison/a/b"),
            (HttpMethod.Delete, "/operations/poison/a/b"),
            (HttpMethod.Get, "/operations/keys"), (HttpMethod.Post, "/operations/keys"), (HttpMethod.Delete, "/operations/keys/a"),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Send(method, address, analyst)).Status);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> Aside() =>
        [.. (await Send(HttpMethod.Get, "/operations/poison", app.Operator)).Body.GetProperty("poison").EnumerateArray()];

    private async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpMethod method, string address, string key, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{address}");
        request.Headers.Add("X-Api-Key", key);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await app.Http.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }
}
