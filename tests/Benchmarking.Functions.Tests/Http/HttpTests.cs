using System.Net;
using Benchmarking.Functions.Tests.Hosting;

namespace Benchmarking.Functions.Tests.Http;

/// <summary>Requests through the published worker, forwarded as a Functions host does, are answered as under Kestrel.</summary>
public sealed class HttpTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_page_is_a_page()
    {
        using var answer = await Send(HttpMethod.Get, "/");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Null(await Outcome(answer));
    }

    [Theory]
    [InlineData("/nothing/here")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/comparisons/a/b/c")]
    public async Task An_unknown_address_is_a_problem(string path)
    {
        using var answer = await Send(HttpMethod.Get, path);
        await IsProblem(answer, HttpStatusCode.NotFound, "route-unknown");
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task A_method_that_an_address_does_not_take_is_a_problem(string method)
    {
        using var answer = await Send(HttpMethod.Parse(method), "/api/v1/metrics");
        await IsProblem(answer, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task Head_reaches_the_services_own_router()
    {
        using var answer = await Send(HttpMethod.Head, "/api/v1/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_parameter_is_a_problem_and_no_failed_invocation()
    {
        using var answer = await Send(HttpMethod.Get, "/api/v1/comparisons/savings-total?year=2012");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Null(await Outcome(answer));
    }

    /// <summary>Kestrel's default in the worker would be an empty 500 above 30 MB; the service's own limit answers.</summary>
    [Fact]
    public async Task A_body_of_forty_megabytes_is_too_large()
    {
        using var beyond = await Send(HttpMethod.Put, "/api/v1/returns/hackney/2012-13/savings", new ByteArrayContent(Filler(40_000_000)),
            fixture.Worker.OperatorKey);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, beyond.StatusCode);
        Assert.Equal("application/problem+json", beyond.Content.Headers.ContentType?.MediaType);
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content = null, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Host = "benchmarking.example.test";
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        return fixture.Worker.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static Task<string?> Outcome(HttpResponseMessage answer) =>
        answer.RequestMessage!.Options.TryGetValue(ForwardedRequests.Outcome, out var outcome)
            ? outcome
            : Task.FromResult<string?>("not invoked");

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(await Outcome(answer));
    }

    private static byte[] Filler(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'x');
        return bytes;
    }
}
