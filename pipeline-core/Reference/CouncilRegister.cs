using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A region of England; the code is a slug such as <c>yorkshire-and-the-humber</c>.</summary>
public sealed record Region(string Code, string Name);

/// <summary>A class of council; City of London counts as a London borough and the Isles of Scilly as a unitary authority.</summary>
public sealed record CouncilClass(string Code, string Name);

/// <summary>Every English council with adult social services responsibility since 2009-10: 152 in 2012-13, 153 today.
/// A code is a council's own in any one year, but four codes passed to a successor.</summary>
public sealed class CouncilRegister
{
    private readonly ILookup<CouncilCode, Council> byCode;
    private readonly FrozenDictionary<string, CouncilCode> byName;
    private readonly FrozenDictionary<string, CouncilCode> byPlace;
    private readonly IReadOnlyList<GssCode> otherCodes;
    private readonly ILookup<CouncilCode, string> otherNames;

    private CouncilRegister(
        IReadOnlyList<Council> all,
        IReadOnlyList<Region> regions,
        IReadOnlyList<CouncilClass> classes,
        IEnumerable<(string Name, CouncilCode Code)> aliases,
        IReadOnlyList<GssCode> codes)
    {
        (All, Regions, Classes, otherCodes) = (all, regions, classes, codes);
        byCode = all.ToLookup(council => council.Code);
        var names = all.SelectMany(council => new[] { council.Code.Value, council.GssCode, council.Name, council.ShortName }
            .Select(name => (Name: name, council.Code))).ToArray();
        var others = aliases.Concat(codes.Select(code => (Name: code.Text, Code: code.Council))).ToArray();
        otherNames = others.ToLookup(pair => pair.Code, pair => CouncilNames.Whole(pair.Name));
        byName = names.Concat(others).DistinctBy(pair => CouncilNames.Whole(pair.Name))
            .ToFrozenDictionary(pair => CouncilNames.Whole(pair.Name), pair => pair.Code, StringComparer.Ordinal);
        byPlace = names.Select(pair => (Place: CouncilNames.Place(pair.Name), pair.Code)).Where(pair => pair.Place.Length > 0)
            .Distinct().ToFrozenDictionary(pair => pair.Place, pair => pair.Code, StringComparer.Ordinal);
    }

    /// <summary>All councils, by code and then by age.</summary>
    public IReadOnlyList<Council> All { get; }

    public IReadOnlyList<Region> Regions { get; }

    public IReadOnlyList<CouncilClass> Classes { get; }

    public IReadOnlyList<Council> In(FinancialYear year) => [.. All.Where(council => council.ExistsIn(year))];

    public Council? Find(CouncilCode code, FinancialYear year) => byCode[code].FirstOrDefault(council => council.ExistsIn(year));

    /// <summary>The council that has the code now or had it last.</summary>
    public Council? FindAny(CouncilCode code) => byCode[code].LastOrDefault();

    /// <summary>The council meant by a name as councils write it, an ONS code (old or new) or a slug; null where no council of that
    /// year is meant. A successor is found by the ONS code of its predecessor of the same name.</summary>
    public Council? Resolve(string nameAsWritten, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(nameAsWritten);
        return CodeOf(nameAsWritten) is { } code ? Find(code, year) : null;
    }

    /// <summary>The slug that a name means in any year.</summary>
    public CouncilCode? CodeOf(string nameAsWritten)
    {
        ArgumentNullException.ThrowIfNull(nameAsWritten);
        return byName.TryGetValue(CouncilNames.Whole(nameAsWritten), out var code)
            || byPlace.TryGetValue(CouncilNames.Place(nameAsWritten), out code) ? code : null;
    }

    /// <summary>The council that an ONS code means in a year. The code of April 2013 counts in every year in which its council was there,
    /// since later publications write earlier years with it, and so does a later one; a code that was given up counts to its last
    /// year.</summary>
    public Council? OfGssCode(string gssCode, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(gssCode);
        return All.FirstOrDefault(council => council.GssCode.Equals(gssCode, StringComparison.OrdinalIgnoreCase) && council.ExistsIn(year))
            ?? (OtherCode(gssCode) is { } other && (other.ValidTo is null || year <= other.ValidTo) ? Find(other.Council, year) : null);
    }

    /// <summary>Why an ONS code that is known means no council of a year, in words; null where it is not known.</summary>
    public string? WhyNot(string gssCode, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(gssCode);
        if (OtherCode(gssCode) is { ValidTo: { } last } given && year > last)
        {
            return $"{given.Text} was {FindAny(given.Council)!.ShortName}'s until {last}, and {FindAny(given.Council)!.GssCode} is since";
        }

        var council = All.FirstOrDefault(council => council.GssCode.Equals(gssCode, StringComparison.OrdinalIgnoreCase));
        return council is null || council.ExistsIn(year) ? null
            : year < council.ValidFrom ? $"{council.ShortName} has {council.GssCode} from {council.ValidFrom} on"
            : $"{council.ShortName} with {council.GssCode} ended in {council.ValidTo}";
    }

    /// <summary>The code that is meant by a code, a name as councils write it, a known other name or an ONS code of any time; null where
    /// nothing is.</summary>
    public CouncilCode? Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CouncilCode.TryParse(text, out var code) && byCode.Contains(code) ? code : CodeOf(text);
    }

    /// <summary>The council that has an ONS code as its own; null for a code of before or after that it only came to have.</summary>
    public Council? FindGss(string gssCode) =>
        All.FirstOrDefault(council => council.GssCode.Equals(gssCode, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a text that somebody looks for means a council: a part of its name or code, its place with other words for what
    /// kind of council it is, another name of it, or an ONS code it has or once had.</summary>
    public bool IsMeant(Council council, string text)
    {
        ArgumentNullException.ThrowIfNull(council);
        ArgumentNullException.ThrowIfNull(text);
        if (FindGss(text.Trim()) is { } known)
        {
            return known == council;
        }

        var (whole, place) = (CouncilNames.Whole(text), CouncilNames.Place(text));
        string[] own = [council.Name, council.ShortName, council.Code.Value];
        return (whole.Length > 0 && (otherNames[council.Code].Contains(whole)
            || own.Any(name => CouncilNames.Whole(name).Contains(whole, StringComparison.Ordinal))))
            || (place.Length > 0 && own.Any(name => CouncilNames.Place(name) == place));
    }

    /// <summary>The councils before one on its area: those that ended with the year before its first, by code.</summary>
    public IReadOnlyList<Council> PredecessorsOf(Council council)
    {
        ArgumentNullException.ThrowIfNull(council);
        return council.ValidFrom is { } first
            ? [.. All.Where(other => other.ValidTo == first.Previous && other.SucceededBy.Contains(council.Code))]
            : [];
    }

    /// <summary>Whether in this year a code stands for another area than in the year before. A county whose one successor has no other
    /// predecessor kept its area, whatever became of its name, its class and its ONS code.</summary>
    public bool AreaChangedIn(CouncilCode code, FinancialYear year) =>
        Find(code, year) is { } now && now.ValidFrom == year && PredecessorsOf(now) is { Count: > 0 } before
        && before.Any(council => council.Code == code) && (before.Count > 1 || before[0].SucceededBy.Count > 1);

    /// <summary>The council of a year that has the very area of one of any year: itself while it is there, else the one before or after it
    /// that took it over whole and alone. Null where the area was put together otherwise.</summary>
    public Council? OnTheAreaOf(Council council, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(council);
        return council.ExistsIn(year) ? council
            : year < council.ValidFrom
                ? PredecessorsOf(council) is [{ SucceededBy.Count: 1 } before] && before.ExistsIn(year) ? before : null
            : council.SucceededBy is [var next] && Find(next, year) is { } after && PredecessorsOf(after).Count == 1 ? after
            : null;
    }

    internal static CouncilRegister Load()
    {
        var regions = EmbeddedData.Csv("regions.csv").Select(row => new Region(row["code"], row["name"])).ToArray();
        var names = regions.ToDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
        return new CouncilRegister(
            [.. EmbeddedData.Csv("councils.csv").Select(row => Read(row, names))],
            regions,
            [.. EmbeddedData.Csv("classes.csv").Select(row => new CouncilClass(row["code"], row["name"]))],
            EmbeddedData.Csv("council-aliases.csv").Select(row => (row["alias"], CouncilCode.Parse(row["code"]))),
            [.. EmbeddedData.Csv("council-codes.csv")
                .Select(row => new GssCode(row["gss_code"], CouncilCode.Parse(row["code"]), Year(row["valid_to"])))]);
    }

    private GssCode? OtherCode(string text) => otherCodes.FirstOrDefault(code =>
        code.Text.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static Council Read(IReadOnlyDictionary<string, string> row, Dictionary<string, string> regionNames) => new(
        CouncilCode.Parse(row["code"]),
        row["gss_code"],
        row["name"],
        row["short_name"],
        row["class"],
        row["region"],
        regionNames[row["region"]],
        Year(row["valid_from"]),
        Year(row["valid_to"]))
    {
        SucceededBy = [.. row["succeeded_by"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(code => CouncilCode.Parse(code))],
    };

    /// <summary>An ONS code that a council had before or has had since that of April 2013; <c>ValidTo</c> is its last year where it was
    /// given up.</summary>
    private sealed record GssCode(string Text, CouncilCode Council, FinancialYear? ValidTo);

    private static FinancialYear? Year(string text) => text.Length == 0 ? null : FinancialYear.Parse(text);
}
