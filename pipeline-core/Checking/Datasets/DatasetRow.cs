using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking.Datasets;

/// <summary>A row of a dataset that could be read; that of England is the publisher's total and no council's.</summary>
internal sealed record DatasetRow(DatasetFigure Figure, bool IsEngland)
{
    public const string Gss = "gss_code";
    public const string Value = "value";

    private const string England = "E92000001";
    private const string Marker = "marker";
    private const int LongestMarker = 12;

    private static readonly CouncilCode OfEngland = CouncilCode.Parse("england");

    /// <summary>The row; null where a cell that it cannot do without is not readable, which is then reported.</summary>
    public static DatasetRow? Check(FileCells cells, DatasetPath path, DatasetDeclaration dataset, ReferenceData reference)
    {
        var isOfYear = IsOfYear(cells, path.Year);
        var isEngland = cells[Gss].Equals(England, StringComparison.OrdinalIgnoreCase);
        var council = isEngland ? OfEngland : Council(cells, path.Year, reference.Councils);
        var measure = Measure(cells, dataset);
        if (measure is not null)
        {
            CheckUnit(cells, measure);
        }

        var (state, value) = ReadFigure(cells, measure?.Unit);
        var numerator = NumberCell.Optional(cells, "numerator", null);
        var denominator = NumberCell.Optional(cells, "denominator", null);
        var respondents = NumberCell.Optional(cells, "respondents", Unit.Count)?.Value;
        var margin = NumberCell.Optional(cells, "margin_of_error", null)?.Value;
        if (!isOfYear || council is null || measure is null)
        {
            return null;
        }

        if (value is not null && !isEngland)
        {
            DatasetArithmetic.Check(cells, measure, value, numerator, denominator, reference);
        }

        return new DatasetRow(
            new DatasetFigure(cells.Line, council.Value, measure, state, value is null ? null : numerator,
                value is null ? null : denominator,
                value, respondents, margin, cells.Optional(Marker), cells.Note),
            isEngland);
    }

    private static bool IsOfYear(FileCells cells, FinancialYear year)
    {
        if (cells.Required(YearCell.Column, year.ToString()) is not { } text)
        {
            return false;
        }

        if (!FinancialYear.TryParse(text, out var own))
        {
            cells.ReportUnread(FindingCatalogue.YearUnreadable, YearCell.Column, year.ToString());
            return false;
        }

        if (own != year)
        {
            cells.Report(FindingCatalogue.DatasetYear, YearCell.Column, year.ToString());
        }

        return own == year;
    }

    private static CouncilCode? Council(FileCells cells, FinancialYear year, CouncilRegister register)
    {
        if (cells.Optional(Gss) is not { } code)
        {
            return cells.Required("council", $"the council, or its ONS code in {Gss}") is { } name
                ? Named(cells, "council", name, register.Resolve(name, year), register, year)
                : null;
        }

        if (register.OfGssCode(code, year) is not { } council)
        {
            cells.ReportUnread(FindingCatalogue.DatasetCouncil, Gss, register.WhyNot(code, year) is { } why
                ? $"the ONS code of a council of {year} ({why})"
                : $"the ONS code of a council of {year}, such as E09000012");
            return null;
        }

        foreach (var column in new[] { "council", "council_name" })
        {
            if (cells.Optional(column) is { } name && register.CodeOf(name) is { } meant && meant != council.Code)
            {
                cells.Report(FindingCatalogue.DatasetName, column, $"{council.ShortName}, whose code {code} is,");
            }
        }

        return council.Code;
    }

    private static CouncilCode? Named(
        FileCells cells, string column, string name, Council? council, CouncilRegister register, FinancialYear year)
    {
        if (council is null)
        {
            var near = NearestWord.To(name, register.In(year).Select(entry => entry.ShortName));
            cells.ReportUnread(FindingCatalogue.DatasetCouncil, column, near is null
                ? $"the name or code of a council of {year}" : $"a council of {year}, perhaps {near},");
        }

        return council?.Code;
    }

    private static DatasetMeasure? Measure(FileCells cells, DatasetDeclaration dataset)
    {
        if (cells.Required("measure", $"a measure of the dataset, such as {dataset.Measures[0].Code}") is not { } text)
        {
            return null;
        }

        var measure = dataset.Find(text);
        if (measure is null)
        {
            var near = NearestWord.To(text, dataset.Measures.Select(known => known.Code)) ?? dataset.Measures[0].Code;
            cells.ReportUnread(FindingCatalogue.DatasetMeasure, "measure", $"a declared measure such as {near}");
        }

        return measure;
    }

    private static void CheckUnit(FileCells cells, DatasetMeasure measure)
    {
        if (cells.Optional("unit") is { } text && !(Codes.TryParse<Unit>(Codes.Fold(text), out var unit) && unit == measure.Unit)
            && Codes.Fold(text) != Codes.Fold(Codes.Of(measure.Unit)))
        {
            cells.Report(FindingCatalogue.UnitUnfit, "unit", Codes.Of(measure.Unit), measure.Code);
        }
    }

    /// <summary>The value, or why there is none: a marker in its place or beside it, or nothing at all, which is missing.</summary>
    private static (ValueState State, FiledNumber? Value) ReadFigure(FileCells cells, Unit? unit)
    {
        var (text, beside) = (cells.Optional(Value), cells.Optional(Marker));
        var marker = beside is null ? null : Vocabulary.Marker.Find(beside);
        if (text is null)
        {
            if (beside is { Length: <= LongestMarker } && marker is null && !beside.Contains(' ', StringComparison.Ordinal))
            {
                cells.ReportUnread(FindingCatalogue.MarkerUnknown, Marker, "a marker such as [x], [c], [z], low or ..");
            }

            return (marker?.State ?? ValueState.Missing, null);
        }

        if (Vocabulary.Marker.Find(text) is { } inPlace)
        {
            return (inPlace.State, null);
        }

        var number = NumberCell.Optional(cells, Value, unit);
        if (number is not null && marker is { State: ValueState.Suppressed or ValueState.NotApplicable })
        {
            cells.Report(FindingCatalogue.MarkerBesideValue, Marker, "the figure or the marker", marker.Meaning);
        }

        return (ValueState.Reported, number);
    }
}
