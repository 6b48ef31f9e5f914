using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>What every answer has: headers, a HEAD beside each GET, and a problem whatever the caller accepts.</summary>
public sealed class AnswerTests(InProcessService service) : IClassFixture<InProcessService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/councils?q=hackney")]
    [InlineData("/api/v1/councils?per=1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/metrics")]
    public async Task Every_answer_has_the_security_headers_that_of_a_failure_too(string address)
    {
        using var answer = await service.Send("GET", address);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    /// <summary>The catalogue looks into storage, which is not there.</summary>
    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/html")]
    [InlineData("application/vnd.foo+json")]
    public async Task A_failure_is_a_problem_whatever_the_caller_accepts(string accept)
    {
        using var answer = await service.Send("GET", "/api/v1/metrics", accept: accept);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((503, "storage-unreachable"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/councils?per=1", 400)]
    public async Task A_problem_is_one_whatever_the_caller_accepts(string address, int status)
    {
        using var answer = await service.Send("GET", address, accept: "text/csv");
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task HEAD_answers_as_GET_does_without_a_body()
    {
        using var got = await service.Send("GET", "/api/v1/councils?q=hackney");
        using var head = await service.Send("HEAD", "/api/v1/councils?q=hackney");
        Assert.Equal((HttpStatusCode.OK, got.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public void HEAD_is_taken_wherever_GET_is() =>
        Assert.All(
            service.Endpoints.Select(endpoint =>
                endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()!.HttpMethods)
                .Where(methods => methods.Contains("GET")),
            methods => Assert.Contains("HEAD", methods));

    [Fact]
    public async Task Another_method_is_told_so()
    {
        using var answer = await service.Send("PATCH", "/api/v1/councils");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((405, "method-not-allowed"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
    }
}
