using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>The example rows of the templates, in the order of their columns. They are made up: a return that still has one is
/// refused.</summary>
public static class TemplateExamples
{
    /// <summary>Every note of an example begins so.</summary>
    public const string NoteBegins = "Example:";

    private static readonly Dictionary<ReturnKind, string[]> Examples = new()
    {
        [ReturnKind.Savings] =
        [
            "2012-13,total,,,1200000,gbp,actual,,,,,Example: replace this row; further categories go below",
            "2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,"
                + "Example: replace or delete this row",
        ],
        [ReturnKind.Budget] =
        [
            "2012-13,net_budget,,45000000,gbp,actual,Example: replace this row",
            "2012-13,council_net_budget,,160000000,gbp,actual,Example: the whole council's; replace or delete this row",
        ],
        [ReturnKind.Activity] =
        [
            "2012-13,admissions_65plus_per_1000,,200,25000,8.0,per_1000,actual,Example: replace this row",
            "2012-13,home_care_contact_hours,,,,500000,hours,actual,Example: replace or delete this row",
        ],
        [ReturnKind.Prices] =
        [
            "2012-13,Residential care 65+,Example Care Home Ltd,10,placements,520.00,Example: replace this row",
            "2012-13,Home care,Example Home Care Ltd,20000,hours,14.50,Example: replace or delete this row",
        ],
    };

    // Templates of this shape are on people's disks: only their first rows had a note, or the second one of their own.
    private static readonly Dictionary<ReturnKind, string[]> Earlier = new()
    {
        [ReturnKind.Savings] =
            ["2012-13,prevention,promoting-independence,Reablement at home,1200000,gbp,actual,assured,delivery,recurrent,50000,"],
        [ReturnKind.Budget] = ["2012-13,council_net_budget,,160000000,gbp,actual,The whole council's; leave out what you do not know"],
        [ReturnKind.Activity] = ["2012-13,home_care_contact_hours,,,,500000,hours,actual,"],
        [ReturnKind.Prices] = ["2012-13,Home care,Example Home Care Ltd,20000,hours,14.50,"],
    };

    private static readonly string[] EarlierNotes =
        ["Replace these two example rows", "Replace these two example rows; further categories go below"];

    /// <summary>The rows of the template of a kind; no cell holds a comma or a quote.</summary>
    public static IReadOnlyList<string> For(ReturnKind kind) => Examples[kind];

    /// <summary>Whether a note is one of an example, so that its row is one, whatever else of it was changed.</summary>
    public static bool HasNote(string note) => note.Length > 0 && (note.StartsWith(NoteBegins, StringComparison.OrdinalIgnoreCase)
        || EarlierNotes.Contains(note, StringComparer.OrdinalIgnoreCase));

    /// <summary>The rows that a template once had without such a note, each as its cells.</summary>
    public static IEnumerable<string[]> WithoutNote(ReturnKind kind) => Earlier[kind].Select(row => row.Split(','));
}
