using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Settings;

/// <summary>By when returns are to be filed, by year and kind, as the operator has set it: <c>2012-13 savings 2013-07-31T23:59:59+01:00;
/// …</c>.</summary>
internal sealed record FilingDeadlines(IReadOnlyDictionary<(FinancialYear Year, ReturnKind Kind), DateTimeOffset> All)
{
    public DateTimeOffset? Of(FinancialYear year, ReturnKind kind) => All.TryGetValue((year, kind), out var deadline) ? deadline : null;

    /// <summary>Null where the setting cannot be read or says two deadlines of one return.</summary>
    public static FilingDeadlines? Read(string setting)
    {
        var all = new Dictionary<(FinancialYear, ReturnKind), DateTimeOffset>();
        foreach (var entry in setting.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (entry.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var yearText, var kindText, var timeText]
                || !FinancialYear.TryParse(yearText, out var year)
                || !Codes.TryParse<ReturnKind>(kindText, out var kind)
                || !OffsetTime.TryRead(timeText, out var deadline)
                || !all.TryAdd((year, kind), deadline))
            {
                return null;
            }
        }

        return new FilingDeadlines(all);
    }
}
