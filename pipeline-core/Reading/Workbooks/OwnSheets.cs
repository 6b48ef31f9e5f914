namespace Benchmarking.Core.Reading.Workbooks;

/// <summary>Sheets that the service itself puts beside the return: nobody need be told that they were not read.</summary>
internal static class OwnSheets
{
    public const string Guidance = "Guidance";
    public const string Findings = "Findings";

    /// <summary>The first cell of the sheet of guidance begins so.</summary>
    public const string GuidanceTitle = "How to fill in a";

    /// <summary>The first cell of the list of findings.</summary>
    public const string FindingsTitle = "severity";

    /// <summary>By a sheet's name and first text.</summary>
    public static bool Is(string name, string first) =>
        (name == Guidance && first.StartsWith(GuidanceTitle, StringComparison.Ordinal)) || (name == Findings && first == FindingsTitle);
}
