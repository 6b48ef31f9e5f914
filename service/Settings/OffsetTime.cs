using System.Globalization;

namespace Benchmarking.Service.Settings;

/// <summary>A time in a setting: it has its offset, so that nobody guesses which midnight is meant.</summary>
internal static class OffsetTime
{
    private const int ShortestWithOffset = 7;

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads <c>2013-07-31T23:59:59+01:00</c> or <c>2013-07-31T22:59Z</c>; false without an offset.</summary>
    public static bool TryRead(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length >= ShortestWithOffset && (text.EndsWith('Z') || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
