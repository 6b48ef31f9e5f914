namespace Benchmarking.Core.Vocabulary;

/// <summary>Findings about figures of one return that must agree with each other, to the precision in which they are stated.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition ActivityFigureMissing = new(
        "activity-figure-missing", Severity.Error, "A row of an activity return holds no figure.",
        "Line {line} has neither a value nor a numerator and denominator.",
        "Fill in {expected}, or leave the row out if the figure is not known.");

    public static readonly FindingDefinition ActivityHalfRatio = new(
        "activity-half-ratio", Severity.Error, "Only one of numerator and denominator is given.",
        "Line {line} gives one of numerator and denominator without the other.",
        "Fill in {expected}, or empty both if only the value is known.");

    public static readonly FindingDefinition MeasureWithoutRatio = new(
        "measure-without-ratio", Severity.Error, "A numerator and denominator are given for a measure that is a plain figure.",
        "The measure {0} is a plain figure, which no numerator and denominator make up.",
        "Put the figure in {expected} and empty numerator and denominator.");

    public static readonly FindingDefinition DenominatorNotPositive = new(
        "denominator-not-positive", Severity.Error, "A denominator is zero or less.",
        "Nothing can be divided by the denominator {value}.",
        "Write {expected}, or leave the row out where the measure does not apply.");

    public static readonly FindingDefinition NumeratorAboveDenominator = new(
        "numerator-above-denominator", Severity.Error, "A proportion has a numerator larger than its denominator.",
        "The numerator {value} is larger than the denominator {0}, so that the proportion is above 100 per cent.",
        "Check both figures; the numerator must be {expected}.");

    public static readonly FindingDefinition RateDisagrees = new(
        "rate-disagrees", Severity.Error, "The value is not what numerator and denominator give.",
        "The value {value} does not agree with {0}, which gives {expected}.",
        "Correct whichever of the three is wrong.");

    public static readonly FindingDefinition RateUnitSlip = new(
        "rate-unit-slip", Severity.Error, "The value differs from numerator and denominator by a power of ten.",
        "The value {value} is {0} what {1} gives ({expected}): a unit seems to have slipped.",
        "Check the unit, and whether the figures are in thousands or per another number of people.");

    public static readonly FindingDefinition PartsExceedTotal = new(
        "parts-exceed-total", Severity.Error, "The parts add to more than the total they are parts of.",
        "The parts on {0} add to {1}, which is more than the total of {value} on line {line}.",
        "Correct the parts or the total; it should be {expected}.");

    public static readonly FindingDefinition NotStated = new(
        "not-stated", Severity.Notice, "The categories do not make up the whole total; the rest counts as not stated.",
        "Only {2} per cent of the savings have a category ({0}); the other {1} count as not stated, and shares by category are "
            + "published of that {2} per cent alone.",
        "If the categories of the rest are known add rows for them, otherwise nothing need be done.");

    public static readonly FindingDefinition SharesDoNotAdd = new(
        "shares-do-not-add", Severity.Error, "Shares of the savings do not add to 100 per cent.",
        "The shares on {0} add to {1} per cent.",
        "Correct them so that they add to {expected}.");

    public static readonly FindingDefinition ShareDisagrees = new(
        "share-disagrees", Severity.Error, "A share of the savings is not what the amounts of the same return give.",
        "The share {value} of {0} does not agree with the amounts on {1}, which give {expected} per cent.",
        "Correct the share or the amounts.");

    public static readonly FindingDefinition BudgetOrder = new(
        "budget-order", Severity.Query, "A budget that is part of another is larger than it.",
        "The {0} of {value} is larger than the {1} on {2}, of which it is a part.",
        "Correct {expected}, or explain it in this row's note.");

    public static readonly FindingDefinition SavingsNotAdded = new(
        "savings-not-added", Severity.Query, "Amounts in £ and percentages of the savings stand without the total that would relate them.",
        "The amounts in £ on {0} and the percentages of the savings on {1} cannot be added up without a total row, so that no total and "
            + "no shares of {2} are published.",
        "Add a total row in £ or give every category in £; if neither is known, say so in this row's note and the rows are kept.");

    public static readonly FindingDefinition PartNotPublished = new(
        "part-not-published", Severity.Notice,
        "Rows for one service or client group are kept, but only figures of the whole are published.",
        "On {0} the {column} ('{value}') makes the row a part of its measure; it is kept with the return, but only figures of the whole "
            + "are published.",
        "If such a row is the whole of its measure file it with {expected}, otherwise nothing need be done.");

    public static readonly FindingDefinition KeptNotPublished = new(
        "kept-not-published", Severity.Notice, "Figures that are kept with the return, but of which no published figure is made.",
        "{0} ({1}) is kept with the return, but no published figure is made of it, because {2}.",
        "Nothing need be done.");
}
