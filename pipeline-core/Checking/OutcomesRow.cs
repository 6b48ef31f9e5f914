using System.Globalization;
using Benchmarking.Core.Reading;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Checking;

/// <summary>One row of an outcomes table, read cell by cell; every cell that cannot be read is a fault of its own.</summary>
internal sealed class OutcomesRow(SheetRow row, OutcomesColumns columns, int width)
{
    public const string Outcome = "Outcome";
    public const string Numerator = "Numerator";
    public const string Denominator = "Denominator";

    private static readonly string[] Types = [Outcome, Numerator, Denominator];

    public string this[string column] => columns.PlaceOf(column) is >= 0 and var place ? CellText.Trim(Characters.Fold(row.At(place))) : "";

    /// <summary>Whether nothing, or a marker, stands in place of a number: neither is zero.</summary>
    public bool HasNoNumber => this[OutcomesColumns.Value] is var text && (text.Length == 0 || Marker.Find(text) is not null);

    /// <summary>The fault of a row that has not the shape of the table's rows, or null.</summary>
    public OutcomesFault? Shape()
    {
        if (row.Cells.Length > width)
        {
            var (cells, most) = (row.Cells.Length.ToString(CultureInfo.InvariantCulture), width.ToString(CultureInfo.InvariantCulture));
            return new OutcomesFault(row.Line, "", $"{cells} cells",
                $"{most} cells, as in the header: put quotes round a cell that holds a separator, such as a name with a comma");
        }

        return this[OutcomesColumns.Value].Length == 0 && this[OutcomesColumns.Area].Length == 0
            && !FinancialYear.TryParse(this[OutcomesColumns.Year], out _)
            ? new OutcomesFault(row.Line, "", row.Cells.First(text => text.Length > 0),
                "a row of the table: this one looks like a note and is not read")
            : null;
    }

    /// <summary>The number of the row; null where it has none or where a cell has a fault, which is added.</summary>
    public OutcomesCell? Read(ReferenceData reference, List<OutcomesFault> faults)
    {
        if (HasNoNumber)
        {
            return null;
        }

        var before = faults.Count;
        var year = Year(faults);
        var council = year is { } known ? Council(known, reference.Councils, faults) : null;
        var measure = Measure(reference.Measures, faults);
        var status = Status(faults);
        var type = Types.FirstOrDefault(type => type.Equals(this[OutcomesColumns.Type], StringComparison.OrdinalIgnoreCase));
        if (type is null)
        {
            Add(faults, OutcomesColumns.Type, string.Join(", ", Types));
        }

        var number = Number(measure, type, faults);
        return faults.Count > before ? null
            : new OutcomesCell(row.Line, new OutcomesKey(council!.Code, year!.Value, measure!.Code, status!.Value), type!, number!.Value);
    }

    private FinancialYear? Year(List<OutcomesFault> faults)
    {
        if (FinancialYear.TryParse(this[OutcomesColumns.Year], out var year))
        {
            return year;
        }

        Add(faults, OutcomesColumns.Year, DateForYear.Meant(this[OutcomesColumns.Year]) ?? "a financial year such as 2012-13");
        return null;
    }

    /// <summary>The council of the code in the year; where a name stands beside it, both must mean the same.</summary>
    private Council? Council(FinancialYear year, CouncilRegister register, List<OutcomesFault> faults)
    {
        if (register.OfGssCode(this[OutcomesColumns.Area], year) is not { } council)
        {
            Add(faults, OutcomesColumns.Area, register.WhyNot(this[OutcomesColumns.Area], year) is { } why
                ? $"the ONS code of a council of {year}: {why}"
                : $"the ONS code of a council of {year}, such as E09000012");
            return null;
        }

        if (register.CodeOf(this[OutcomesColumns.Name]) is { } named && named != council.Code)
        {
            var expected = $"{council.ShortName}, whose code {council.GssCode} is, or the code of {this[OutcomesColumns.Name]}";
            Add(faults, OutcomesColumns.Name, expected);
        }

        return council;
    }

    private Measure? Measure(MeasureCatalogue catalogue, List<OutcomesFault> faults)
    {
        var measure = catalogue.Find(ReturnKind.Activity, this[OutcomesColumns.Measure]);
        if (measure is null)
        {
            var near = NearestWord.To(this[OutcomesColumns.Measure], catalogue.All.Where(known => known.Kind == ReturnKind.Activity)
                .Select(known => known.Code));
            Add(faults, OutcomesColumns.Measure, near is null ? "an activity measure of the catalogue"
                : $"an activity measure of the catalogue, perhaps {near}");
        }

        return measure;
    }

    private FigureStatus? Status(List<OutcomesFault> faults)
    {
        var text = this[OutcomesColumns.Disaggregation];
        if (text.Length == 0 || text.Equals("total", StringComparison.OrdinalIgnoreCase))
        {
            return FigureStatus.Actual;
        }

        if (Codes.TryParse<FigureStatus>(text, out var status))
        {
            return status;
        }

        var statuses = string.Join(", ", Codes.All<FigureStatus>());
        Add(faults, OutcomesColumns.Disaggregation, $"Total, or one of {statuses}: parts of a measure are not filed");
        return null;
    }

    private decimal? Number(Measure? measure, string? type, List<OutcomesFault> faults)
    {
        Unit? unit = measure is null || type is null ? null
            : type == Outcome ? measure.Unit
            : type == Numerator && measure.Unit.IsInPounds() ? Unit.Gbp
            : Unit.Count;
        if (FiledNumber.TryParse(this[OutcomesColumns.Value], unit, out var number, out var fault))
        {
            return number.Value;
        }

        var alone = fault == NumberFault.WithWords ? NumberFaults.NumberBesideWords(this[OutcomesColumns.Value]) : null;
        Add(faults, OutcomesColumns.Value, alone is null ? "a number such as 1234.5" : $"the number alone: {alone}");
        return null;
    }

    private void Add(List<OutcomesFault> faults, string column, string expected) =>
        faults.Add(new OutcomesFault(row.Line, column, this[column], expected));
}
