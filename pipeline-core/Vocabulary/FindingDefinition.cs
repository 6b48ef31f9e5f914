using System.Globalization;

namespace Benchmarking.Core.Vocabulary;

/// <summary>A kind of finding: its stable code, what it does to the return and its wording. <c>Sentence</c> may hold
/// {line}, {column}, {value}, {expected} and {0}, {1}…; <c>Action</c> says what the officer should do.</summary>
public sealed record FindingDefinition(string Code, Severity Severity, string Title, string Sentence, string Action)
{
    private const int LongestValueShown = 120;

    private readonly string wording = $"{Sentence} {Action}";

    /// <summary>A finding of this kind; <paramref name="line"/> is the file's row number, null for the whole file.</summary>
    public Finding At(int? line, string? column, string? value, string expected, params ReadOnlySpan<string> details)
    {
        var shown = Shorten(value);
        var message = wording
            .Replace("{line}", line?.ToString(CultureInfo.InvariantCulture) ?? "?", StringComparison.Ordinal)
            .Replace("{column}", column ?? "?", StringComparison.Ordinal)
            .Replace("{expected}", expected, StringComparison.Ordinal);
        for (var i = 0; i < details.Length; i++)
        {
            message = message.Replace($"{{{i}}}", Shorten(details[i]), StringComparison.Ordinal);
        }

        // The value comes last: it is the council's own text and may itself hold braces.
        return new Finding(Code, Severity, line, column, shown, expected,
            message.Replace("{value}", shown ?? "", StringComparison.Ordinal));
    }

    /// <summary>A finding about the whole file.</summary>
    public Finding ForFile(string? value, string expected, params ReadOnlySpan<string> details) =>
        At(null, null, value, expected, details);

    private static string? Shorten(string? text) =>
        text is { Length: > LongestValueShown } ? string.Concat(text.AsSpan(0, LongestValueShown), "…") : text;
}
