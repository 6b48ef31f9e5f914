namespace Benchmarking.Core.Vocabulary;

/// <summary>Where a workbook holds something else than Excel shows: a figure is what the officer sees, or it is found here.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition CellShownOtherwise = new(
        "cell-shown-otherwise", Severity.Error, "A format that shows something else than the cell holds.",
        "In row {line} the cell in column {column} holds {value} but its format shows {expected}.",
        "Set the format of the cell to General and write there what is meant.");

    public static readonly FindingDefinition CellRounded = new(
        "cell-rounded", Severity.Notice, "Figures that a format shows much rounded.",
        "In column {column} the format hides decimals ({0}): in row {line} the cell holds {value} and shows {expected}, which was read.",
        "If the decimals are meant show more of them and send the file again; otherwise nothing need be done.");

    public static readonly FindingDefinition CellWordsLeftOut = new(
        "cell-words-left-out", Severity.Notice, "Words that a format puts beside the figures were left out.",
        "In column {column} the format puts words beside the figures ({0}): of '{value}' in row {line} the figure {expected} was read.",
        "Check that the words agree with the unit of the row; otherwise nothing need be done.");

    public static readonly FindingDefinition CellMarkLeftOut = new(
        "cell-mark-left-out", Severity.Notice, "Raised or struck-out characters beside a text were left out.",
        "In column {column} raised, lowered or struck-out characters were left out ({0}): of '{value}' in row {line} '{expected}' was "
            + "read.",
        "If they belong to the entry write it without such characters; otherwise nothing need be done.");

    public static readonly FindingDefinition CellNumberDamaged = new(
        "cell-number-damaged", Severity.Error, "A number that is not written as workbooks write numbers.",
        "In row {line} the cell in column {column} holds '{value}' where a workbook keeps a number, and nobody can say which it is.",
        "Type the figure again in Excel and save; if another program wrote the file, it has to write decimals with a point.");

    public static readonly FindingDefinition FormulaNotCalculated = new(
        "formula-not-calculated", Severity.Error, "A formula whose result is not in the file.",
        "In row {line} the cell in column {column} is the formula {value}, and its result is not saved in the file.",
        "Open the workbook in Excel, save it there and send it again, or write the figure in its place.");

    public static readonly FindingDefinition FormulaRecalculated = new(
        "formula-recalculated", Severity.Notice, "Results of formulas that Excel will work out anew.",
        "The workbook asks Excel to work all formulas out anew; in column {column} saved results were read ({0}), in row {line} {value}.",
        "Open the workbook in Excel and compare; if a figure differs, save it there and send it again.");

    public static readonly FindingDefinition FormatConditional = new(
        "format-conditional", Severity.Error, "A rule changes the number format of figures.",
        "A rule (conditional formatting) changes how {value} is shown: the cell in column {column} of row {line} may show another figure.",
        "Clear the rule and see that every cell shows {expected}.");

    public static readonly FindingDefinition RowsHidden = new(
        "rows-hidden", Severity.Query, "Hidden or filtered-out rows were read.",
        "Rows that are hidden or filtered out were read like the others: {value}.",
        "Show all rows, delete those that are not part of the return, and send the file again; a note does not answer this.");

    public static readonly FindingDefinition ColumnsHidden = new(
        "columns-hidden", Severity.Query, "Hidden columns were read.",
        "Columns that are hidden were read like the others: {value}.",
        "Show all columns, clear what is not part of the return, and send the file again; a note does not answer this.");

    public static readonly FindingDefinition RowsStruckOut = new(
        "rows-struck-out", Severity.Query, "Rows with entries struck out were read.",
        "Entries that are struck out were read like the others, in {value}.",
        "Delete the rows that no longer hold, take the line away from the others, and send the file again; a note does not answer this.");

    /// <summary>Whether a query is answered by what is seen of the file and not by a note: the note may be one that nobody saw.</summary>
    public static bool NeedsToBeSeen(string code) => code == RowsHidden.Code || code == ColumnsHidden.Code || code == RowsStruckOut.Code;

    public static readonly FindingDefinition TableTotalsRow = new(
        "table-totals-row", Severity.Notice, "The totals row of an Excel table was not read.",
        "Row {line} is the totals row of the table '{value}', which adds up the rows above it, and was not read.",
        "If the return needs a total, write it in a row of its own.");
}
