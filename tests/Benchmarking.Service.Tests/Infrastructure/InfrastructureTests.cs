using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>What holds for every file of <c>infra/</c>, and for every environment that they make.</summary>
public sealed partial class InfrastructureTests
{
    public static TheoryData<string> Environments => [.. Deployment.Environments];

    private static IEnumerable<(string Name, string Text)> Files => CompileTests.Paths(BicepCompiler.Folder)
        .Select(path => (Path.GetFileName(path), File.ReadAllText(Path.Combine(BicepCompiler.Folder, path))));

    [Fact]
    public void Every_file_begins_with_one_line_that_says_what_it_is_for()
    {
        foreach (var (name, text) in Files)
        {
            var lines = text.Split('\n');
            Assert.True(lines[0].StartsWith("// ", StringComparison.Ordinal) && lines[0].EndsWith('.'), name);
            Assert.False(lines[1].StartsWith("//", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void Every_module_is_used_and_every_output_of_it_is_read()
    {
        var all = string.Concat(Files.Select(file => file.Text));
        foreach (var (name, text) in Files.Where(file => Path.GetExtension(file.Name) == ".bicep" && file.Name != "main.bicep"))
        {
            Assert.Matches($"(module \\w+|from) '(modules/)?{Regex.Escape(name)}'", all);
            var outputs = Output().Matches(text).Select(output => output.Groups[1].Value);
            Assert.All(outputs, output => Assert.Contains($".outputs.{output}", all, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void The_compiler_foretells_every_resource_and_each_carries_the_environment_by_name(string environment)
    {
        var deployment = Deployment.Of(environment);
        Assert.Empty(deployment.Diagnostics);
        var tagged = deployment.Resources.Where(resource => resource["tags"] is not null).ToList();
        Assert.InRange(tagged.Count, 10, 30);
        Assert.All(tagged, resource => Assert.Equal(
            ("benchmarking", environment), (resource.Text("tags/application"), resource.Text("tags/environment"))));
    }

    [Fact]
    public void There_are_an_environment_to_try_things_one_like_production_and_production() =>
        Assert.Equal(["dev", "prod", "test"], Deployment.Environments);

    [Fact]
    public void No_file_holds_a_secret_or_an_address()
    {
        foreach (var (_, text) in Files)
        {
            Assert.DoesNotMatch(LooksLikeSecret(), text);
            Assert.DoesNotMatch(Address(), text);
        }
    }

    /// <summary>As a parameter or an output it would be kept with the deployment for everybody to read who may see deployments.</summary>
    [Fact]
    public void The_one_key_that_is_looked_up_goes_into_the_address_of_the_webhook_and_nowhere_else()
    {
        var (exitCode, output) = BicepCompiler.Run(BicepCompiler.Folder, Deployment.Variables, "build", "main.bicep", "--stdout");
        Assert.Equal(0, exitCode);
        var found = Strings(JsonNode.Parse(output)!).Where(entry => LooksUpKey().IsMatch(entry.Value)).ToList();
        Assert.Equal("endpointUrl", Assert.Single(found).Property);
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Storage_takes_no_key_no_stranger_and_no_old_cipher(string environment)
    {
        var accounts = Deployment.Of(environment).OfType("Microsoft.Storage/storageAccounts").ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts.Select(account => account.At("properties")), account =>
        {
            Assert.False(account.Is("allowSharedKeyAccess"));
            Assert.False(account.Is("allowBlobPublicAccess"));
            Assert.True(account.Is("supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
        });
        var containers = Deployment.Of(environment).OfType("Microsoft.Storage/storageAccounts/blobServices/containers").ToList();
        Assert.InRange(containers.Count, 6, 20);
        Assert.All(containers, container => Assert.Equal("None", container.Text("properties/publicAccess")));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void What_was_filed_can_be_brought_back_and_in_production_its_account_is_locked(string environment)
    {
        var deployment = Deployment.Of(environment);
        var blobs = OfDataAccount("Microsoft.Storage/storageAccounts/blobServices").At("properties");
        Assert.True(blobs.Is("isVersioningEnabled"));
        Assert.True(blobs.Is("deleteRetentionPolicy/enabled"));
        Assert.True(blobs.Is("containerDeleteRetentionPolicy/enabled"));
        var rules = OfDataAccount("Microsoft.Storage/storageAccounts/managementPolicies").List("properties/policy/rules");
        Assert.Null(Assert.Single(rules).At("definition/actions")["baseBlob"]);
        var locks = deployment.OfType("Microsoft.Authorization/locks")
            .Where(one => one.Text("id").Contains("/bmdata", StringComparison.Ordinal));
        Assert.Equal(environment == "prod" ? ["CanNotDelete"] : [], locks.Select(one => one.Text("properties/level")));

        JsonNode OfDataAccount(string type) =>
            Assert.Single(deployment.OfType(type), resource => resource.Text("name").StartsWith("bmdata", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Property, string Value)> Strings(JsonNode? node, string property = "") => node switch
    {
        JsonObject map => map.SelectMany(entry => Strings(entry.Value, entry.Key)),
        JsonArray list => list.SelectMany(item => Strings(item, property)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(property, text)],
        _ => [],
    };

    [GeneratedRegex(@"^output (\w+)", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"\blist\w+\(|AccountKey=|SharedAccess", RegexOptions.IgnoreCase)]
    private static partial Regex LooksUpKey();

    [GeneratedRegex(@"[A-Za-z0-9+/]{20,}==|[A-Za-z0-9]{40,}|(password|secret)\w*\s*[:=]\s*'[^']+'")]
    private static partial Regex LooksLikeSecret();

    [GeneratedRegex(@"[\w.]+@[\w-]+\.(uk|com|org|net)\b")]
    private static partial Regex Address();
}
