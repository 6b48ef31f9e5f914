namespace Benchmarking.Core.Vocabulary;

/// <summary>Findings about cells that should hold a number.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition NumberPlaceholder = new(
        "number-placeholder", Severity.Error, "A word or sign for no figure stands where a number should.",
        "'{value}' in {column} is not a number; it stands for: {0}.",
        "Leave the cell empty, or the whole row out where the figure is required, and say why in a note; a missing figure is never zero.");

    public static readonly FindingDefinition NumberGrouping = new(
        "number-grouping", Severity.Error, "The separators in a number do not group thousands, so it could be read in more than one way.",
        "'{value}' in {column} could be read in more than one way, because its separators do not group thousands.",
        "Write it with a comma between thousands and a point before decimals, such as 1,234,567.50, or without commas.");

    public static readonly FindingDefinition NumberScientific = new(
        "number-scientific", Severity.Error, "A spreadsheet has shortened a number, and its last digits are lost.",
        "'{value}' in {column} is how a spreadsheet shows a long number in a narrow cell; when saved so, its last digits are lost.",
        "Format the column as a plain number, enter the figure in full, such as 1234567, and save again.");

    public static readonly FindingDefinition NumberDate = new(
        "number-date", Severity.Error, "A spreadsheet has made a date of what should be a number.",
        "'{value}' in {column} is a date; spreadsheets make dates of entries such as 1-2.",
        "Format the column as a plain number and enter the figure again.");

    public static readonly FindingDefinition NumberSpreadsheetError = new(
        "number-spreadsheet-error", Severity.Error, "A spreadsheet formula failed, or its cell was too narrow.",
        "'{value}' in {column} is the mark of a formula that failed or a cell that was too narrow.",
        "Mend the formula or widen the column, and save the values again.");

    public static readonly FindingDefinition NumberNotExact = new(
        "number-not-exact", Severity.Error, "A range, a limit or an approximation stands where one number should.",
        "'{value}' in {column} is not one number.",
        "Write your one best figure, and put the words about it in the note.");

    public static readonly FindingDefinition NumberWithWords = new(
        "number-with-words", Severity.Error, "A number has words or marks beside it.",
        "'{value}' in {column} is a number with words or marks beside it.",
        "Write the number alone, {expected}; what it counts belongs in the unit, and remarks in the note.");

    public static readonly FindingDefinition NumberTooLarge = new(
        "number-too-large", Severity.Error, "A number is larger or longer than any council's figure can be.",
        "'{value}' in {column} is larger or longer than any council's figure can be.",
        "Check it for slipped or repeated digits, and write {expected}.");

    public static readonly FindingDefinition NumberPercentSign = new(
        "number-percent-sign", Severity.Error, "A number has a percent sign, but its unit is not a percentage.",
        "'{value}' in {column} is a percentage, but the figure should be in {0}.",
        "Correct the unit or the figure, so that both say the same; {expected} is what this cell takes.");

    public static readonly FindingDefinition NumberPoundSign = new(
        "number-pound-sign", Severity.Error, "A number has a £ sign, but its unit is not money.",
        "'{value}' in {column} is money, but the figure should be in {0}.",
        "Correct the unit or the figure, so that both say the same; {expected} is what this cell takes.");

    public static readonly FindingDefinition NumberScaledTwice = new(
        "number-scaled-twice", Severity.Error, "Thousands or millions are stated both in the figure and in the unit.",
        "'{value}' in {column} says thousands or millions, and so does its unit {0}.",
        "Say it once: write {expected}.");

    public static readonly FindingDefinition NumberUnreadable = new(
        "number-unreadable", Severity.Error, "A cell that should hold a number cannot be read as one.",
        "'{value}' in {column} cannot be read as a number.",
        "Write {expected}, without other signs or words.");

    public static readonly FindingDefinition NumberThreeDecimals = new(
        "number-three-decimals", Severity.Query, "A figure in £ or a count has exactly three decimals, which may be thousands.",
        "'{value}' in {column} ({0}) has three decimals, as money and counts do not: the point may stand between thousands.",
        "If so write {expected}; if it is a decimal point, say so in this row's note.");

    public static readonly FindingDefinition PointsForThousands = new(
        "points-for-thousands", Severity.Error, "Points stand between thousands.",
        "'{value}' in {column} ({0}) has three decimals, as money and counts do not, and the other numbers of the file are written in "
            + "the same way: the point stands between thousands.",
        "Write {expected}, with a comma between thousands or without one.");

    public static readonly FindingDefinition CountNotWhole = new(
        "count-not-whole", Severity.Query, "People or cases are not counted whole.",
        "{value} in {column} ({0}) is no whole number, but people and cases are counted whole.",
        "Write {expected}, or explain in this row's note what is counted in parts.");

    public static readonly FindingDefinition PercentAsFraction = new(
        "percent-as-fraction", Severity.Query, "Percentages that seem to be fractions.",
        "Every percentage of this measure ({0}) is so small that it seems to be a fraction: {value} for {expected} per cent.",
        "If so write {expected}; if it is right, say so in this row's note.");

    public static readonly FindingDefinition PercentHundredfold = new(
        "percent-hundredfold", Severity.Error, "A percentage seems to have been multiplied by 100 twice.",
        "{value} per cent is not possible for {0}; it seems to be {expected} per cent, multiplied by 100 once more.",
        "Check the figure and its format, and write {expected} if that is right.");

    public static readonly FindingDefinition NumberNegative = new(
        "number-negative", Severity.Error, "A quantity, price or count is less than zero.",
        "{value} in {column} is less than zero.",
        "Write {expected}; corrections are made by filing the right figure, not by a negative one.");

    public static readonly FindingDefinition SavingNegative = new(
        "saving-negative", Severity.Query, "A saving is less than zero.",
        "A saving of {value} is a cost.",
        "Change it to {expected}, or explain in the row's note why it is negative.");

    public static readonly FindingDefinition OneOffCostNegative = new(
        "one-off-cost-negative", Severity.Notice, "A one-off cost is written with a minus.",
        "The one-off cost {value} is written with a minus, as papers print costs; it is kept as filed and read as {expected}.",
        "If it is income rather than a cost, empty the cell and say so in the note.");

    public static readonly FindingDefinition PercentOutOfRange = new(
        "percent-out-of-range", Severity.Error, "A percentage lies outside what is possible.",
        "{value} is not possible as {0}.",
        "Check the figure and its unit, and write {expected}.");

    public static readonly FindingDefinition PercentOfBudgetHigh = new(
        "percent-of-budget-high", Severity.Query, "Savings are more than a quarter of the budget.",
        "Savings of {value} per cent of the budget in one year are far above what councils report.",
        "Check the figure and its base; change it to {expected}, or explain it in the row's note.");

    public static readonly FindingDefinition PriceZero = new(
        "price-zero", Severity.Query, "A price is zero and would pull down the average price.",
        "A unit price of {value} would pull down the average that all councils are compared with.",
        "Write {expected}, leave the row out if the price is not known, or explain in its note why nothing is paid.");

    public static readonly FindingDefinition PriceImplausible = new(
        "price-implausible", Severity.Query, "A price is far from what such a unit costs.",
        "A unit price of {value} for one {0} is outside {expected}, as a price in pence or of another unit would be.",
        "Write the price in pounds and the unit that it is for; if it is right, explain it in this row's note. Further prices of this unit "
            + "are not asked about.");

    public static readonly FindingDefinition MeasureOutOfRange = new(
        "measure-out-of-range", Severity.Error, "A figure lies outside the range that is possible for its measure.",
        "{value} is outside the possible range of {0}.",
        "Check the figure and its unit, and write {expected}.");
}
