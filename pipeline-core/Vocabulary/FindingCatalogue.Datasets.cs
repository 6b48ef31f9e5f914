namespace Benchmarking.Core.Vocabulary;

/// <summary>What can be wrong with a publisher's dataset beside what can be wrong with any file.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition DatasetPathUnreadable = new(
        "dataset-path-unreadable", Severity.Error, "The file's path is not that of a dataset.",
        "The path '{value}' does not say which dataset and year this is; expected {expected}.",
        "Upload the file again under the dataset's own folder and the financial year.");

    public static readonly FindingDefinition DatasetYear = new(
        "dataset-year", Severity.Error, "A row is of another year than the dataset's file.",
        "Line {line} is of {value}, but the file is that of {expected}.",
        "Put the row into the file of its own year, or upload this file under the year that its rows are of.");

    public static readonly FindingDefinition DatasetCouncil = new(
        "dataset-council", Severity.Error, "An ONS code or name is not that of a council of the year.",
        "'{value}' is not a council of the year: {expected} is wanted.",
        "Write the code or name that the council had in the year; rows of districts, regions and other areas are left out.");

    public static readonly FindingDefinition DatasetName = new(
        "dataset-name", Severity.Error, "The code and the name of a row mean different councils.",
        "Line {line} has the code of one council and the name of another: '{value}' where {expected} is wanted.",
        "Find out which of the two is right; names that have shifted by a row beside their codes give every figure to a neighbour.");

    public static readonly FindingDefinition DatasetMeasure = new(
        "dataset-measure", Severity.Error, "The dataset does not declare a measure.",
        "'{value}' is not a measure that is declared for this dataset.",
        "Write {expected}, or declare the measure in the reference data first.");

    public static readonly FindingDefinition DatasetDuplicate = new(
        "dataset-duplicate", Severity.Error, "Two or more rows state the same measure of the same council.",
        "Line {line} states {value} of the same council again: {0}.",
        "Keep {expected}; a council that the publisher names twice, by an old and a new code, has one row.");

    public static readonly FindingDefinition MarkerUnknown = new(
        "marker-unknown", Severity.Error, "A marker in place of a figure is not known.",
        "'{value}' stands in place of a figure and is no marker that is known.",
        "Write {expected}; what it means decides whether the figure is missing, withheld or not applicable, and it is never zero.");

    public static readonly FindingDefinition MarkerBesideValue = new(
        "marker-beside-value", Severity.Error,
        "A marker says that a figure is withheld or not applicable, and the figure stands beside it.",
        "Line {line} has a figure and the marker '{value}', which says that there is none: {0}.",
        "Take out {expected}, whichever is wrong; a figure that its publisher withholds is not loaded.");

    public static readonly FindingDefinition EnglandDisagrees = new(
        "england-disagrees", Severity.Query, "The councils do not add up to the publisher's line for England.",
        "The councils' figures of {0} add up to {1}, where the line for England has {value}.",
        "Check that no row is missing or out by a factor; if it is right, explain it in that line's note. Within {expected} nothing is "
            + "asked.");

    public static readonly FindingDefinition CouncilsAbsent = new(
        "councils-absent", Severity.Notice, "Councils of the year have no figure of a measure.",
        "Of {0} councils {1} have no figure of {value}: {2}.",
        "They count as missing and never as nil; if the publisher has {expected}, add the rows.");

    public static readonly FindingDefinition EditionTakesAway = new(
        "edition-takes-away", Severity.Query, "The edition that serves has figures that the new file lacks.",
        "A new edition takes the place of the whole, and this one lacks {0} that the one that serves has: {expected}.",
        "Put them back into the file; or, if the publisher withdrew them, write 'removed' and why into the note of any row.");
}
