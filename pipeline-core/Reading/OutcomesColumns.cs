using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Which column of an outcomes table stands where. Names match without regard to case, spaces, hyphens and underscores; columns that
/// are not needed are passed over.</summary>
internal sealed class OutcomesColumns
{
    public const string Year = "year";
    public const string Area = "onsAreaCode";
    public const string Measure = "measureCode";
    public const string Disaggregation = "disaggregation";
    public const string Type = "measureType";
    public const string Value = "measureValue";

    private static readonly (string Name, string[] Also, bool Needed)[] Known =
    [
        (Year, ["financial year", "reporting year"], true),
        (Area, ["ons code", "gss code"], true),
        (Measure, ["ascof measure code", "measure"], true),
        (Disaggregation, ["disaggregation level", "status"], false),
        (Type, ["type"], true),
        (Value, ["value"], true),
    ];

    private readonly Dictionary<string, int> places;

    public OutcomesColumns(string[] header)
    {
        var folded = header.Select(Codes.Fold).ToArray();
        places = Known.Select(column => (column.Name, Place: column.Also.Prepend(column.Name).Select(name => Array.IndexOf(folded, Codes.Fold(name))).FirstOrDefault(place => place >= 0, -1)))
            .Where(column => column.Place >= 0).ToDictionary(column => column.Name, column => column.Place);
    }

    /// <summary>The first column that is needed and not there.</summary>
    public string? Missing => Known.Where(column => column.Needed && !places.ContainsKey(column.Name)).Select(column => column.Name).FirstOrDefault();

    public IReadOnlyDictionary<string, string> Of(string[] row) =>
        places.ToDictionary(column => column.Key, column => column.Value < row.Length ? row[column.Value].Trim() : "");
}
