using System.Text.RegularExpressions;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>What holds for every file of <c>infra/</c>.</summary>
public sealed partial class BicepShapeTests
{
    [Fact]
    public void Every_file_begins_with_one_line_that_says_what_it_is_for()
    {
        foreach (var file in BicepFile.All)
        {
            var lines = file.Text.Split('\n');
            Assert.True(lines[0].StartsWith("// ", StringComparison.Ordinal) && lines[0].EndsWith('.'), file.Name);
            Assert.False(lines[1].StartsWith("//", StringComparison.Ordinal), file.Name);
        }
    }

    [Fact]
    public void Every_module_is_deployed_and_handed_exactly_what_it_asks_for()
    {
        var calls = BicepFile.Main.Calls().ToList();
        Assert.Equal(
            BicepFile.Modules.Select(module => $"modules/{module.Name}").Where(path => path != "modules/role-definitions.bicep"),
            calls.Select(call => call.File).Order(StringComparer.Ordinal));
        foreach (var (_, file, given) in calls)
        {
            var module = BicepFile.Module(Path.GetFileNameWithoutExtension(file));
            Assert.Equal((file, string.Join(' ', module.Parameters.Order())), (file, string.Join(' ', given.Order())));
        }
    }

    [Fact]
    public void Every_output_that_is_read_is_one_that_the_module_gives()
    {
        var modules = BicepFile.Main.Calls().ToDictionary(call => call.Symbol, call => call.File);
        var read = OutputRead().Matches(BicepFile.Main.Code);
        Assert.NotEmpty(read);
        foreach (Match use in read)
        {
            var module = BicepFile.Module(Path.GetFileNameWithoutExtension(modules[use.Groups[1].Value]));
            Assert.Contains(use.Groups[2].Value, module.Outputs);
        }
    }

    [Fact]
    public void Nothing_is_declared_in_vain()
    {
        foreach (var file in BicepFile.Modules.Append(BicepFile.Main).Where(file => !file.Code.Contains("@export()", StringComparison.Ordinal)))
        {
            Assert.All(file.Parameters.Concat(file.Variables), name => Assert.True(file.Uses(name) > 1, $"{file.Name}: {name}"));
        }
    }

    [Fact]
    public void Parameter_files_set_what_is_required_and_nothing_that_is_not_declared()
    {
        Assert.Equal(["dev.bicepparam", "prod.bicepparam", "test.bicepparam"], BicepFile.Environments.Select(file => file.Name));
        foreach (var file in BicepFile.Environments)
        {
            Assert.Contains("using '../main.bicep'", file.Code, StringComparison.Ordinal);
            Assert.Contains($"param environmentName = '{Path.GetFileNameWithoutExtension(file.Name)}'", file.Code, StringComparison.Ordinal);
            Assert.Empty(file.Parameters.Except(BicepFile.Main.Parameters));
            Assert.Empty(BicepFile.Main.RequiredParameters.Except(file.Parameters));
        }
    }

    [Fact]
    public void No_file_holds_a_secret_or_asks_for_one()
    {
        foreach (var file in BicepFile.All)
        {
            Assert.DoesNotMatch(AsksForKeys(), file.Text);
            Assert.DoesNotMatch(LooksLikeSecret(), file.Text);
            Assert.DoesNotMatch(Address(), file.Text);
        }

        // The one secret there is: never with a value, never shown.
        foreach (var file in new[] { BicepFile.Main, BicepFile.Module("event-grid") })
        {
            Assert.Matches(@"@secure\(\)\s+param blobsExtensionKey string( = '')?\r?\n", file.Code);
            Assert.DoesNotMatch(@"(?m)^output .*blobsExtensionKey", file.Code);
        }
    }

    [Fact]
    public void Storage_takes_no_key_no_stranger_and_no_old_cipher()
    {
        foreach (var module in new[] { "storage", "host-storage" }.Select(BicepFile.Module))
        {
            Assert.Contains("allowSharedKeyAccess: false", module.Code, StringComparison.Ordinal);
            Assert.Contains("allowBlobPublicAccess: false", module.Code, StringComparison.Ordinal);
            Assert.Contains("minimumTlsVersion: 'TLS1_2'", module.Code, StringComparison.Ordinal);
            Assert.Contains("supportsHttpsTrafficOnly: true", module.Code, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"publicAccess: '(?!None')", module.Code);
        }
    }

    [Fact]
    public void What_was_filed_can_be_brought_back()
    {
        var storage = BicepFile.Module("storage");
        Assert.Contains("isVersioningEnabled: true", storage.Code, StringComparison.Ordinal);
        Assert.Matches(@"deleteRetentionPolicy: \{\s+enabled: true", storage.Code);
        Assert.Matches(@"containerDeleteRetentionPolicy: \{\s+enabled: true", storage.Code);
        Assert.DoesNotContain("baseBlob", storage.Code, StringComparison.Ordinal);
        var production = BicepFile.Environments.Single(file => file.Name == "prod.bicepparam");
        Assert.Contains("param lockData = true", production.Code, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(\w+)\.outputs\.(\w+)")]
    private static partial Regex OutputRead();

    [GeneratedRegex(@"list(Account)?(Keys|Sas|Secrets|Credentials)|AccountKey=|SharedAccess", RegexOptions.IgnoreCase)]
    private static partial Regex AsksForKeys();

    [GeneratedRegex(@"[A-Za-z0-9+/]{20,}==|[A-Za-z0-9]{40,}|(password|secret)\w*\s*[:=]\s*'[^']+'")]
    private static partial Regex LooksLikeSecret();

    [GeneratedRegex(@"[\w.]+@[\w-]+\.(uk|com|org|net)\b")]
    private static partial Regex Address();
}
