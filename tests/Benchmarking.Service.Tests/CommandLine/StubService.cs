using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarking.Service.Tests.CommandLine;

/// <summary>A service on a loopback port that answers as told and remembers what it was asked.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<StubRequest> requests = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<StubAnswer>> answers = new();

    private StubService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public string Address => app.Urls.Single();

    public IReadOnlyCollection<StubRequest> Requests => requests;

    /// <summary>Requests as "METHOD /path?query", in an order that does not depend on chance.</summary>
    public IEnumerable<string> Asked => requests.Select(request => $"{request.Method} {request.PathAndQuery}").Order();

    public static async Task<StubService> StartAsync()
    {
        var service = new StubService();
        await service.app.StartAsync();
        return service;
    }

    /// <summary>Answers of one route come in the order they were given; the last one stays.</summary>
    public StubService On(string method, string path, string body, int status = 200, string type = "application/json")
    {
        answers.GetOrAdd($"{method} {path}", _ => new()).Enqueue(new StubAnswer(status, type, body));
        return this;
    }

    public StubRequest Single(string method) => requests.Single(request => request.Method == method);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        requests.Enqueue(new StubRequest(
            context.Request.Method,
            context.Request.GetEncodedPathAndQuery(),
            context.Request.Headers["X-Api-Key"].FirstOrDefault(),
            context.Request.ContentType,
            body.ToArray()));
        var answer = Next($"{context.Request.Method} {context.Request.Path}");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Type;
        if (answer.Status is >= 300 and < 400)
        {
            context.Response.Headers.Location = "/elsewhere";
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private StubAnswer Next(string route)
    {
        if (!answers.TryGetValue(route, out var queue))
        {
            var problem = $$"""{"code":"stub-has-no-answer","title":"No answer","detail":"{{route}}"}""";
            return new StubAnswer(404, "application/problem+json", problem);
        }

        return queue.Count > 1 && queue.TryDequeue(out var first) ? first : queue.First();
    }

    private sealed record StubAnswer(int Status, string Type, string Body);
}

internal sealed record StubRequest(string Method, string PathAndQuery, string? Key, string? ContentType, byte[] Body);
