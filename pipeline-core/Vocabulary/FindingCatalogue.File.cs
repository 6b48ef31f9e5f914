namespace Benchmarking.Core.Vocabulary;

/// <summary>What can be wrong with a file as a file: its bytes, its header and its shape.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition FileEmpty = new("file-empty", Severity.Error, "The file is empty.",
        "There is nothing to read in the file.",
        "Check that the right file was saved, then upload it again.");

    public static readonly FindingDefinition FileTooLarge = new("file-too-large", Severity.Error, "The file is too large.",
        "The file has {value} bytes; the most that is read is {expected}.",
        "Remove what is not part of the return, such as pictures and other sheets, or split the file.");

    public static readonly FindingDefinition FormatUnsupported =
        new("format-unsupported", Severity.Error, "Not a CSV file or .xlsx workbook.",
        "The file is {value}, which cannot be read as a return.",
        "Open it in Excel and save it as 'CSV UTF-8' or as an Excel workbook (.xlsx).");

    public static readonly FindingDefinition FormatNotAsNamed =
        new("format-not-as-named", Severity.Notice, "The file is not what its name says.",
        "The file is named .{value} but is {expected}; it was read as what it is.",
        "Name the file for what it is next time.");

    public static readonly FindingDefinition EncodingUnreadable =
        new("encoding-unreadable", Severity.Error, "Characters that cannot be read.",
        "Line {line} holds characters that are not {expected}.",
        "Save the file again as 'CSV UTF-8' and upload it again.");

    public static readonly FindingDefinition EncodingGuessed = new("encoding-guessed", Severity.Notice, "Read as Windows-1252.",
        "The file is not Unicode; its characters, the first of them in line {line}, were read as Windows-1252.",
        "Check that pound signs and accents came out right; to be sure, save as 'CSV UTF-8'.");

    public static readonly FindingDefinition ControlCharacter = new("control-character", Severity.Error, "Control characters in the text.",
        "Line {line} holds the control character {value}, which no spreadsheet writes; there are {0} such characters.",
        "Save the file again from Excel as 'CSV UTF-8'; if it came from another system, remove the character.");

    public static readonly FindingDefinition TextGarbled = new("text-garbled", Severity.Notice, "Garbled characters.",
        "Line {line} holds '{value}', which is what is left when text is saved in the wrong encoding.",
        "Look for garbled pound signs, quotes and dashes in the source and put them right.");

    public static readonly FindingDefinition WorkbookDamaged = new("workbook-damaged", Severity.Error, "The workbook cannot be opened.",
        "The file is an Excel workbook but is damaged or incomplete.",
        "Open it in Excel, let Excel repair it, save it as .xlsx and upload it again.");

    public static readonly FindingDefinition WorkbookProtected = new("workbook-protected", Severity.Error, "The workbook has a password.",
        "The workbook is encrypted with a password and cannot be opened.",
        "Remove the password (File, Info, Protect Workbook), save and upload it again.");

    public static readonly FindingDefinition WorkbookInflates =
        new("workbook-inflates", Severity.Error, "The workbook is too large inside.",
        "Unpacked, the workbook is larger than is read ({expected}).",
        "Copy the return alone into a new workbook and upload that.");

    public static readonly FindingDefinition SheetsIgnored = new("sheets-ignored", Severity.Notice, "Other sheets were not read.",
        "Only the sheet '{0}' was read; these sheets also have content: {value}.",
        "If the return is on another sheet, move that sheet to the front.");

    public static readonly FindingDefinition RowsTooMany = new("rows-too-many", Severity.Error, "Too many rows.",
        "The file has {value} rows with content; the most that is read is {expected}.",
        "Split the return or remove what is not part of it.");

    public static readonly FindingDefinition ColumnsTooMany = new("columns-too-many", Severity.Error, "Too many columns.",
        "There is content in column {value}; at most {expected} columns are read.",
        "Delete what stands to the right of the return.");

    public static readonly FindingDefinition CellsTooMany = new("cells-too-many", Severity.Error, "Too many cells.",
        "The file has more cells with content than are read ({expected}).",
        "Split the return or remove what is not part of it.");

    public static readonly FindingDefinition CellTooLong = new("cell-too-long", Severity.Error, "A cell is too long.",
        "In row {line} the cell in column {column} is longer than {expected}.",
        "Shorten it; a missing closing quote can also be the cause.");

    public static readonly FindingDefinition HeaderMissing = new("header-missing", Severity.Error, "No header row.",
        "None of the first rows holds the column names of {0} returns; the first row begins with '{value}'.",
        "Put one row with the column names above the figures: {expected}.");

    public static readonly FindingDefinition HeaderOfOtherKind =
        new("header-of-other-kind", Severity.Error, "The columns of another kind of return.",
        "The columns in row {line} are those of {value} returns, but the file was sent among the {expected} returns.",
        "Send it under the right name, or send the columns of {expected} returns.");

    public static readonly FindingDefinition HeaderNotFirst = new("header-not-first", Severity.Notice, "Rows above the header.",
        "The column names were found in row {line}; what stands above them was not read.",
        "Nothing needs to be done if those rows are only a title.");

    public static readonly FindingDefinition HeaderRepeated =
        new("header-repeated", Severity.Notice, "The header stands again among the rows.",
        "Row {line} repeats the column names and was skipped.",
        "Delete the row if it is not wanted.");

    public static readonly FindingDefinition DelimiterUnknown =
        new("delimiter-unknown", Severity.Error, "The cells are parted by a character that is not known.",
        "The column names in row {line} are parted by {value}; what parts cells must be {expected}.",
        "Save the file from Excel as 'CSV UTF-8', or replace that character between the cells.");

    public static readonly FindingDefinition ColumnMissing = new("column-missing", Severity.Error, "A required column is missing.",
        "The header in row {line} has no column '{column}'.",
        "Add that column, or correct the name of the column that is meant.");

    public static readonly FindingDefinition ColumnUnknown = new("column-unknown", Severity.Error, "A column has a name that is not known.",
        "The column '{value}' in row {line} is not a column of {0} returns{1}.",
        "Correct the name or delete the column. Known columns: {expected}.");

    public static readonly FindingDefinition ColumnIgnored = new("column-ignored", Severity.Notice, "An unknown column without content.",
        "The column '{value}' in row {line} is not a column of {0} returns; it is blank beneath and was ignored.",
        "Delete the column if it is not wanted.");

    public static readonly FindingDefinition ColumnDuplicated = new("column-duplicated", Severity.Error, "A column stands twice.",
        "The column '{column}' stands in row {line} {0} times, as columns {value}.",
        "Keep one of them and delete or rename the others.");

    public static readonly FindingDefinition ColumnUnnamed = new("column-unnamed", Severity.Error, "A column without a name.",
        "Column {column} has no name, but row {line} has '{value}' in it.",
        "Give the column its name, or clear what stands beneath.");

    public static readonly FindingDefinition RowsNone = new("rows-none", Severity.Error, "No rows beneath the header.",
        "The header is there but no row beneath it has content.",
        "Add the figures, or check that the right file was saved.");

    public static readonly FindingDefinition QuoteUnclosed = new("quote-unclosed", Severity.Error, "A quote is not closed.",
        "In row {line} (line {0} of the text, character {1}) a quote opens and is not closed, so that the rows after it would be read "
            + "as one cell.",
        "Close the quote; a quote inside a quoted cell is written twice.");

    public static readonly FindingDefinition QuoteMisplaced = new("quote-misplaced", Severity.Error, "Text after a closing quote.",
        "In row {line} (line {0} of the text, character {1}) text follows a closing quote: '{value}'.",
        "Write a quote inside a quoted cell twice, or remove it.");

    public static readonly FindingDefinition ReadingStopped = new("reading-stopped", Severity.Notice, "The rest was not read.",
        "Reading stopped in row {line} after {value} quotes that are not closed.",
        "Put those right and upload again; the rows after it have not been checked.");

    public static readonly FindingDefinition RowRagged = new("row-ragged", Severity.Error, "A row has too many cells.",
        "Row {line} has {value} cells but the header has {expected}.",
        "Look for a separator inside a cell, such as the comma in 1,200; put quotes round the cell.");

    public static readonly FindingDefinition RowShort = new("row-short", Severity.Error, "A row has too few cells.",
        "Row {line} has {value} cells but the header has {expected}, so that the column '{column}' is missing.",
        "Look for a missing separator or a line break inside a cell; put quotes round the cell.");

    public static readonly FindingDefinition RowNotRead = new("row-not-read", Severity.Notice, "Text round the table was not read.",
        "Row {line} ('{value}') looks like {0} and was not read.",
        "If it is {expected}, fill in its cells; otherwise nothing need be done.");

    public static readonly FindingDefinition RowLikeTotal =
        new("row-like-total", Severity.Error, "A number without what says of which year and of what it is.",
        "Row {line} ('{value}') holds a number but no year and no {0}: it looks like a totals row, or a note with a number in it.",
        "Delete the row, or fill in {expected}.");

    public static readonly FindingDefinition RowAboveHeader = new("row-above-header", Severity.Error, "Figures above the column names.",
        "Row {line} ('{value}') stands above the column names but holds a year and a number.",
        "Put {expected} and the figures beneath them.");

    public static readonly FindingDefinition RowBlank = new("row-blank", Severity.Notice, "Blank rows.",
        "Between the rows blank ones were skipped, {value} in all: {0}.",
        "Nothing needs to be done if nothing is missing there.");

    public static readonly FindingDefinition CellError = new("cell-error", Severity.Error, "A formula that failed.",
        "In row {line} the cell in column {column} shows the Excel error {value}.",
        "Correct the formula, or put the figure in its place.");

    public static readonly FindingDefinition CellDate = new("cell-date", Severity.Error, "Excel made a date of it.",
        "In row {line} the cell in column {column} is the date {value}: Excel turns entries such as 2011-12 or 1-2 into dates.",
        "Format the column as Text, then type the entry again: {expected}.");

    public static readonly FindingDefinition CellScaled = new("cell-scaled", Severity.Error, "A number shown in thousands or millions.",
        "In row {line} the cell in column {column} holds {value} but its format shows {expected}, so its unit is in doubt.",
        "Set the format of the cell to General and file the number in the unit that its row states.");

    public static readonly FindingDefinition CellsMerged = new("cells-merged", Severity.Error, "Merged cells.",
        "The cells {value} are merged; only the first of them holds a value.",
        "Unmerge them and write the value in every row that it belongs to.");
}
