namespace Benchmarking.Core.Reference;

/// <summary>An office whose holder may sign off a return (<c>sign-off-roles.json</c>); <c>Source</c> is the act that makes it.</summary>
public sealed record SignOffRole(string Code, string Label, string Source)
{
    internal static IReadOnlyList<SignOffRole> Load() => EmbeddedData.Json<RolesFile>("sign-off-roles.json").Roles;

    private sealed record RolesFile(IReadOnlyList<SignOffRole> Roles);
}
