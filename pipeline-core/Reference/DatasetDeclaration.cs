using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A publisher's statistics that come as one file a year for all councils (<c>datasets.json</c>). <c>Page</c> is where the
/// publisher has them, null where we know no lasting address; <c>Editions</c> say which edition of a year is held, in words;
/// <c>EnglandWithinPercent</c> is how far the councils may fall short of England's line, because districts book a little too; <c>Gaps</c>
/// are years and councils that are not held, and why.</summary>
public sealed record DatasetDeclaration(
    string Code,
    string Title,
    string Publisher,
    string Licence,
    string? Page,
    string Cadence,
    IReadOnlyDictionary<FinancialYear, string> Editions,
    IReadOnlyList<DatasetMeasure> Measures,
    IReadOnlyList<DatasetBreak> Breaks,
    IReadOnlyList<DatasetCaution> Cautions,
    IReadOnlyList<DatasetGap> Gaps,
    decimal? EnglandWithinPercent = null)
{
    /// <summary>The measure that a file calls so; case, spaces, hyphens and underscores do not matter. Null where none is
    /// declared.</summary>
    public DatasetMeasure? Find(string code)
    {
        var folded = Codes.Fold(code);
        return Measures.FirstOrDefault(measure => Codes.Fold(measure.Code) == folded);
    }

    /// <summary>What has to be said beside each figure of a measure in a year; none where nothing has.</summary>
    public IReadOnlyList<string> CautionsOf(DatasetMeasure measure, FinancialYear year)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return [.. Cautions.Where(caution => caution.Years.Contains(year) && (caution.Measures?.Contains(measure.Code) ?? true))
            .Select(caution => caution.Why)];
    }
}

/// <summary>A measure of a dataset: the publisher's <c>Code</c> for it, the measure of the catalogue that it is, the unit in which files
/// have it, and the <c>Factor</c> that brings a value to the catalogue's unit. <c>EnglandLine</c> is true where England's figure is the sum
/// of the councils'. <c>Min</c> and <c>Max</c>, in the catalogue's unit, replace the catalogue's where what was published lies beyond
/// it.</summary>
public sealed record DatasetMeasure(
    string Code, string Measure, Unit Unit, decimal Factor, bool EnglandLine, decimal? Min = null, decimal? Max = null);

/// <summary>A year that cannot be compared with the year before, in some measures of a dataset (null means all), and why.</summary>
public sealed record DatasetBreak(FinancialYear Year, IReadOnlyList<string>? Measures, string Why);

/// <summary>Years or councils that are not held, in some measures of a dataset (null means all), and why.</summary>
public sealed record DatasetGap(IReadOnlyList<string>? Measures, string Why);

/// <summary>What makes the figures of some years unlike others, in some measures of a dataset (null means all).</summary>
public sealed record DatasetCaution(IReadOnlyList<FinancialYear> Years, IReadOnlyList<string>? Measures, string Why);
