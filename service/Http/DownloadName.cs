using System.Text.RegularExpressions;

namespace Benchmarking.Service.Http;

/// <summary>The name under which a browser saves a table: what was asked for, such as
/// <c>comparisons-savings-total-2012-13-hackney.csv</c>.</summary>
internal static partial class DownloadName
{
    private const int Longest = 100;

    // What tells one table from another; the rest stands in the table itself.
    private static readonly string[] Telling = ["year", "from", "to", "council", "peers", "model", "status", "basis", "shape"];

    public static void Give(HttpContext context, string form)
    {
        if (form is Form.Csv or Form.Xlsx)
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Of(context.Request)}.{form}\"";
        }
    }

    private static string Of(HttpRequest request)
    {
        var path = request.Path.Value!.Replace("/api/v1/", "", StringComparison.Ordinal);
        var name = string.Join('-',
            Telling.Select(parameter => request.Query[parameter].ToString()).Where(value => value.Length > 0).Prepend(path));
        var plain = Other().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return plain.Length <= Longest ? plain : plain[..Longest].TrimEnd('-');
    }

    // A name from outside is hostile: only letters, digits and hyphens come through.
    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
