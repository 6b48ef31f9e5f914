using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
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

    private static readonly Dictionary<string, string> Settings = Of(Deployment.Production);

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
            .Where(property => property.CanWrite && property.GetValue(defaults) is null)
            .Where(property => property.Name != nameof(BenchmarkingOptions.KeysFile));
        Assert.Equal([nameof(BenchmarkingOptions.Authentication)], without.Select(property => property.Name));
        Assert.All(without, property => Assert.Contains(Prefix + property.Name, Settings.Keys));
        Assert.DoesNotContain(Prefix + nameof(BenchmarkingOptions.KeysFile), Settings.Keys);
    }

    [Fact]
    public void Every_setting_that_a_trigger_looks_up_is_set()
    {
        var looked = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => LookUp().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);
        Assert.NotEmpty(looked);
        Assert.Empty(looked.Except(Settings.Keys));
    }

    [Fact]
    public void No_environment_runs_in_development_or_without_keys()
    {
        foreach (var settings in Deployment.Environments.Select(environment => Of(Deployment.Of(environment))))
        {
            Assert.Equal("Production", settings[Prefix + nameof(BenchmarkingOptions.Environment)]);
            Assert.Equal("Keys", settings[Prefix + nameof(BenchmarkingOptions.Authentication)]);
        }
    }

    [Fact]
    public void The_defaults_are_values_that_the_app_accepts()
    {
        var options = Options(Settings);
        var defaults = new BenchmarkingOptions();
        Assert.Equal((defaults.MaxReturnBytes, defaults.OpenReads), (options.MaxReturnBytes, options.OpenReads));
    }

    /// <summary>Checking a return takes up to 40 times its size, host and worker 512 MB before the first.</summary>
    [Theory]
    [InlineData("flex", 2048, 10_000_000, 3)]
    [InlineData("flex", 4096, 10_000_000, 8)]
    [InlineData("flex", 2048, 100_000_000, 1)]
    [InlineData("flex", 4096, 1_000, 59)]
    [InlineData("premium", 2048, 10_000_000, 7)]
    public void An_instance_takes_in_as_many_returns_at_a_time_as_its_memory_holds(string plan, int memory, int largest, int expected)
    {
        var parameters = string.Create(
            CultureInfo.InvariantCulture, $"param plan = '{plan}'\nparam instanceMemoryMB = {memory}\nparam maxReturnBytes = {largest}");
        var settings = Of(Deployment.Of("dev", parameters));
        Assert.Equal(expected, Options(settings).IngestConcurrency);
        Assert.Equal(
            expected.ToString(CultureInfo.InvariantCulture), settings["AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism"]);
    }

    [Fact]
    public void The_schedules_can_be_read()
    {
        var withSeconds = new CrontabSchedule.ParseOptions { IncludingSeconds = true };
        Assert.Equal(
            typeof(Schedules).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            Schedules.Order(StringComparer.Ordinal));
        Assert.All(Schedules, schedule => Assert.NotNull(CrontabSchedule.Parse(Settings[schedule], withSeconds)));
    }

    [Fact]
    public void The_app_opens_its_storage_with_these_settings_and_not_without_one_of_the_addresses()
    {
        var addresses = Settings.Keys.Where(key => key.StartsWith("Storage__", StringComparison.Ordinal)).ToDictionary(
            key => key.Replace("__", ":", StringComparison.Ordinal),
            string? (key) => key.EndsWith("Uri", StringComparison.Ordinal)
                ? $"https://{key[9..]}.example.invalid/".ToLowerInvariant()
                : "x");
        var storage = TestStorage.Of(addresses);
        Assert.Equal($"{addresses["Storage:blobServiceUri"]}returns", storage.Returns.Uri.ToString());
        Assert.Equal($"{addresses["Storage:queueServiceUri"]}stale-slices", storage.StaleSliceMessages.Uri.ToString());
        foreach (var missing in addresses.Keys.Where(key => key.EndsWith("Uri", StringComparison.Ordinal)))
        {
            var rest = addresses.Where(setting => setting.Key != missing);
            Assert.Throws<InvalidOperationException>(() => TestStorage.Of(rest));
        }
    }

    /// <summary>A blob trigger by service address needs the queue's address too, the host and Durable Functions all three.</summary>
    [Theory]
    [InlineData("AzureWebJobsStorage", "bmhost")]
    [InlineData(StorageClients.Connection, "bmdata")]
    public void The_host_reaches_each_account_by_identity(string connection, string account)
    {
        var of = Settings.Where(setting => setting.Key.StartsWith($"{connection}__", StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key[(connection.Length + 2)..], setting => setting.Value);
        string[] wanted = ["blobServiceUri", "clientId", "credential", "queueServiceUri", "tableServiceUri"];
        Assert.Equal(wanted, of.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("managedidentity", of["credential"]);
        Assert.Matches(@"/userAssignedIdentities/benchmarking-prod-app'.*\.clientId\]$", of["clientId"]);
        foreach (var service in new[] { "blob", "queue", "table" })
        {
            Assert.Matches($@"/storageAccounts/{account}\w+'.*\.primaryEndpoints\.{service}\]$", of[$"{service}ServiceUri"]);
        }

        Assert.DoesNotContain(connection, Settings.Keys);
    }

    [Fact]
    public void Flex_names_its_runtime_in_its_configuration()
    {
        var site = Deployment.Production.Single("Microsoft.Web/sites");
        var runtime = site.At("properties/functionAppConfig/runtime");
        Assert.Equal(("dotnet-isolated", "10.0"), (runtime.Text("name"), runtime.Text("version")));
        Assert.Null(site.At("properties/siteConfig")["linuxFxVersion"]);
        Assert.DoesNotContain(Settings.Keys, key => key.StartsWith("FUNCTIONS_", StringComparison.Ordinal));
    }

    [Fact]
    public void Premium_names_its_runtime_in_its_settings()
    {
        var site = Deployment.Premium.Single("Microsoft.Web/sites");
        Assert.Null(site.At("properties")["functionAppConfig"]);
        Assert.Equal("DOTNET-ISOLATED|10.0", site.Text("properties/siteConfig/linuxFxVersion"));
        var settings = Of(Deployment.Premium);
        Assert.Equal("dotnet-isolated", settings["FUNCTIONS_WORKER_RUNTIME"]);
        string[] onPremiumOnly =
        [
            "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME",
            "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID",
        ];
        Assert.Equal(onPremiumOnly, settings.Keys.Except(Settings.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_runtime_is_the_one_that_the_code_is_built_for()
    {
        var framework = typeof(BenchmarkingOptions).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        var version = Deployment.Production.Single("Microsoft.Web/sites").Text("properties/functionAppConfig/runtime/version");
        Assert.EndsWith($"=v{version}", framework, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Of(Deployment deployment) => deployment.Single("Microsoft.Web/sites")
        .List("properties/siteConfig/appSettings").ToDictionary(setting => setting.Text("name"), setting => setting.Text("value"));

    private static BenchmarkingOptions Options(Dictionary<string, string> settings)
    {
        var values = settings.Where(setting => setting.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value);
        var options = new ConfigurationBuilder().AddInMemoryCollection(values).Build()
            .GetSection(BenchmarkingOptions.Section).Get<BenchmarkingOptions>()!;
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }

    [GeneratedRegex("%([^%\"]+)%")]
    private static partial Regex LookUp();
}
