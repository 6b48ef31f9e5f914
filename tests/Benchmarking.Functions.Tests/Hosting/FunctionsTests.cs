using System.Text.Json;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Benchmarking.Service.Setup;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>What the worker tells its host of the functions, and the files that the host reads.</summary>
public sealed class FunctionsTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    [Fact]
    public void Every_function_is_loaded_and_says_what_fires_it()
    {
        string[] parts = ["type", "path", "queueName", "schedule", "connection", "source"];
        var found = fixture.Worker.Channel.Functions
            .Select(function =>
                (function.Name, Trigger: function.RawBindings.Select(binding => JsonElement.Parse(binding)).First(IsTrigger)))
            .Where(function =>
                function.Trigger.GetProperty("type").GetString() is not ("httpTrigger" or "activityTrigger" or "orchestrationTrigger"))
            .ToDictionary(function => function.Name,
                function => string.Join(' ', parts.Select(part => Text(function.Trigger, part)).OfType<string>()));
        Assert.Equal(
            new Dictionary<string, string>
            {
                [FunctionNames.IngestReturn] = "blobTrigger returns/{name} Storage EventGrid",
                [FunctionNames.IngestDataset] = "blobTrigger datasets/{name} Storage EventGrid",
                [FunctionNames.RefreshSlice] = $"queueTrigger {StorageClients.StaleSlicesQueue} Storage",
                [FunctionNames.RecordBlobPoison] = $"queueTrigger {FunctionNames.BlobPoisonQueue} Storage",
                [FunctionNames.RecordSlicePoison] = $"queueTrigger {FunctionNames.SlicePoisonQueue} Storage",
                [FunctionNames.RecordRebuildPoison] = $"queueTrigger {FunctionNames.RebuildPoisonQueue} Storage",
                [FunctionNames.StartRebuild] = $"queueTrigger {StorageClients.RebuildRequestsQueue} Storage",
                ["RefreshBenchmarks"] = $"timerTrigger %{nameof(Schedules.NightlySchedule)}%",
                [FunctionNames.ReconcileReturns] = $"timerTrigger %{nameof(Schedules.ReconcileSchedule)}%",
            }.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            found.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(fixture.Worker.Channel.Functions.Count, fixture.Worker.Channel.Loaded);
    }

    [Fact]
    public async Task Every_address_of_the_service_reaches_a_function_of_its_name()
    {
        var routes = HttpRoutes();
        foreach (var resource in await Resources())
        {
            var name = string.Concat(resource.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            Assert.True(routes.Remove(name, out var route), $"No function {name}.");
            Assert.Equal($"api/v1/{resource}/{{*rest}}", route);
        }

        Assert.Equal([KeyValuePair.Create("Web", "{*path}")], routes);
    }

    [Fact]
    public void No_http_function_asks_for_a_key_of_the_host_or_names_methods()
    {
        foreach (var trigger in fixture.Worker.Channel.Functions.SelectMany(function => function.RawBindings)
            .Select(binding => JsonElement.Parse(binding)).Where(IsHttp))
        {
            Assert.Equal("Anonymous", Text(trigger, "authLevel"), ignoreCase: true);
            Assert.False(trigger.TryGetProperty("methods", out var methods) && methods.GetArrayLength() > 0);
        }
    }

    [Fact]
    public void The_host_tries_five_times_and_waits_longer_than_one_invocation_may_take()
    {
        var host = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "functions", "host.json")));
        var extensions = host.GetProperty("extensions");
        Assert.Equal("", Text(extensions.GetProperty("http"), "routePrefix"));
        Assert.Equal(FunctionNames.Tries, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(FunctionNames.Tries, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("OpenTelemetry", Text(host, "telemetryMode"));
        var limit = TimeSpan.Parse(Text(host, "functionTimeout")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(new BenchmarkingOptions().InvocationSeconds < limit.TotalSeconds);
    }

    /// <summary>Where no setting says otherwise, as under Core Tools: the infrastructure computes the same for the size that it
    /// deploys.</summary>
    [Fact]
    public void The_host_takes_in_as_many_returns_at_a_time_as_the_smallest_instances_memory_holds()
    {
        const int HostAndWorker = 512;
        const int LargestReturn = 400;
        var infrastructure = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.bicep"));
        Assert.Contains("param instanceMemoryMB int = 2048\n", infrastructure, StringComparison.Ordinal);
        var host = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "functions", "host.json")));
        var returns = host.GetProperty("extensions").GetProperty("blobs").GetProperty("maxDegreeOfParallelism").GetInt32();
        Assert.Equal((2048 - HostAndWorker) / LargestReturn, returns);
    }

    private Dictionary<string, string> HttpRoutes() => fixture.Worker.Channel.Functions
        .SelectMany(function => function.RawBindings.Select(binding => JsonElement.Parse(binding)).Where(IsHttp)
            .Select(trigger => (function.Name, Route: Text(trigger, "route")!)))
        .ToDictionary(function => function.Name, function => function.Route);

    /// <summary>The first part of every route below the interface's root.</summary>
    private static async Task<string[]> Resources()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[StorageClients.Connection] = "UseDevelopmentStorage=true";
        builder.Configuration["Benchmarking:Environment"] = "Development";
        builder.Services.AddService(builder.Configuration);
        await using var app = builder.Build();
        app.UseService();
        return
        [
            .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Split('/'))
                .Where(parts => parts is ["api", "v1", not ("health" or "openapi"), ..])
                .Select(parts => parts[2]).Distinct(),
        ];
    }

    private static bool IsTrigger(JsonElement binding) => Text(binding, "type")!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    private static bool IsHttp(JsonElement binding) => Text(binding, "type") == "httpTrigger";

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
