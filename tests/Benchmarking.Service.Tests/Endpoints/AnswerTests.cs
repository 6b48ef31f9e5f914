using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benchmarking.Service.Tests.Endpoints;

/// <summary>What every answer has: headers, a HEAD beside each GET, and a problem whatever the caller accepts.</summary>
public sealed class AnswerTests(InProcessService service) : IClassFixture<InProcessService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/councils?q=hackney", 200)]
    [InlineData("GET", "/api/v1/templates/savings", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/api/v1/councils?per=1", 400)]
    [InlineData("POST", "/api/v1/appraisals/attribution", 400)]
    [InlineData("GET", "/api/v1/operations/keys", 401)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("PATCH", "/api/v1/councils", 405)]
    [InlineData("GET", "/api/v1/metrics", 503)]
    public async Task Every_answer_has_the_security_headers_that_of_a_failure_too(string method, string address, int status)
    {
        using var answer = await service.Send(method, address);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(["Accept", "X-Api-Key"], answer.Headers.Vary.Order(StringComparer.Ordinal));
        Assert.False(answer.Headers.CacheControl is { Private: true });
    }

    [Theory]
    [InlineData("GET", "/api/v1/councils?q=hackney", 200)]
    [InlineData("GET", "/api/v1/templates/savings", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("HEAD", "/api/v1/councils", 200)]
    [InlineData("GET", "/api/v1/councils?per=1", 400)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/metrics", 503)]
    public async Task What_is_answered_to_a_key_nobody_keeps(string method, string address, int status)
    {
        using var answer = await service.Send(method, address, InProcessService.OperatorKey);
        Assert.Equal((status, "no-store, private"), ((int)answer.StatusCode, answer.Headers.CacheControl!.ToString()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br, gzip")]
    public async Task A_body_that_is_encoded_is_refused_and_told_what_is_taken(string encoding)
    {
        using var body = new StringContent("{}");
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var answer = await service.Send("POST", "/api/v1/appraisals/attribution", body: body);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((415, "body-encoded"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("identity", Assert.Single(answer.Headers.GetValues("Accept-Encoding")));
    }

    [Fact]
    public async Task The_description_names_the_scheme_of_keys_and_where_one_is_shown()
    {
        using var answer = await service.Send("GET", "/openapi/v1.json");
        var description = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var scheme = description.GetProperty("components").GetProperty("securitySchemes").GetProperty("ApiKey");
        Assert.Equal(("apiKey", "header", "X-Api-Key"),
            (scheme.GetProperty("type").GetString(), scheme.GetProperty("in").GetString(), scheme.GetProperty("name").GetString()));
        var operations = description.GetProperty("paths").EnumerateObject()
            .Where(path => !path.Name.Contains("/health/", StringComparison.Ordinal))
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value))).ToArray();
        Assert.True(operations.Length > 40, "The operations are no longer found.");
        Assert.All(operations, operation => Assert.True(
            operation.Value.TryGetProperty("security", out var security) && security[0].TryGetProperty("ApiKey", out _), operation.Name));
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
