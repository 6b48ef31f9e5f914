using System.Text.Json;
using Benchmarking.Functions.CustomHandler;
using Benchmarking.Functions.Setup;
using Benchmarking.Functions.Storage;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Triggers;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>The files that a Functions host reads say what the code says.</summary>
public sealed class LayoutTests
{
    private static readonly string Functions = Path.Combine(Repository.Root, "functions");

    private static readonly Dictionary<string, string> Triggers = new()
    {
        [FunctionNames.IngestReturn] = "blobTrigger returns/{name} Storage EventGrid",
        [FunctionNames.RefreshSlice] = $"queueTrigger {StorageClients.StaleSlicesQueue} Storage",
        [FunctionNames.RecordBlobPoison] = $"queueTrigger {FunctionNames.BlobPoisonQueue} Storage",
        [FunctionNames.RecordSlicePoison] = $"queueTrigger {FunctionNames.SlicePoisonQueue} Storage",
        [FunctionNames.RefreshBenchmarks] = $"timerTrigger %{nameof(Schedules.NightlySchedule)}%",
        [FunctionNames.ReconcileReturns] = $"timerTrigger %{nameof(Schedules.ReconcileSchedule)}%",
        ["Http"] = "httpTrigger {*path} anonymous",
    };

    [Fact]
    public void Each_function_has_a_folder_that_names_its_trigger()
    {
        var found = Directory.GetFiles(Functions, "function.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/artifacts/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(Path.GetDirectoryName(file))!, Trigger);
        Assert.Equal(Triggers.OrderBy(pair => pair.Key), found.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void The_handler_has_a_door_for_each_function_that_is_not_http()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();
        builder.Configuration[StorageClients.Connection] = "UseDevelopmentStorage=true";
        builder.Configuration["Benchmarking:Environment"] = "Development";
        builder.AddServices(standAlone: false);
        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal(Triggers.Keys.Where(name => name != "Http").Order(), services.GetRequiredService<HostFunctions>().ByName.Keys.Order());
    }

    [Fact]
    public void The_host_starts_the_executable_forwards_http_and_waits_longer_than_the_handler()
    {
        var host = Read("host.json");
        var handler = host.GetProperty("customHandler");
        Assert.Equal(typeof(HostFunctions).Assembly.GetName().Name, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString());
        Assert.True(handler.GetProperty("enableForwardingHttpRequest").GetBoolean() && handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.Equal("", host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(FunctionNames.Tries, host.GetProperty("extensions").GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        Assert.Equal(FunctionNames.Tries, host.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        var limit = TimeSpan.Parse(host.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(new BenchmarkingOptions().InvocationSeconds < limit.TotalSeconds);
    }

    [Fact]
    public void The_settings_sample_holds_the_schedules_defaults()
    {
        var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json"))).RootElement.GetProperty("Values");
        Assert.Equal(new Schedules().NightlySchedule, sample.GetProperty(nameof(Schedules.NightlySchedule)).GetString());
        Assert.Equal(new Schedules().ReconcileSchedule, sample.GetProperty(nameof(Schedules.ReconcileSchedule)).GetString());
    }

    private static string Trigger(string file)
    {
        var binding = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("bindings")[0];
        string[] parts = ["type", "path", "queueName", "schedule", "route", "connection", "source", "authLevel"];
        return string.Join(' ', parts.Select(part => binding.TryGetProperty(part, out var value) ? value.GetString() : null).OfType<string>());
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Functions, file))).RootElement;
}
