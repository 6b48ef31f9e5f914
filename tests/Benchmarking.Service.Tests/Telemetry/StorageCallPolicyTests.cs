using System.Diagnostics.Metrics;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Benchmarking.Service.Tests.Telemetry;

public sealed class StorageCallPolicyTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_succeeds_at_its_second_try_is_one_call_and_one_retry()
    {
        using var instruments = new Instruments();
        var (calls, retries) = (0, 0L);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter, instruments.Meter))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
            calls += instrument.Name == "benchmarking.storage.call.duration"
                && tags.Contains(KeyValuePair.Create("service", (object?)"table")) ? 1 : 0);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            retries += instrument.Name == "benchmarking.storage.retries" ? value : 0);
        listener.Start();

        var faults = new StorageFaults(1, Fault.Before);
        var services = new ServiceCollection().AddSingleton(instruments).AddStorage(
            new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create(StorageClients.Connection, (string?)azurite.NewAccount())]).Build(),
            (options, service) =>
            {
                faults.Arm(options, service);
                options.Retry.MaxRetries = 2;
            });
        await using var provider = services.BuildServiceProvider();
        var storage = provider.GetRequiredService<StorageClients>();
        await storage.Poison.CreateIfNotExistsAsync(Cancellation);

        Assert.Equal((1, 1L), (calls, retries));
    }
}
