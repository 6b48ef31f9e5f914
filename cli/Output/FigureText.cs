using System.Text.Json;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Output;

/// <summary>Numbers with the service's own digits: commas between thousands and a unit are all that is added.</summary>
internal static class FigureText
{
    private const int Group = 3;

    public static string? Number(this JsonElement element, string name)
    {
        var member = element.Member(name);
        return member.ValueKind == JsonValueKind.Number ? Grouped(member.GetRawText()) : member.Text();
    }

    public static string InUnit(string number, string? unit)
    {
        var sign = number.StartsWith('-') ? "-" : string.Empty;
        var pounds = $"{sign}£{number[sign.Length..]}";
        return unit switch
        {
            "percent" => $"{number} %",
            "per_1000" => $"{number} per 1,000",
            "per_100000" => $"{number} per 100,000",
            "gbp" => pounds,
            "gbp_per_week" => $"{pounds} a week",
            "gbp_per_hour" => $"{pounds} an hour",
            _ => number,
        };
    }

    private static string Grouped(string number)
    {
        var first = number.StartsWith('-') ? 1 : 0;
        var end = number.AsSpan(first).IndexOfAnyExceptInRange('0', '9');
        end = end < 0 ? number.Length : first + end;
        if (number.AsSpan(end).ContainsAny('e', 'E'))
        {
            return number;
        }

        for (var at = end - Group; at > first; at -= Group)
        {
            number = number.Insert(at, ",");
        }

        return number;
    }
}
