using System.Text.Json;
using Benchmarking.Functions.Tests.Host.Contract;
using Benchmarking.Functions.Tests.Publish;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The functions as the worker tells them to a host, and the settings that host.json gives them.</summary>
public sealed class FunctionTableTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly string[] Web = ["Web"];

    [Fact]
    public async Task Every_function_is_told_with_its_trigger_and_loaded()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        var triggers = worker.Functions.ToDictionary(function => function.Name, Trigger);
        Assert.Equal(("blobTrigger", "returns/{name}", "EventGrid", "Storage"), Words(triggers["IngestReturn"], "path", "source", "connection"));
        Assert.Equal(("queueTrigger", "stale-slices", "", "Storage"), Words(triggers["RefreshSlice"], "queueName", "-", "connection"));
        Assert.Equal(("queueTrigger", "stale-slices-poison", "", "Storage"), Words(triggers["RecordSlicePoison"], "queueName", "-", "connection"));
        Assert.Equal(("queueTrigger", "webjobs-blobtrigger-poison", "", "Storage"), Words(triggers["RecordBlobPoison"], "queueName", "-", "connection"));
        Assert.Equal(("queueTrigger", "rebuild-requests", "", "Storage"), Words(triggers["StartRebuild"], "queueName", "-", "connection"));
        Assert.Equal(("timerTrigger", "%NightlySchedule%", "", ""), Words(triggers["RefreshBenchmarks"], "schedule", "-", "-"));
        Assert.Equal(("timerTrigger", "%ReconcileSchedule%", "", ""), Words(triggers["ReconcileReturns"], "schedule", "-", "-"));
        Assert.Equal("orchestrationTrigger", triggers["RebuildOrchestration"].GetProperty("type").GetString());
        Assert.All(triggers.Values.Where(trigger => Word(trigger, "type") == "httpTrigger"), trigger =>
        {
            Assert.Equal("Anonymous", Word(trigger, "authLevel"), ignoreCase: true);
            Assert.False(trigger.TryGetProperty("methods", out var methods) && methods.ValueKind == JsonValueKind.Array, "A list of methods makes the host answer others itself.");
        });
    }

    [Fact]
    public async Task Every_address_of_the_interface_has_a_function_of_its_resource_and_every_other_goes_to_the_rest()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        var routes = worker.Functions.Where(function => Word(Trigger(function), "type") == "httpTrigger")
            .ToDictionary(function => Word(Trigger(function), "route").Split('/').ElementAtOrDefault(2) ?? "", function => function.Name);
        using var answer = await worker.Forward(HttpMethod.Get, "/openapi/v1.json");
        var addresses = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/'));
        var resources = addresses.Where(parts => parts is [_, "api", "v1", not "health" and not "openapi", ..]).Select(parts => parts[3]).Distinct();
        Assert.Equal(resources.Order(StringComparer.Ordinal), routes.Keys.Where(route => route.Length > 0).Order(StringComparer.Ordinal));
        Assert.Equal(Web, routes.Where(route => route.Key.Length == 0).Select(route => route.Value));
    }

    [Fact]
    public async Task The_package_has_what_a_host_looks_for_at_its_root()
    {
        var root = await PublishedApp.Root();
        foreach (var file in new[] { "host.json", "worker.config.json", "functions.metadata", "extensions.json", "Benchmarking.Functions.dll", ".azurefunctions/function.deps.json" })
        {
            Assert.True(File.Exists(Path.Combine(root, file)), file);
        }

        var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(root, "host.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal("OpenTelemetry", host.GetProperty("telemetryMode").GetString());
        Assert.Equal(5, host.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    private static JsonElement Trigger(RpcFunctionMetadata function) =>
        function.RawBindings.Select(binding => JsonDocument.Parse(binding).RootElement)
            .Single(binding => Word(binding, "type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));

    private static (string Type, string One, string Two, string Three) Words(JsonElement trigger, string one, string two, string three) =>
        (Word(trigger, "type"), Word(trigger, one), Word(trigger, two), Word(trigger, three));

    private static string Word(JsonElement binding, string name) =>
        binding.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
