using System.Globalization;
using Benchmarking.Core.Reading.Workbooks;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>From the bytes of an upload to rows of text: file, then header, then rows. A stage that finds an error ends the reading,
/// so that one fault is reported once; no bytes whatever end in an exception.</summary>
public static class ReturnReader
{
    public static RawReturn Read(
        ReturnKind kind, string fileExtension, ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken token = default)
    {
        return Read(ReturnLayout.For(kind), fileExtension, content, limits, token);
    }

    public static RawReturn Read(
        ReturnLayout layout, string fileExtension, ReadOnlyMemory<byte> content, ReadingLimits limits, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(fileExtension);
        ArgumentNullException.ThrowIfNull(limits);
        var findings = new List<Finding>();
        var result = ReadSheet(layout, fileExtension, content, limits, findings, token) is { } sheet
            ? ReadRows(layout, sheet, findings, token)
            : Unread(layout, 0, findings);
        return result with { Findings = [.. result.Findings.OrderBy(finding => finding.Line ?? 0)] };
    }

    private static Sheet? ReadSheet(
        ReturnLayout layout, string extension, ReadOnlyMemory<byte> content, ReadingLimits limits, List<Finding> findings,
        CancellationToken token)
    {
        if (content.Length > limits.MaxBytes)
        {
            findings.Add(FindingCatalogue.FileTooLarge.ForFile(
                content.Length.ToString(CultureInfo.InvariantCulture), limits.MaxBytes.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        var format = FileFormat.Of(content.Span);
        if (format.Other is { } other)
        {
            findings.Add(FindingCatalogue.FormatUnsupported.ForFile(other, "CSV or .xlsx"));
            return null;
        }

        if (format.IsPackage || format.IsCompound)
        {
            return NamedAs("xlsx", extension, findings, Workbook.Read(content, format, limits, findings, token));
        }

        return TextDecoder.Decode(content.Span, findings) is { } text && TextCheck.Passes(text, findings)
            ? NamedAs("csv", extension, findings, DelimitedText.Read(text, layout.KnownNames, limits, findings, token))
            : null;
    }

    private static RawReturn ReadRows(ReturnLayout layout, Sheet sheet, List<Finding> findings, CancellationToken token)
    {
        var header = HeaderSearch.Find(sheet, layout, findings);
        findings.AddRange(sheet.Faults.Take(ReadingLimits.MostListed).Select(fault => fault.Report(header?.NameAt(fault.Index))));
        var unlisted = Math.Max(sheet.Faults.Count - ReadingLimits.MostListed, 0);
        if (header is null)
        {
            return Unread(layout, 0, findings) with { Unlisted = unlisted };
        }

        if (FindingsColumn.In(header.Row.Cells) is { } place)
        {
            (sheet, header) = (sheet.Without(place), new Header(header.Row.Without(place), layout));
        }

        sheet = SurroundingText.Without(header, sheet, findings);
        var beneath = sheet.Rows.Count(row => row.Line > header.Line) + sheet.Faults.Count(fault => fault.Line > header.Line);
        var read = HeaderCheck.Passes(header, sheet, findings)
            ? RowReader.Read(header, sheet, findings, token)
            : Unread(layout, beneath, findings);
        return read with { Unlisted = read.Unlisted + unlisted };
    }

    private static RawReturn Unread(ReturnLayout layout, int rowsRead, List<Finding> findings) =>
        new(layout.Kind, [], [], rowsRead, findings);

    /// <summary>The content decides what a file is; a name that says otherwise is worth a notice only.</summary>
    private static Sheet? NamedAs(string format, string extension, List<Finding> findings, Sheet? sheet)
    {
        var named = extension.TrimStart('.').ToLowerInvariant();
        if (sheet is not null && named != format)
        {
            findings.Add(FindingCatalogue.FormatNotAsNamed.ForFile(
                named, format == "csv" ? "CSV text" : "an Excel workbook (.xlsx)"));
        }

        return sheet;
    }
}
