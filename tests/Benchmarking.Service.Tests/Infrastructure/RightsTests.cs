using System.Text.RegularExpressions;

namespace Benchmarking.Service.Tests.Infrastructure;

/// <summary>Roles by their documented ids, and who has which where.</summary>
public sealed partial class RightsTests
{
    /// <summary>https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, ids as listed there.</summary>
    private static readonly Dictionary<string, string> Documented = new(StringComparer.Ordinal)
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    [Fact]
    public void Role_ids_are_the_documented_ones() => Assert.Equal(
        Documented.OrderBy(role => role.Key),
        BicepFile.Module("role-definitions").Entries("roles").Select(role => KeyValuePair.Create(role.Key, role.Value.Trim('\''))).OrderBy(role => role.Key));

    [Fact]
    public void No_role_id_stands_anywhere_else()
    {
        foreach (var file in BicepFile.All.Where(file => file.Name != "role-definitions.bicep"))
        {
            Assert.DoesNotMatch(Id(), file.Text);
        }
    }

    [Fact]
    public void Only_listed_roles_are_assigned_and_each_listed_role_is()
    {
        var used = BicepFile.Modules.SelectMany(file => RoleUse().Matches(file.Code)).Select(use => use.Groups[1].Value).Distinct();
        Assert.Equal(Documented.Keys.Order(), used.Order());
    }

    [Theory]
    [InlineData("onData")]
    [InlineData("onHost")]
    public void The_app_has_the_data_roles_that_its_trigger_and_its_calls_need(string list)
    {
        var code = BicepFile.Module("roles").Code;
        var roles = Regex.Match(code, $@"var {list} = \[([^\]]*)\]").Groups[1].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["roles.storageBlobDataOwner", "roles.storageQueueDataContributor", "roles.storageTableDataContributor"], roles);
    }

    [Fact]
    public void Every_assignment_is_narrower_than_the_resource_group()
    {
        foreach (var file in BicepFile.Modules)
        {
            foreach (Match assignment in Assignment().Matches(file.Code))
            {
                Assert.Matches(@"^\s*scope: ", assignment.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\broles\.(\w+)")]
    private static partial Regex RoleUse();

    [GeneratedRegex(@"'Microsoft\.Authorization/roleAssignments@[^']+' = [^{]*\{\r?\n(.*)")]
    private static partial Regex Assignment();
}
