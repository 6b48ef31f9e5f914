using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Benchmarking.Service.Settings;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Tests.Emulation;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>The settings that the infrastructure gives the app, against what the app and its host read.</summary>
public sealed partial class AppSettingsTests
{
    private const string Prefix = $"{BenchmarkingOptions.Section}__";

    private static readonly IReadOnlyDictionary<string, string> Settings = BicepFile.Module("function-app").Entries("settings");

    private static readonly IReadOnlyList<string> Schedules =
        [.. Settings.Keys.Where(key => key.EndsWith("Schedule", StringComparison.Ordinal))];

    [Fact]
    public void Every_setting_is_one_that_the_app_knows()
    {
        var known = typeof(BenchmarkingOptions).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BenchmarkingOptions).Namespace)
            .SelectMany(type => type.GetProperties()).Where(property => property.CanWrite).Select(property => property.Name);
        var given = Settings.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Select(key => key[Prefix.Length..]);
        Assert.Empty(given.Concat(Schedules).Except(known));
    }

    [Fact]
    public void Every_option_that_has_no_default_is_set_but_the_one_for_development()
    {
        var defaults = new BenchmarkingOptions();
        var without = typeof(BenchmarkingOptions).GetProperties()
            .Where(property => property.CanWrite && property.GetValue(defaults) is null && property.Name != nameof(BenchmarkingOptions.KeysFile));
        Assert.Equal([nameof(BenchmarkingOptions.Authentication)], without.Select(property => property.Name));
        Assert.All(without, property => Assert.Contains(Prefix + property.Name, Settings.Keys));
        Assert.DoesNotContain(Prefix + nameof(BenchmarkingOptions.KeysFile), Settings.Keys);
    }

    [Fact]
    public void Every_setting_that_a_trigger_looks_up_is_set()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "functions"));
        var looked = folders.Select(folder => Path.Combine(folder, "function.json")).Where(File.Exists)
            .SelectMany(file => LookUp().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        Assert.All(looked, name => Assert.Contains(name, Settings.Keys));
    }

    [Fact]
    public void No_environment_runs_in_development_or_without_keys()
    {
        Assert.Equal("'Production'", Settings[Prefix + nameof(BenchmarkingOptions.Environment)]);
        Assert.Equal("'Keys'", Settings[Prefix + nameof(BenchmarkingOptions.Authentication)]);
    }

    [Fact]
    public void The_defaults_are_values_that_the_app_accepts()
    {
        var values = Settings.Where(setting => setting.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)Value(setting.Value));
        var options = new ConfigurationBuilder().AddInMemoryCollection(values).Build()
            .GetSection(BenchmarkingOptions.Section).Get<BenchmarkingOptions>()!;
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var defaults = new BenchmarkingOptions();
        Assert.Equal(
            (defaults.MaxReturnBytes, defaults.IngestConcurrency, defaults.OpenReads),
            (options.MaxReturnBytes, options.IngestConcurrency, options.OpenReads));
    }

    [Fact]
    public void The_schedules_can_be_read()
    {
        var withSeconds = new CrontabSchedule.ParseOptions { IncludingSeconds = true };
        Assert.Equal(2, Schedules.Count);
        Assert.All(Schedules, schedule => Assert.NotNull(CrontabSchedule.Parse(Value(Settings[schedule]), withSeconds)));
    }

    [Fact]
    public void The_app_opens_its_storage_with_these_settings_and_not_without_one_of_the_addresses()
    {
        var addresses = Settings.Keys.Where(key => key.StartsWith("Storage__", StringComparison.Ordinal)).ToDictionary(
            key => key.Replace("__", ":", StringComparison.Ordinal),
            key => key.EndsWith("Uri", StringComparison.Ordinal) ? $"https://{key[9..]}.example.invalid/".ToLowerInvariant() : (string?)"x");
        var storage = TestStorage.Of(addresses);
        Assert.Equal($"{addresses["Storage:blobServiceUri"]}returns", storage.Returns.Uri.ToString());
        Assert.Equal($"{addresses["Storage:queueServiceUri"]}stale-slices", storage.StaleSliceMessages.Uri.ToString());
        foreach (var missing in addresses.Keys.Where(key => key.EndsWith("Uri", StringComparison.Ordinal)))
        {
            var rest = addresses.Where(setting => setting.Key != missing);
            Assert.Throws<InvalidOperationException>(() => TestStorage.Of(rest));
        }
    }

    /// <summary>functions-contract B.3: a blob trigger by service address needs the queue address too, and the host all three.</summary>
    [Theory]
    [InlineData("AzureWebJobsStorage")]
    [InlineData(StorageClients.Connection)]
    public void The_host_reaches_each_account_by_identity(string connection)
    {
        string[] wanted = ["blobServiceUri", "clientId", "credential", "queueServiceUri", "tableServiceUri"];
        Assert.Equal(
            wanted,
            Settings.Keys.Where(key => key.StartsWith($"{connection}__", StringComparison.Ordinal)).Select(key => key[(connection.Length + 2)..]).Order());
        Assert.Equal("'managedidentity'", Settings[$"{connection}__credential"]);
        Assert.DoesNotContain(connection, Settings.Keys);
    }

    [Fact]
    public void Flex_names_its_runtime_in_its_configuration_and_Premium_in_its_settings()
    {
        var module = BicepFile.Module("function-app");
        Assert.Contains("name: 'custom'", module.Code, StringComparison.Ordinal);
        Assert.Equal("'custom'", module.Entries("premiumSettings")["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.DoesNotContain("FUNCTIONS_WORKER_RUNTIME", Settings.Keys);
        Assert.Contains("union(settings, flex ? {} : premiumSettings)", module.Code, StringComparison.Ordinal);
    }

    /// <summary>What a setting's text comes to by the defaults of main.bicep: a literal, or <c>string(x)</c>, <c>x ? 'true' : 'false'</c>, <c>x</c>.</summary>
    private static string Value(string text) => text.StartsWith('\'')
        ? text.Trim('\'')
        : BicepFile.Main.Default(text.Replace("string(", "", StringComparison.Ordinal).TrimEnd(')').Split(' ')[0])!;

    [GeneratedRegex("%([^%\"]+)%")]
    private static partial Regex LookUp();
}
