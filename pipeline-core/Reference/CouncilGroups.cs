namespace Benchmarking.Core.Reference;

/// <summary>The named sets of councils that papers speak of. A group's code is unique over both kinds.</summary>
public sealed class CouncilGroups
{
    private CouncilGroups(GroupsFile file) => (Partnerships, Programmes) = (file.Partnerships, file.Programmes);

    /// <summary>Councils that plan or file jointly, such as <c>tri-borough</c>.</summary>
    public IReadOnlyList<CouncilGroup> Partnerships { get; }

    /// <summary>Programmes that councils joined, such as <c>asce-2012</c>.</summary>
    public IReadOnlyList<CouncilGroup> Programmes { get; }

    public CouncilGroup? FindPartnership(string code) => Partnerships.FirstOrDefault(group => group.Code == code);

    public CouncilGroup? FindProgramme(string code) => Programmes.FirstOrDefault(group => group.Code == code);

    internal static CouncilGroups Load() => new(EmbeddedData.Json<GroupsFile>("council-groups.json"));

    private sealed record GroupsFile(IReadOnlyList<CouncilGroup> Partnerships, IReadOnlyList<CouncilGroup> Programmes);
}
