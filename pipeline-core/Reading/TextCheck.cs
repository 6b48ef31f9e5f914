using System.Buffers;
using System.Globalization;
using System.Text;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reading;

/// <summary>Whether decoded text can be a table at all.</summary>
internal static class TextCheck
{
    private static readonly (string Start, string What)[] OtherFormats =
    [
        ("<!doctype html", "a web page (HTML)"),
        ("<html", "a web page (HTML)"),
        ("<table", "a web page (HTML)"),
        ("<", "an XML or HTML document"),
        ("{\\rtf", "a rich text document (RTF)"),
        ("{", "JSON"),
        ("[{", "JSON"),
    ];

    // What UTF-8 looks like when it was read as Windows-1252, and the mark that decoders put in place of what they
    // could not read.
    private static readonly string[] Garbled =
        ["Â£", "â‚¬", "â€™", "â€˜", "â€œ", "â€“", "â€”", "ï»¿", "Ã©", "\uFFFD"];

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'))]);

    /// <summary>False where the text is not to be read on; the findings say why.</summary>
    public static bool Passes(string text, List<Finding> findings)
    {
        if (CellText.Trim(text.AsSpan()).IsEmpty)
        {
            findings.Add(FindingCatalogue.FileEmpty.ForFile(null, "a header and rows"));
            return false;
        }

        if (OtherFormat(text) is { } what)
        {
            findings.Add(FindingCatalogue.FormatUnsupported.ForFile(what, "CSV or .xlsx"));
            return false;
        }

        ReportGarbled(text, findings);
        return !HasControls(text, findings);
    }

    /// <summary>Whether there is any text, and not that of another kind of document.</summary>
    public static bool IsTable(string text) => !CellText.Trim(text.AsSpan()).IsEmpty && OtherFormat(text) is null;

    private static string? OtherFormat(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var (signature, what) in OtherFormats)
        {
            if (start.StartsWith(signature, StringComparison.OrdinalIgnoreCase))
            {
                return what;
            }
        }

        return null;
    }

    private static void ReportGarbled(string text, List<Finding> findings)
    {
        foreach (var sign in Ascii.IsValid(text) ? [] : Garbled)
        {
            var at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at >= 0)
            {
                findings.Add(FindingCatalogue.TextGarbled.At(LineOf(text, at), null, sign, "readable text"));
                return;
            }
        }
    }

    private static bool HasControls(string text, List<Finding> findings)
    {
        var first = text.AsSpan().IndexOfAny(Controls);
        if (first < 0)
        {
            return false;
        }

        var count = text.Count(c => Controls.Contains(c));
        var name = string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[first]:X4}");
        findings.Add(FindingCatalogue.ControlCharacter.At(
            LineOf(text, first), null, name, "text", count.ToString(CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>The line of the text at a position, whatever ends its lines; the first is 1.</summary>
    public static int LineOf(string text, int position)
    {
        var before = text.AsSpan(0, position);
        return before.Count('\n') + before.Count('\r') - before.Count("\r\n") + 1;
    }
}
