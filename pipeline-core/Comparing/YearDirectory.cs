using System.Collections.Concurrent;
using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Who is who in one year: the councils that exist in it, and partnerships, which may file as one.</summary>
internal sealed class YearDirectory
{
    private readonly PeerSources sources;
    private readonly IReadOnlyList<Council> councils;
    private readonly Dictionary<CouncilCode, string> names;
    private readonly ConcurrentDictionary<NearestModel, Lazy<FeatureSpace>> spaces = new();

    public YearDirectory(PeerSources sources, FinancialYear year)
    {
        (this.sources, Year) = (sources, year);
        councils = [.. sources.CouncilsIn(year).OrderBy(council => council.Code)];
        names = councils.ToDictionary(council => council.Code, council => council.ShortName);
        foreach (var partnership in sources.Partnerships)
        {
            names.TryAdd(CouncilCode.Parse(partnership.Code), partnership.Name);
        }
    }

    public FinancialYear Year { get; }

    /// <summary>The codes of the year's councils.</summary>
    public IEnumerable<string> Codes => councils.Select(council => council.Code.Value);

    /// <summary>The year's areas on the scales of a model of nearness.</summary>
    public FeatureSpace Space(NearestModel model) => spaces.GetOrAdd(model, asked => new(() => Place(asked))).Value;

    /// <summary>The council of the year that has a code; null for a partnership, and for what is neither.</summary>
    public Council? CouncilOf(CouncilCode code) => councils.FirstOrDefault(council => council.Code == code);

    public string Label(string name) => $"{name}, {Year}";

    /// <summary>The short name of a council of the year or of a partnership; null for what is neither.</summary>
    public string? NameOf(CouncilCode code) => names.GetValueOrDefault(code);

    /// <summary>The code that a council's code, name or ONS code means, or a partnership's code; null where it means neither in any
    /// year.</summary>
    public CouncilCode? Identify(string text) =>
        CouncilCode.TryParse(text, out var code) && NameOf(code) is not null ? code : sources.Identify(text);

    /// <summary>Those of some councils that are not there in the year.</summary>
    public Succession Absent(IReadOnlyList<CouncilCode> councils) => sources.Absent(councils, Year);

    public PeerMember Member(CouncilCode code) => new(code, NameOf(code) ?? code.Value);

    public PeerMember? Find(CouncilCode? code) => code is { } council ? Member(council) : null;

    public IReadOnlyList<PeerMember> Members(Func<Council, bool> belongs) =>
        [.. councils.Where(belongs).Select(council => new PeerMember(council.Code, council.ShortName))];

    /// <summary>The members of a joined group that exist in the year.</summary>
    public (string? Name, IReadOnlyList<PeerMember> Members, IReadOnlyList<CouncilCode> All) Joined(
        IReadOnlyList<CouncilGroup> groups, string code)
    {
        var group = groups.FirstOrDefault(candidate => candidate.Code == code);
        return (group?.Name, [.. (group?.Members ?? []).Where(names.ContainsKey).Order().Select(Member)], group?.Members ?? []);
    }

    private FeatureSpace Place(NearestModel model)
    {
        var byCode = councils.ToDictionary(council => council.Code);
        return new(model, byCode.Keys, (code, feature) => sources.Feature(byCode[code], feature));
    }
}
