using Benchmarking.Functions.Tests.Hosting;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Work;
using Benchmarking.Service.Work;
using static Benchmarking.Service.Tests.Work.SampleFiles;

namespace Benchmarking.Functions.Tests.Telemetry;

/// <summary>Alerts look for events by name and values among the properties of what Application Insights was sent.</summary>
public sealed class AlertedEventsTests(Azurite azurite) : IClassFixture<Azurite>
{
    private const string Accepted = "accepted";

    [Fact]
    public async Task Lines_arrive_with_the_name_of_their_event_and_their_values_and_the_host_is_told_to_drop_its_own()
    {
        await using var receiver = await InsightsReceiver.Start();
        var connection = azurite.NewAccount();
        await using var worker = await WorkerProcess.Start(connection, receiver.Settings);
        Assert.Equal("True", worker.Channel.Capabilities["WorkerOpenTelemetryEnabled"]);
        using var app = new TestApp(connection);
        await app.Upload(TamesideSavings, Savings("5900000", "11.3"));
        Assert.Null(await TriggerHost.Deliver(worker, TamesideSavings));
        Assert.Null(await TriggerHost.Message(worker, FunctionNames.RefreshSlice, "what is this"));

        await Eventually.Found(() => Found(receiver, nameof(Service.Log.PutAside)));
        var taken = await Eventually.Found(() => Found(receiver, nameof(Service.Log.ReturnTaken)));
        Assert.Equal(Accepted, taken["Status"]);
    }

    [Fact]
    public async Task Where_no_receiver_is_named_the_host_has_the_lines()
    {
        await using var worker = await WorkerProcess.Start(azurite.NewAccount());
        Assert.DoesNotContain("WorkerOpenTelemetryEnabled", worker.Channel.Capabilities.Keys);
        Assert.Null(await TriggerHost.Message(worker, FunctionNames.RefreshSlice, "what is this"));
        await Eventually.True(() => worker.Channel.Log.Any(line => line.Contains("is put aside: not a slice", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string>? Found(InsightsReceiver receiver, string name) => receiver.Records
        .Select(record => record.GetProperty("data").GetProperty("baseData").GetProperty("properties")
            .EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!))
        .FirstOrDefault(properties => properties.GetValueOrDefault("EventName") == name);
}
