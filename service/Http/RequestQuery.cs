using System.Globalization;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints;

namespace Benchmarking.Service.Http;

/// <summary>Reads a request's parameters strictly: a name that its door does not take, a repeated one or a value that cannot be read is a problem, never a
/// default. The first problem met is kept; look at it before using what was read.</summary>
internal sealed class RequestQuery
{
    private readonly IQueryCollection query;

    public RequestQuery(HttpRequest request)
    {
        query = request.Query;
        var door = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Door>();
        var names = door?.Parameters ?? [];
        foreach (var (name, values) in query)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                Refuse("parameter-unknown", "Unknown parameter", $"There is no parameter '{name}' here.", names);
            }
            else if (values.Count > 1)
            {
                Refuse("parameter-repeated", "Repeated parameter", $"The parameter '{name}' is given {values.Count} times.", null);
            }
        }

        OneOf(Answer.Format, [.. door?.Forms ?? [Form.Json, Form.Csv]]);
    }

    public Problem? Problem { get; private set; }

    /// <summary>The text of a parameter; null where it is not given or empty.</summary>
    public string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public FinancialYear? Year(string name)
    {
        var text = Text(name);
        if (text is null || FinancialYear.TryParse(text, out var year))
        {
            return text is null ? null : FinancialYear.Parse(text);
        }

        Refuse("year-unreadable", "Unreadable financial year", $"'{text}' is not a financial year such as 2012-13.", null);
        return null;
    }

    public FinancialYear RequiredYear(string name)
    {
        if (Text(name) is null)
        {
            Refuse("parameter-missing", "Missing parameter", $"The parameter '{name}' is needed, a financial year such as 2012-13.", null);
        }

        return Year(name) ?? new FinancialYear(2012);
    }

    public FigureStatus Status(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return FigureStatus.Actual;
        }

        if (Codes.TryParse<FigureStatus>(text, out var status) && Codes.Of(status) == text)
        {
            return status;
        }

        Refuse("status-unknown", "Unknown status", $"'{text}' is not a status of figures.", Codes.All<FigureStatus>());
        return FigureStatus.Actual;
    }

    public CouncilCode? Council(string name)
    {
        var text = Text(name);
        if (text is null || CouncilCode.TryParse(text, out _))
        {
            return text is null ? null : CouncilCode.Parse(text);
        }

        Refuse("council-unreadable", "Unreadable council", $"'{text}' is not a council's code such as hackney.", null);
        return null;
    }

    /// <summary>One of a few words; the first is the default.</summary>
    public string OneOf(string name, params string[] words)
    {
        var text = Text(name) ?? words[0];
        if (!words.Contains(text, StringComparer.Ordinal))
        {
            Refuse($"{name}-unknown", $"Unknown {name}", $"'{text}' is not a {name}.", words);
        }

        return text;
    }

    public int? WholeNumber(string name, int least, int most)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse($"{name}-unreadable", $"Unreadable {name}", $"'{text}' is not a whole number from {least} to {most}.", null);
        return null;
    }

    private void Refuse(string code, string title, string detail, IReadOnlyList<string>? validValues) =>
        Problem ??= Http.Problem.BadRequest(code, title, detail, validValues);
}
