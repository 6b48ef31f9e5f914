using System.Reflection;
using System.Text.Json;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Setup;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NCrontab;

namespace Benchmarking.Service.Tests.Setup;

/// <summary>local.settings.sample.json names every setting there is, with values that the app starts with.</summary>
public sealed class SampleSettingsTests
{
    private const string Prefix = $"{BenchmarkingOptions.Section}__";

    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsStorage", "AzureWebJobsDisableHomepage", "FUNCTIONS_WORKER_RUNTIME", StorageClients.Connection,
        Benchmarking.Service.Telemetry.TelemetrySetup.Endpoint, nameof(Schedules.NightlySchedule), nameof(Schedules.ReconcileSchedule),
    ];

    private static readonly JsonElement Sample =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json"))).RootElement;

    private static Dictionary<string, string?> Settings =>
        Sample.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString());

    [Fact]
    public void The_sample_names_every_setting_of_the_app_and_what_the_host_needs()
    {
        var settings = typeof(BenchmarkingOptions).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanWrite)
            .Select(property => Prefix + property.Name);
        Assert.Equal(settings.Concat(OfTheHost).Order(StringComparer.Ordinal), Settings.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_has_the_shape_that_the_host_reads()
    {
        Assert.Equal(["IsEncrypted", "Values"], Sample.EnumerateObject().Select(part => part.Name));
        Assert.False(Sample.GetProperty("IsEncrypted").GetBoolean());
        Assert.All(Sample.GetProperty("Values").EnumerateObject(), value => Assert.Equal(JsonValueKind.String, value.Value.ValueKind));
        Assert.Equal("dotnet-isolated", Settings["FUNCTIONS_WORKER_RUNTIME"]);
    }

    [Fact]
    public async Task The_app_can_be_made_with_the_samples_values_and_reads_them_all()
    {
        await using var app = Made(Settings);
        var options = app.Services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value;

        Assert.True(options is { IsDevelopment: true, OpenReads: true });
        foreach (var property in typeof(BenchmarkingOptions).GetProperties().Where(property => property.CanWrite))
        {
            Assert.Equal(Settings[Prefix + property.Name], property.GetValue(options)!.ToString(), ignoreCase: true);
        }

        Assert.NotNull(app.Services.GetRequiredService<StorageClients>());
    }

    [Fact]
    public void The_samples_schedules_are_read_by_the_timers() =>
        Assert.All(Settings.Where(value => value.Key.EndsWith("Schedule", StringComparison.Ordinal)), schedule =>
            Assert.NotNull(CrontabSchedule.TryParse(schedule.Value!, new CrontabSchedule.ParseOptions { IncludingSeconds = true })));

    [Theory]
    [InlineData("Environment", "Test")]
    [InlineData("Environment", "Production")]
    [InlineData("Authentication", "None")]
    [InlineData("MaxReturnBytes", "0")]
    [InlineData("IngestConcurrency", "0")]
    public async Task A_value_that_is_not_one_of_its_setting_keeps_the_app_from_starting(string setting, string value)
    {
        var values = Settings;
        values[Prefix + setting] = value;
        await using var app = Made(values);
        Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<BenchmarkingOptions>>().Value);
    }

    private static WebApplication Made(IEnumerable<KeyValuePair<string, string?>> values)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            values.Select(value => KeyValuePair.Create(value.Key.Replace("__", ":", StringComparison.Ordinal), value.Value)));
        builder.Services.AddService(builder.Configuration);
        var app = builder.Build();
        app.UseService();
        return app;
    }
}
