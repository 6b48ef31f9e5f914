using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Benchmarking.Service.Http;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Text from outside is plain, or is refused with what is wrong; what is exported runs nothing.</summary>
public sealed class OutsideTextTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly (byte[] Body, string Code)[] Bodies =
    [
        (Encoding.Latin1.GetBytes("""{"label": "Caf\u00e9é"}"""), "body-not-utf-8"),
        (Encoding.UTF8.GetBytes("""{"name": "\ud83d"}"""), "text-half-pair"),
        (Encoding.UTF8.GetBytes("""{"label": ["\udc00"]}"""), "text-half-pair"),
        (Encoding.UTF8.GetBytes("""{"\ud800": 1}"""), "text-half-pair"),
        (Encoding.UTF8.GetBytes("""{"label": "a\u202eb"}"""), "text-unfit"),
        (Encoding.UTF8.GetBytes("""{"name": "a\u0007"}"""), "text-unfit"),
        (Encoding.UTF8.GetBytes("""{"name": "＝1+1"}"""), "text-unfit"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_that_takes_JSON_refuses_text_that_is_none_or_is_not_what_it_looks_like()
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        var doors = Visits.Of(new Planted(Secrets.One, "a", "b", "c", "d", "e", "f", "0123456789abcdef", "0123456789abcdef"))
            .Where(visit => visit is { Body: not null, Type: "application/json" }).ToArray();
        Assert.True(doors.Length > 8, "The endpoints that take JSON are no longer found.");
        foreach (var door in doors)
        {
            foreach (var (body, code) in Bodies)
            {
                using var request = door.Request(Asker.Operator);
                request.Content = new ByteArrayContent(body);
                Assert.Equal((door.Route, 400, code), await Problem(service, door.Route, request));
            }
        }
    }

    [Theory]
    [InlineData("turned%E2%80%AEround", "text-unfit")]
    [InlineData("two%0Alines", "text-unfit")]
    [InlineData("%EF%BC%9D1%2B1", "text-unfit")]
    public async Task A_reason_is_one_plain_line(string reason, string code)
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/returns/westminster/2012-13/savings");
        request.Headers.Add("X-Reason", reason);
        Assert.Equal(("", 400, code), await Problem(service, "", request));
    }

    [Fact]
    public async Task A_list_to_import_that_is_not_UTF_8_is_refused()
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/peer-groups/club")
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("rank,council\n1,hackneyé\n")),
        };
        request.Content.Headers.ContentType = new("text/csv");
        Assert.Equal(("", 400, "body-not-utf-8"), await Problem(service, "", request));
    }

    [Fact]
    public async Task A_key_of_a_role_that_has_no_council_is_not_issued_with_one()
    {
        await using var service = await GuardedService.Start(azurite.NewAccount());
        foreach (var role in new[] { "analyst", "operator" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/operations/keys")
            {
                Content = new StringContent($$"""{"role": "{{role}}", "name": "A. Reader", "council": "hackney"}"""),
            };
            Assert.Equal((role, 400, "council-not-for-role"), await Problem(service, role, request));
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("\u00A0＋1", "'\u00A0＋1")]
    [InlineData("－2", "'－2")]
    [InlineData("-2", "-2")]
    [InlineData("a\u202Eb", "a[U+202E]b")]
    [InlineData("plain – text", "plain – text")]
    public void A_cell_of_a_CSV_runs_nothing_and_reads_as_it_is_written(string text, string cell) =>
        Assert.Equal($"{cell}\r\n", CsvTable.Lines([[text]]));

    private static async Task<(string Where, int Status, string? Code)> Problem(
        GuardedService service, string where, HttpRequestMessage request)
    {
        using var answer = await service.Send(Asker.Operator, request);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (where, (int)answer.StatusCode, problem.GetProperty("code").GetString());
    }
}
