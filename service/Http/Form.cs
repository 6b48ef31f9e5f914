using Microsoft.Net.Http.Headers;

namespace Benchmarking.Service.Http;

/// <summary>The forms that an answer may have, by the words of the parameter <c>format</c>.</summary>
internal static class Form
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Text = "text";
    public const string Xlsx = "xlsx";
    public const string JsonLines = "jsonl";

    public static string MediaType(string form) => form switch
    {
        Json => "application/json",
        Csv => "text/csv",
        Text => "text/plain",
        JsonLines => "application/jsonl",
        Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };

    public static string ContentType(string form) => form switch
    {
        Csv => "text/csv; charset=utf-8; header=present",
        Xlsx => MediaType(form),
        _ => $"{MediaType(form)}; charset=utf-8",
    };

    /// <summary>An explicit format decides; else the Accept header, where a form other than the usual one, which is the first, must be
    /// named. CSV is taken where it is wanted as much as the usual form, another only where it is wanted more: programs name plain text
    /// without meaning it.</summary>
    public static string Wanted(HttpRequest request, params IReadOnlyList<string> forms)
    {
        if (request.Query[EndpointParameters.Format].ToString() is { Length: > 0 } format)
        {
            return forms.Contains(format) ? format : forms[0];
        }

        var accepted = request.GetTypedHeaders().Accept;
        var usual = Quality(accepted, forms[0]);
        return forms.Skip(1).MaxBy(form => Quality(accepted, form)) is { } other
            && Quality(accepted, other) is var wanted and > 0 && (wanted > usual || (wanted >= usual && other == Csv)) ? other : forms[0];
    }

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string form) =>
        accepted.FirstOrDefault(type => type.MediaType == MediaType(form)) is { } named ? named.Quality ?? 1 : 0;
}
