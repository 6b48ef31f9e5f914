using System.Text.RegularExpressions;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Who may do what, and where.</summary>
public sealed partial class RightsTests
{
    /// <summary>https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, ids as listed there.</summary>
    private static readonly Dictionary<string, string> Documented = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static TheoryData<string> Environments => [.. Deployment.Environments];

    /// <summary>What the triggers need on the account that they watch; what host, webhook and Durable Functions need on theirs.</summary>
    [Theory]
    [MemberData(nameof(Environments))]
    public void These_rights_are_given_and_no_others(string environment) => Assert.Equal(
        [
            "app: Monitoring Metrics Publisher on components",
            "app: Storage Blob Data Owner on bmdata",
            "app: Storage Blob Data Owner on bmhost",
            "app: Storage Queue Data Contributor on bmdata",
            "app: Storage Queue Data Contributor on bmhost",
            "app: Storage Table Data Contributor on bmdata",
            "app: Storage Table Data Contributor on bmhost",
            "topic: Storage Blob Data Contributor on undelivered-events",
        ],
        Deployment.Of(environment).OfType("Microsoft.Authorization/roleAssignments").Select(assignment =>
        {
            var app = assignment.Text("properties/principalId").Contains("/userAssignedIdentities/", StringComparison.Ordinal);
            var role = Documented[assignment.Text("properties/roleDefinitionId").Split('/')[^1]];
            return $"{(app ? "app" : "topic")}: {role} on {On(assignment.Text("id"))}";
        }).Order(StringComparer.Ordinal));

    [Fact]
    public void No_role_id_stands_outside_the_list_of_roles()
    {
        foreach (var file in CompileTests.Paths(BicepCompiler.Folder).Where(file => file != "modules/role-definitions.bicep"))
        {
            Assert.DoesNotMatch(Id(), File.ReadAllText(Path.Combine(BicepCompiler.Folder, file)));
        }
    }

    /// <summary>The narrowest thing that the assignment's scope names; never a resource group.</summary>
    private static string On(string id)
    {
        var scope = id[..id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)].Split('/');
        return scope switch
        {
            [.., "storageAccounts", var account] => account[.."bmdata".Length],
            [.., "containers", var container] => container,
            [.., "components", _] => "components",
            _ => string.Join('/', scope),
        };
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
