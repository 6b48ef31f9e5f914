using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarking.CommandLine.Files;

/// <summary>Whose return a file is: the last three parts of its path, {council}/{year}/{kind}.csv or .xlsx.</summary>
internal sealed partial record ReturnAddress(string Council, string Year, string Kind, string Extension)
{
    private const int Parts = 3;
    private static readonly string[] Kinds = ["savings", "budget", "activity", "prices"];

    public string BlobName => $"{Council}/{Year}/{Kind}.{Extension}";

    /// <summary>Names the return whichever way its file is written.</summary>
    public string Return => $"{Council}/{Year}/{Kind}";

    public string ContentType => Extension == "xlsx"
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv";

    public static bool TryParse(
        string path,
        [NotNullWhen(true)] out ReturnAddress? address,
        [NotNullWhen(false)] out string? reason) => TryParse(path, null, null, null, out address, out reason);

    /// <summary>What is given counts; what is null is read from the path.</summary>
    public static bool TryParse(
        string path,
        string? council,
        string? year,
        string? kind,
        [NotNullWhen(true)] out ReturnAddress? address,
        [NotNullWhen(false)] out string? reason)
    {
        var parts = path.Replace('\\', '/').Split('/').TakeLast(Parts).ToArray();
        string PartFromEnd(int back) => back <= parts.Length ? parts[^back] : string.Empty;
        var dot = parts[^1].LastIndexOf('.');
        var stem = dot < 0 ? parts[^1] : parts[^1][..dot];
        var candidate = new ReturnAddress(
            Low(council ?? PartFromEnd(3)),
            Low(year ?? PartFromEnd(2)),
            Low(kind ?? stem),
            dot < 0 ? string.Empty : Low(parts[^1][(dot + 1)..]));
        reason = candidate.Fault();
        address = reason is null ? candidate : null;
        return reason is null;
    }

    private static string Low(string text) => text.ToLowerInvariant();

    private string? Fault() => this switch
    {
        { Extension: not ("csv" or "xlsx") } => "the file must end in .csv or .xlsx",
        _ when !Kinds.Contains(Kind) => $"the kind is \"{Kind}\", not one of {string.Join(", ", Kinds)}",
        _ when !IsYear(Year) => $"the year is \"{Year}\", not a financial year such as 2012-13",
        _ when !Slug().IsMatch(Council) => $"the council is \"{Council}\", not a name such as tower-hamlets",
        _ => null,
    };

    private static bool IsYear(string text) =>
        YearShape().IsMatch(text)
        && (int.Parse(text[..4], CultureInfo.InvariantCulture) + 1) % 100
        == int.Parse(text[5..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearShape();
}
