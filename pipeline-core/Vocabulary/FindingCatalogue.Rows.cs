namespace Benchmarking.Core.Vocabulary;

/// <summary>Findings about single rows: years, words and what a row must hold.</summary>
public static partial class FindingCatalogue
{
    public static readonly FindingDefinition CellRequired = new(
        "cell-required", Severity.Error, "A required cell is empty.",
        "Line {line} has no {column}.",
        "Fill in {expected}; if it is not known leave the whole row out, because a missing figure is not zero.");

    public static readonly FindingDefinition CharacterStrange = new(
        "character-strange", Severity.Error, "A cell holds characters that are not seen, or that look like others.",
        "'{value}' in {column} holds {0}, which is not seen or looks like another character, so that it could be read in more than one "
            + "way.",
        "Delete the cell and type it anew: {expected}.");

    public static readonly FindingDefinition YearUnreadable = new(
        "year-unreadable", Severity.Error, "A financial year cannot be read.",
        "'{value}' is not a financial year.",
        "Write {expected}.");

    public static readonly FindingDefinition YearHalves = new(
        "year-halves", Severity.Error, "The two halves of a financial year do not follow each other.",
        "'{value}' is not one financial year, because its second half is not the year after its first.",
        "Write {expected} if that is the year meant, and give every other year a row of its own.");

    public static readonly FindingDefinition YearTooFar = new(
        "year-too-far", Severity.Error, "A financial year lies before 2000-01 or more than ten years after the return's own.",
        "{value} is too far from the year of this return.",
        "Write {expected}, or leave the row out.");

    public static readonly FindingDefinition ActualInFuture = new(
        "actual-in-future", Severity.Error, "A figure of a later year than the return's own is called actual.",
        "The row for {0} is marked {value}, but a return for {1} cannot know what came out in a later year.",
        "Write {expected} as its status, or file the row with the return of its own year.");

    public static readonly FindingDefinition CategoryUnknown = new(
        "category-unknown", Severity.Error, "The category is none of the four, nor total.",
        "'{value}' is not a category of savings.",
        "Write {expected}; your own heading can stand in subcategory.");

    public static readonly FindingDefinition SubcategoryUnknown = new(
        "subcategory-unknown", Severity.Notice, "The subcategory is not one of the LGA's; the council's own label is kept.",
        "'{value}' is not one of the LGA's subcategories of {0}; it is kept as your own label.",
        "If one of the LGA's is meant write {expected}, otherwise nothing need be done.");

    public static readonly FindingDefinition SubcategoryElsewhere = new(
        "subcategory-elsewhere", Severity.Notice, "The LGA lists this subcategory under another category.",
        "The LGA lists '{value}' under {0}, but the row is filed under {1}.",
        "Check the category, and write {expected} if the LGA's is meant; otherwise it is kept as your own label.");

    public static readonly FindingDefinition CategoryDoubtful = new(
        "category-doubtful", Severity.Notice, "The description of a saving speaks of another category than it is filed under.",
        "'{value}' is filed under {0}, but its words ({1}) speak of {2}: {3}.",
        "If that is what the saving is write {expected} as its category; otherwise nothing need be done and yours is kept.");

    public static readonly FindingDefinition TotalWithSubcategory = new(
        "total-with-subcategory", Severity.Error, "A total row names a subcategory.",
        "Line {line} is a total, which stands for all savings of its year and status, but it names the subcategory '{value}'.",
        "Write {expected} as its category if the row is a part, or empty the subcategory if it is the whole.");

    public static readonly FindingDefinition MeasureUnknown = new(
        "measure-unknown", Severity.Error, "The measure is not in the catalogue for this kind of return.",
        "'{value}' is not a measure of this kind of return.",
        "Write {expected}.");

    public static readonly FindingDefinition UnitUnknown = new(
        "unit-unknown", Severity.Error, "The unit is not one of the list.",
        "'{value}' is not a unit.",
        "Write {expected}.");

    public static readonly FindingDefinition UnitUnfit = new(
        "unit-unfit", Severity.Error, "The unit does not suit what the row states.",
        "The unit {value} does not suit {0}.",
        "Write {expected}, and check that the figure is in that unit.");

    public static readonly FindingDefinition StatusUnknown = new(
        "status-unknown", Severity.Error, "The status is not one of the list.",
        "'{value}' does not say how firm the figure is.",
        "Write {expected}.");

    public static readonly FindingDefinition ConfidenceUnknown = new(
        "confidence-unknown", Severity.Error, "The confidence is not one of the list.",
        "'{value}' is not a degree of confidence.",
        "Write {expected}, or leave the cell empty.");

    public static readonly FindingDefinition StageUnknown = new(
        "stage-unknown", Severity.Error, "The stage is not one of the list.",
        "'{value}' is not a stage of a saving.",
        "Write {expected}, or leave the cell empty.");

    public static readonly FindingDefinition RecurrenceUnknown = new(
        "recurrence-unknown", Severity.Error, "The recurrence is not one of the list.",
        "'{value}' does not say whether the saving comes back every year.",
        "Write {expected}, or leave the cell empty.");

    public static readonly FindingDefinition DuplicateRow = new(
        "duplicate-row", Severity.Error, "Two or more rows state the same thing, so that it would be counted more than once.",
        "Line {line} states the same thing again: {0} differ at most in their figures and notes.",
        "Keep one of them, or tell them apart by {expected}.");

    public static readonly FindingDefinition SeveralTotals = new(
        "several-totals", Severity.Error, "More than one total row for the same year, status and kind of unit.",
        "The rows on {0} are each a total for {1}, so that the savings would be counted more than once.",
        "Keep {expected}, and file the others under their categories.");

    public static readonly FindingDefinition CategoryCountedTwice = new(
        "category-counted-twice", Severity.Error,
        "A row is the sum of the subcategory rows of its category, so that they would be counted twice.",
        "Line {line} is as large as the subcategories of the same category on {0} together: it looks like their total.",
        "Remove one or the other; if it is a saving of its own, {expected}.");

    public static readonly FindingDefinition TemplateExample = new(
        "template-example", Severity.Error, "An example row of our own template.",
        "Line {line} is an example of the template, whose figures are made up.",
        "Replace it by {expected}, or delete it; if its figures are yours, write your own note or none.");

    public static readonly FindingDefinition LooksLikeTotal = new(
        "looks-like-total", Severity.Query, "A row that is not a total is described as one.",
        "The words '{value}' suggest that line {line} adds up other rows, which would count them twice.",
        "Take the row out or {expected}; if it is a figure of its own, say so in its note.");

    public static readonly FindingDefinition PathCouncilUnknown = new(
        "path-council-unknown", Severity.Error,
        "The return is filed for a council or partnership that is not in the register for that year.",
        "No council or partnership called '{value}' had adult social care in {0}.",
        "File the return under {expected}.");

    public static readonly FindingDefinition PathYear = new(
        "path-year", Severity.Error, "Not one row speaks of the year under which the return is filed.",
        "The return is filed under {0}, but all its rows are for other years ({value}).",
        "File it under its own year, or correct the years to {expected}.");
}
