using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Benchmarking.Core.Comparing.Neighbours;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Comparing;

/// <summary>Makes peer groups of what was asked for: <c>all</c>, <c>region:london</c>, <c>class:london-borough</c>, <c>nearest</c> or
/// <c>nearest:15</c>, <c>list:ons-global</c>, <c>programme:asce-2012</c>, <c>partnership:tri-borough</c>, <c>custom:kent,durham</c>.
/// Members are councils of the year. What cannot be made is answered with its reason, never thrown.</summary>
public sealed class PeerGroups(PeerSources sources)
{
    private const int MostNeighbours = 50;
    private const int FewestChosen = 2;
    private const int MostChosen = 50;

    // As many nearest groups are remembered as a year has councils, some times over; then it begins anew.
    private const int MostRemembered = 1_000;

    private static readonly ConditionalWeakTable<ReferenceData, PeerGroups> Built = [];

    // One for each of the hundred years that can be asked for, at most.
    private readonly ConcurrentDictionary<FinancialYear, YearDirectory> directories = new();
    private readonly ConcurrentDictionary<FinancialYear, IReadOnlyList<PeerGroup>> named = new();
    private readonly ConcurrentDictionary<(NearestModel Model, FinancialYear Year, CouncilCode Subject, int Neighbours), PeerGroup>
        nearest = new();

    /// <summary>The groups of some reference data, worked out once.</summary>
    public static PeerGroups Of(ReferenceData reference) => Built.GetValue(reference, data => new PeerGroups(PeerSources.Of(data)));

    /// <summary>The group a text names, for a subject where there is one. <paramref name="overYears"/> says that the year is one of
    /// several: a group of one's own then takes in whoever is there in it, be it nobody. <paramref name="model"/> is the version of the
    /// model of nearness, the usual one unless told; only <c>nearest</c> has one.</summary>
    public PeerAnswer Find(
        string text, FinancialYear year, CouncilCode? subject = null, bool overYears = false, string? model = null)
    {
        var directory = In(year);
        if (subject is { } code && directory.NameOf(code) is null)
        {
            return UnknownCouncils([code.Value], [code], directory);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
        if (model is not null && WrongModel(kind, model) is { } wrong)
        {
            return wrong;
        }

        return (kind, rest) switch
        {
            ("all", null) => Named("all", directory.Label("All councils"), directory.Members(_ => true), [], directory, subject),
            ("region" or "class" or "programme" or "partnership", not null) => FindNamed(kind, rest, directory, subject),
            ("nearest", _) => FindNearest(rest, ModelOf(model), directory, subject),
            ("list", not null) => FindListed(rest, directory, subject),
            ("custom", not null) => FindCustom(rest, directory, subject, overYears),
            _ => Unknown(text, directory),
        };
    }

    /// <summary>A group that somebody keeps, with those of its councils that exist in the year; like other groups with a name it may hold
    /// the subject.</summary>
    public PeerAnswer FindSaved(
        string code, SavedGroup saved, FinancialYear year, CouncilCode? subject = null, bool overYears = false, string? model = null)
    {
        var directory = In(year);
        if (subject is { } asked && directory.NameOf(asked) is null)
        {
            return UnknownCouncils([asked.Value], [asked], directory);
        }

        if (model is not null)
        {
            return UnfitModel(model);
        }

        List<PeerMember> members =
            [.. saved.Councils.Where(council => directory.NameOf(council) is not null).Order().Select(directory.Member)];
        return members.Count == 0 && !overYears
            ? PeerAnswer.None("peers-unknown-group",
                $"No council of '{code}' exists in {year}. {directory.Absent(saved.Councils).InWords()}", [])
            : Named(code, directory.Label(saved.Label), members, saved.Councils, directory, subject);
    }

    /// <summary>Every group of a year that has a name, without a subject; those without a member are left out.</summary>
    public IReadOnlyList<PeerGroup> Named(FinancialYear year) => named.GetOrAdd(
        year, asked => [.. NamedCodes(In(asked)).Select(code => Find(code, asked).Group).OfType<PeerGroup>()]);

    private YearDirectory In(FinancialYear year) => directories.GetOrAdd(year, asked => new YearDirectory(sources, asked));

    private PeerAnswer FindNamed(string kind, string code, YearDirectory directory, CouncilCode? subject)
    {
        var (name, members, all) = kind switch
        {
            "region" => (sources.Regions.GetValueOrDefault(code), directory.Members(council => council.Region == code), []),
            "class" => (sources.Classes.GetValueOrDefault(code), directory.Members(council => council.Class == code), []),
            "programme" => directory.Joined(sources.Programmes, code),
            _ => directory.Joined(sources.Partnerships, code),
        };
        return name is null || members.Count == 0
            ? Unknown($"{kind}:{code}", directory)
            : Named($"{kind}:{code}", directory.Label(name), members, all, directory, subject);
    }

    private static PeerAnswer Named(
        string code, string label, IReadOnlyList<PeerMember> members, IReadOnlyList<CouncilCode> all, YearDirectory directory,
            CouncilCode? subject) =>
        PeerAnswer.Of(new(code, label, directory.Year, members, directory.Find(subject)) { Absent = directory.Absent(all) });

    private NearestModel ModelOf(string? version) => sources.Models.First(model => version is null || model.Version == version);

    private PeerAnswer? WrongModel(string kind, string version) =>
        kind != "nearest" ? UnfitModel(version)
        : sources.Models.Any(model => model.Version == version) ? null
        : PeerAnswer.None("model-unknown", $"There is no model of nearness '{version}'.", sources.Models.Select(model => model.Version));

    private static PeerAnswer UnfitModel(string version) => PeerAnswer.None(
        "model-unfit", $"Only nearest areas have a model: leave model={version} out, or ask for peers=nearest.", ["nearest"]);

    private PeerAnswer FindListed(string code, YearDirectory directory, CouncilCode? subject)
    {
        if (sources.Lists.FirstOrDefault(list => list.Code == code) is not { } list)
        {
            return Unknown($"list:{code}", directory);
        }

        if (subject is not { } asked)
        {
            return PeerAnswer.None("peers-need-council", "An open list is that of a council: name one in council=.", directory.Codes);
        }

        var members = directory.CouncilOf(asked) is { } council ? sources.Listed(list, council, directory.Year) : [];
        return members.Count == 0
            ? PeerAnswer.None("list-without-council",
                $"The list '{list.Name}' has no councils of {directory.Year} for {directory.NameOf(asked)}.", NamedCodes(directory))
            : PeerAnswer.Of(new(
                $"list:{code}", directory.Label($"{Counted.Of(members.Count, "council")} like {directory.NameOf(asked)}, {list.Name}"),
                directory.Year, [.. members.Select(member => directory.Member(member.Code)).OrderBy(member => member.Council)],
                directory.Member(asked)));
    }

    private PeerAnswer FindNearest(string? count, NearestModel model, YearDirectory directory, CouncilCode? subject)
    {
        var k = model.DefaultNeighbours;
        var readable = count is null || int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out k);
        if (!readable || k is < 1 or > MostNeighbours)
        {
            return PeerAnswer.None(
                "nearest-out-of-range", $"'{count}' is not a number of neighbours: ask for nearest:1 to nearest:{MostNeighbours}.",
                [$"nearest:{model.DefaultNeighbours}"]);
        }

        if (subject is not { } council)
        {
            return PeerAnswer.None("peers-need-council", "Nearest neighbours are those of a council: name one in council=.",
                directory.Codes);
        }

        if (nearest.TryGetValue((model, directory.Year, council, k), out var known))
        {
            return PeerAnswer.Of(known);
        }

        var space = directory.Space(model);
        var neighbours = space.Find(council) is null ? [] : NearestNeighbours.Of(space, council, k);
        return neighbours.Count == 0
            ? PeerAnswer.None(
                "nearest-no-features", $"No area figures are held for {directory.NameOf(council)}, so it has no nearest neighbours.",
                NamedCodes(directory))
            : PeerAnswer.Of(Remember(k, Nearest(
                k, new(model, neighbours, NearestNeighbours.Stability(space, council, neighbours), WithoutFeatures(space)), council,
                directory)));
    }

    private static IReadOnlyList<CouncilCode> WithoutFeatures(FeatureSpace space) =>
        [.. space.Areas.Where(area => space.Find(area)!.All(value => value is null)).Order()];

    private static PeerGroup Nearest(int k, NearestChoice choice, CouncilCode subject, YearDirectory directory) => new(
        string.Create(CultureInfo.InvariantCulture, $"nearest:{k}"),
        $"{directory.Label($"{choice.Neighbours.Count} areas most like {directory.NameOf(subject)}")} ({choice.Model.Years})",
        directory.Year,
        [.. choice.Neighbours.Select(neighbour => directory.Member(neighbour.Council)).OrderBy(member => member.Council)],
        directory.Member(subject),
        choice);

    private PeerGroup Remember(int k, PeerGroup group)
    {
        if (nearest.Count >= MostRemembered)
        {
            nearest.Clear();
        }

        return nearest[(group.Nearest!.Model, group.Year, group.Subject!.Council, k)] = group;
    }

    private static PeerAnswer FindCustom(string list, YearDirectory directory, CouncilCode? subject, bool overYears)
    {
        var words = list.Split(',');
        var named = words.Select(word => (Word: word, Code: directory.Identify(word))).ToList();
        var unknown = named.Where(each => each.Code is not { } code || (!overYears && directory.NameOf(code) is null)).ToList();
        if (unknown.Count > 0)
        {
            return UnknownCouncils([.. unknown.Select(each => each.Word)], [.. unknown.Select(each => each.Code).OfType<CouncilCode>()],
                directory);
        }

        List<CouncilCode> codes = [.. named.Select(each => each.Code).OfType<CouncilCode>().Order()];
        if (codes.Distinct().Count() != codes.Count || codes.Count is < FewestChosen or > MostChosen)
        {
            return BadChoice(codes);
        }

        var peers = codes.Where(code => code != subject && directory.NameOf(code) is not null).Select(directory.Member).ToList();
        return PeerAnswer.Of(new(
            $"custom:{string.Join(',', codes)}", directory.Label($"{peers.Count} chosen councils"), directory.Year, peers,
                directory.Find(subject))
            { Absent = directory.Absent(codes) });
    }

    private static PeerAnswer BadChoice(List<CouncilCode> codes)
    {
        var repeated = codes.CountBy(code => code).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToList();
        var (code, message) =
            repeated.Count > 0 ? ("custom-repeats", $"Name each council once: {string.Join(", ", repeated)} is there twice.")
            : codes.Count < FewestChosen ? ("custom-too-few", $"A group of your own has at least {FewestChosen} councils.")
            : ("custom-too-many", $"A group of your own has at most {MostChosen} councils; this one has {codes.Count}.");
        return PeerAnswer.None(code, message, ["custom:<council>,<council>…"]);
    }

    private static PeerAnswer UnknownCouncils(IReadOnlyList<string> words, IReadOnlyList<CouncilCode> known, YearDirectory directory)
    {
        var codes = string.Join(", ", words.Select(word => $"'{word}'"));
        return PeerAnswer.None(
            "council-unknown-in-year",
            $"No council with adult social services in {directory.Year} has the code {codes}. {directory.Absent(known).InWords()}"
                .TrimEnd(),
            directory.Codes);
    }

    private PeerAnswer Unknown(string text, YearDirectory directory) => PeerAnswer.None(
        "peers-unknown-group",
        $"There is no peer group '{text}' in {directory.Year}.",
        [
            .. NamedCodes(directory), "nearest:<k>", .. sources.Lists.Select(list => $"list:{list.Code}"), "custom:<council>,<council>…",
        ]);

    private IEnumerable<string> NamedCodes(YearDirectory directory) =>
    [
        "all",
        .. sources.Regions.Keys.Where(code => directory.Members(council => council.Region == code).Count > 0).Order()
            .Select(code => $"region:{code}"),
        .. sources.Classes.Keys.Where(code => directory.Members(council => council.Class == code).Count > 0).Order()
            .Select(code => $"class:{code}"),
        .. sources.Programmes.Where(group => directory.Joined([group], group.Code).Members.Count > 0)
            .Select(group => $"programme:{group.Code}"),
        .. sources.Partnerships.Where(group => directory.Joined([group], group.Code).Members.Count > 0)
            .Select(group => $"partnership:{group.Code}"),
    ];
}
