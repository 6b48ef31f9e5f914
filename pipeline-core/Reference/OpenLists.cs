using System.Collections.Frozen;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A published list of councils like each other, drawn up by its publisher on the councils of today: for each of them others, most
/// alike first.</summary>
public sealed record OpenList(string Code, string Name, FrozenDictionary<string, IReadOnlyList<string>> ByGssCode)
{
    /// <summary>The councils of a year that the list has for one of them, most alike first. A council that has since become another on
    /// the same area has that one's list; whoever has no such successor or predecessor has none, and stands in none.</summary>
    public IReadOnlyList<Council> Of(Council council, FinancialYear year, CouncilRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var key = ByGssCode.Keys.FirstOrDefault(code => register.OnTheAreaOf(register.FindGss(code)!, year) == council);
        return key is null
            ? []
            : [.. ByGssCode[key].Select(code => register.OnTheAreaOf(register.FindGss(code)!, year)).OfType<Council>()];
    }
}

/// <summary>The open lists that ship: the statistical neighbours of the ONS, of which districts are left out.</summary>
public sealed class OpenLists
{
    private const string Ons = "ons-";

    private OpenLists(IReadOnlyList<OpenList> all) => All = all;

    public IReadOnlyList<OpenList> All { get; }

    public OpenList? Find(string code) => All.FirstOrDefault(list => list.Code == code);

    internal static OpenLists Load() => new([.. EmbeddedData.Csv("open-lists.csv").GroupBy(row => row["list"]).Select(list => new OpenList(
        list.Key,
        $"ONS statistical neighbours, {list.Key[Ons.Length..]}",
        list.GroupBy(row => row["gss_code"]).ToFrozenDictionary(
            council => council.Key, council => (IReadOnlyList<string>)[.. council.Select(row => row["neighbour"])])))]);
}
