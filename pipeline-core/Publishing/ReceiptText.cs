using System.Globalization;
using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Publishing;

/// <summary>A receipt as a page that an officer can read and print: what was filed, what became of it, what was found and what to do
/// next.</summary>
public static class ReceiptText
{
    private const int PageWidth = 90;
    private const int LabelWidth = 12;

    private static readonly (Severity Severity, string Title)[] Groups =
    [
        (Severity.Error, "Errors: each must be put right before the return can be accepted"),
        (Severity.Query, "Queries: change the figure, or explain it in the note of its row"),
        (Severity.Notice, "Notices: for information"),
    ];

    public static string Of(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var page = new StringBuilder();
        Line(page, "", $"Receipt {receipt.Id ?? "(nothing was stored)"}");
        Line(page, "", Plain(receipt.Path));
        page.Append('\n');
        Line(page, "", Outcome(receipt));
        page.Append('\n');
        Labelled(page, "", "Received",
            receipt.ReceivedAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Labelled(page, "", "Size",
            string.Create(CultureInfo.InvariantCulture,
                $"{receipt.Size:#,##0} {(receipt.Size == 1 ? "byte" : "bytes")}, {Counted.Of(receipt.Rows, "row")} read"));
        Labelled(page, "", "SHA-256", receipt.Sha256);
        Labelled(page, "", "Found", Found(receipt));
        Labelled(page, "", "Checked by",
            $"taxonomy of savings {receipt.TaxonomyVersion}, catalogue of measures {receipt.CatalogueVersion}");
        foreach (var (severity, title) in Groups)
        {
            Group(page, title, [.. receipt.Findings.Where(finding => finding.Severity == severity)]);
        }

        return page.ToString();
    }

    private static string Outcome(Receipt receipt) => receipt.Status switch
    {
        ReturnStatus.Rejected =>
            $"REJECTED. Nothing of this file is used, and an earlier accepted version of the return, if there is one, goes on serving. "
                + $"Put {Counted.Of(receipt.Counts.Error, "error")} right and send the file again.",
        ReturnStatus.NeedsExplanation =>
            $"HELD. Nothing of this file is used yet, and an earlier accepted version of the return, if there is one, goes on serving. "
                + $"Answer {Counted.Of(receipt.Counts.Query, "query", "queries")} and send the file again.",
        ReturnStatus.Withdrawn =>
            $"WITHDRAWN. Nothing of this return is used any more; file it again and it counts as the next revision. Reason given: "
                + $"{Plain(receipt.Reason ?? "none")}",
        _ when receipt.SignOff is { } signed => string.Create(
            CultureInfo.InvariantCulture,
            $"SIGNED OFF: revision {signed.Revision}, by the "
                + $"{signed.Role.Replace('-', ' ')}{(signed.Name is { } name ? $", {Plain(name)}" : "")}. A new revision needs a new "
                + $"signature."),
        _ when receipt.Revision is { } revision =>
            string.Create(CultureInfo.InvariantCulture, $"ACCEPTED as revision {revision}. Nothing more need be done."),
        _ => "ACCEPTED. Nothing more need be done.",
    };

    private static string Found(Receipt receipt)
    {
        var found = $"{Counted.Of(receipt.Counts.Error, "error")}, {Counted.Of(receipt.Counts.Query, "query", "queries")}, "
            + $"{Counted.Of(receipt.Counts.Notice, "notice")}";
        return receipt.FindingsTotal > receipt.Findings.Count
            ? string.Create(CultureInfo.InvariantCulture,
                $"{found}; the first {receipt.Findings.Count:#,##0} of {receipt.FindingsTotal:#,##0} are listed here")
            : found;
    }

    private static void Group(StringBuilder page, string title, Finding[] findings)
    {
        if (findings.Length == 0)
        {
            return;
        }

        page.Append('\n').Append(title).Append('\n').Append('-', title.Length).Append('\n');
        foreach (var finding in findings)
        {
            page.Append('\n');
            Line(page, "", $"{Place(finding)} ({finding.Code})");
            Line(page, "  ", Plain(finding.Message));
            Labelled(page, "  ", "Filed", Plain(finding.Value ?? ""));
            Labelled(page, "  ", "Expected", Plain(finding.Expected));
        }
    }

    private static string Place(Finding finding) => (finding.Line, finding.Column) switch
    {
        (null, null) => "The whole file",
        (null, var column) => $"Column {Plain(column)}",
        (var line, null) => string.Create(CultureInfo.InvariantCulture, $"Line {line}"),
        var (line, column) => string.Create(CultureInfo.InvariantCulture, $"Line {line}, column {Plain(column)}"),
    };

    private static void Labelled(StringBuilder page, string indent, string label, string text)
    {
        if (text.Length > 0)
        {
            Line(page, indent + new string(' ', LabelWidth), label.PadRight(LabelWidth) + text, hang: indent);
        }
    }

    /// <summary>Breaks at spaces; <paramref name="hang"/> is the indent of the first line where it differs from that of the
    /// others.</summary>
    private static void Line(StringBuilder page, string indent, string text, string? hang = null)
    {
        var line = new StringBuilder(hang ?? indent);
        var isBlank = true;
        foreach (var word in text.Split(' '))
        {
            if (!isBlank && line.Length + 1 + word.Length > PageWidth)
            {
                page.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(indent);
                isBlank = true;
            }

            line.Append(isBlank ? "" : " ").Append(word);
            isBlank = false;
        }

        page.Append(line.ToString().TrimEnd()).Append('\n');
    }

    /// <summary>The council's own text on one line, without characters that would move the cursor or turn the direction of
    /// reading.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? ' '
            : c));
}
