using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>Which column of an outcomes table stands where. Names match without regard to case, spaces, hyphens and underscores; columns
/// that are not needed are passed over.</summary>
internal sealed class OutcomesColumns
{
    public const string Year = "year";
    public const string Area = "onsAreaCode";
    public const string Name = "geographicalDescription";
    public const string Measure = "measureCode";
    public const string Disaggregation = "disaggregation";
    public const string Type = "measureType";
    public const string Value = "measureValue";

    private static readonly (string Name, string[] Also, bool Needed)[] Known =
    [
        (Year, ["financial year", "reporting year"], true),
        (Area, ["ons code", "gss code"], true),
        (Name, ["council name", "area name", "council", "name"], false),
        (Measure, ["ascof measure code", "measure"], true),
        (Disaggregation, ["disaggregation level", "status"], false),
        (Type, ["type"], true),
        (Value, ["value"], true),
    ];

    private readonly Dictionary<string, int> places;

    public OutcomesColumns(string[] header)
    {
        var folded = header.Select(Codes.Fold).ToArray();
        places = Known.Select(column => (column.Name, Place: PlaceOf(folded, column.Name, column.Also)))
            .Where(column => column.Place >= 0).ToDictionary(column => column.Name, column => column.Place);
    }

    /// <summary>The first column that is needed and not there.</summary>
    public string? Missing =>
        Known.Where(column => column.Needed && !places.ContainsKey(column.Name)).Select(column => column.Name).FirstOrDefault();

    /// <summary>How many columns the cells name.</summary>
    public static int KnownNames(IEnumerable<string> cells) => new OutcomesColumns([.. cells]).places.Count;

    /// <summary>The place of a column in a row, from 0; -1 where the table has none.</summary>
    public int PlaceOf(string column) => places.GetValueOrDefault(column, -1);

    private static int PlaceOf(string[] folded, string name, string[] also) =>
        also.Prepend(name).Select(word => Array.IndexOf(folded, Codes.Fold(word))).FirstOrDefault(place => place >= 0, -1);
}
