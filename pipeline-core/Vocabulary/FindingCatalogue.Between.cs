namespace Benchmarking.Core.Vocabulary;

/// <summary>Findings about figures of one return against those of others: the council's own of the year, last year's, partners' and peers'.
/// All but the first are queries: the officer knows better, and says so in a note.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition YearNotBegun = new(
        "year-not-begun", Severity.Error, "A figure of a year that had not begun when the return came is called actual.",
        "Nothing of {value} can be known yet, because it had not begun when the file came.",
        "Write {expected}, or projected or target as its status.");

    public static readonly FindingDefinition UnitSlip = new(
        "unit-slip", Severity.Query, "All figures of a measure differ from what they are compared with by a hundred or a thousand times.",
        "{0} on {1} is about {2} {3}: a unit seems to have slipped.",
        "If so correct the figures or their unit, so that the first is near {expected}; if they are right, explain it in this row's note.");

    public static readonly FindingDefinition ThousandsForPounds = new(
        "thousands-for-pounds", Severity.Query, "Money that seems to be in thousands is filed in pounds.",
        "{0} on {1} comes to £{2} for each of {3} residents; councils' figures lie between £{4} and £{5}, as {value} would in thousands "
            + "of pounds.",
        "If it is in thousands write gbp_thousands as its unit; from {expected} is not asked about. If it is right, explain it in this "
            + "row's note.");

    public static readonly FindingDefinition PoundsForThousands = new(
        "pounds-for-thousands", Severity.Query, "Money that seems to be in pounds is filed in thousands.",
        "{0} on {1} comes to £{2} for each of {3} residents; councils' figures lie between £{4} and £{5}, as a thousandth of it would.",
        "If it is in pounds write gbp as its unit; from {expected} is not asked about. If it is right, explain it in this row's note.");

    public static readonly FindingDefinition PerResidentImplausible = new(
        "per-resident-implausible", Severity.Query, "A money total is far from what any council has for each resident.",
        "{0} on {1} comes to £{2} for each of {3} residents; councils' figures lie between £{4} and £{5}.",
        "Check the figure and its unit; from {expected} is not asked about. If it is right, explain it in this row's note.");

    public static readonly FindingDefinition FiguresTakenAway = new(
        "figures-taken-away", Severity.Query, "The accepted revision of the return has figures that the new file lacks.",
        "A new file takes the place of the whole return, and this one lacks {0} that the accepted revision has: {expected}.",
        "Put them back into the file; or, if they are to go, write 'removed' and why into the note of any row.");

    public static readonly FindingDefinition ChangedFromLastYear = new(
        "changed-from-last-year", Severity.Query, "A figure differs much from the one in last year's accepted return.",
        "{0} is {value} where the accepted return for {1} has {2}: {3}.",
        "Check both figures; change this one, or explain in this row's note what happened ({expected} is not asked about).");

    public static readonly FindingDefinition FarFromPeers = new(
        "far-from-peers", Severity.Query, "A figure lies far from those of other councils.",
        "{0} comes to {1}; half of {2} other councils were below {3} in {5} and half above, and {1} has a modified z-score of {4} among "
        + "them.",
        "Check the figure and its unit; values as far as {expected} are not asked about. If it is right, explain it in this row's note.");

    public static readonly FindingDefinition DiffersFromPublished = new(
        "differs-from-published", Severity.Query, "A figure is not what national statistics say of the council.",
        "{0} comes to {1}, where {2} has {expected}; the published figure is the one that is served, with this one beside it.",
        "Correct this one; or, if the publication is wrong or counts something else, say so in this row's note.");

    public static readonly FindingDefinition PercentDisagrees = new(
        "percent-disagrees", Severity.Query, "A percentage of the budget is not what the savings and the budget give.",
        "{0} per cent of the budget does not agree with savings of {1} ({2}) and {3}.",
        "The figures give {expected}; correct whichever is wrong, or explain in this row's note how the percentage was reckoned.");

    public static readonly FindingDefinition SavingsHighForBudget = new(
        "savings-high-for-budget", Severity.Query, "The savings are more than a quarter of the budget.",
        "Savings of {0} ({1}) are {2} per cent of {3}, far above what councils report.",
        "Check both figures and their units; savings up to {expected} are not asked about. If they are right, explain it in this row's "
            + "note.");

    public static readonly FindingDefinition FiguresDisagree = new(
        "figures-disagree", Severity.Query, "The same thing is stated differently in two places.",
        "The {column} of {0} is {value}, but {1} is {2}.",
        "Correct whichever is wrong so that this one is near {expected}, or explain the difference in this row's note.");

    public static readonly FindingDefinition PartAboveWhole = new(
        "part-above-whole", Severity.Query, "A figure is larger than one that contains it in another return.",
        "The {column} of {0} is {value}, more than {1} of {2}, of which it is a part.",
        "Correct whichever is wrong so that this one is {expected}, or explain it in this row's note.");

    public static readonly FindingDefinition JointDisagrees = new(
        "joint-disagrees", Severity.Query, "A partnership's figure and those of its members do not fit together.",
        "{0} of the partnership is {1}; its members filed {2}, which come to {3}.",
        "Agree with your partners which is right; the figures fit where {expected}. If they are right, explain it in this row's note.");
}
