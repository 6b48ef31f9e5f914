using System.Globalization;

namespace Benchmarking.Service.Tests.Security;

/// <summary>Who gets past an endpoint.</summary>
internal enum Gate
{
    Everybody,

    /// <summary>Everybody where reads are open, else holders of a key.</summary>
    Readers,

    /// <summary>The council, its partners, analysts and operators.</summary>
    ReadersOfFiled,

    /// <summary>The council and operators.</summary>
    Filers,

    /// <summary>Holders of a council's key, for a file of which the council is known only once it is read, and operators.</summary>
    HoldersOfFiles,
    Savers,
    Operators,
}

/// <summary>What an answer holds.</summary>
internal enum Tells
{
    Nothing,

    /// <summary>The figure under an embargo: for holders of a key, later for everybody who may read.</summary>
    Figure,

    /// <summary>The cell of the rejected file, or another value as filed.</summary>
    AsFiled,

    /// <summary>The notes of a file.</summary>
    Notes,
}

/// <summary>One request to an endpoint, who is let in and what they are told. <c>Value</c> is what an answer that tells something
/// holds.</summary>
internal sealed record Visit(
    string Route, string Address, Gate Gate, Tells Tells = Tells.Nothing, string? Value = null, string? Body = null,
    string Type = "application/json")
{
    public HttpRequestMessage Request(Asker asker, string? form = null)
    {
        var address = Address.Replace("{asker}", asker.ToString().ToLowerInvariant(), StringComparison.Ordinal);
        var query = form is null ? "" : $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={form}";
        var request = new HttpRequestMessage(new HttpMethod(Route.Split(' ')[0]), $"{address}{query}");
        request.Headers.TryAddWithoutValidation("X-Reason", "tried");
        if (Body is not null)
        {
            request.Content = new StringContent(Body, System.Text.Encoding.UTF8, Type);
        }

        return request;
    }

    public bool LetsIn(Asker asker, bool openReads) => Gate switch
    {
        Gate.Everybody => true,
        Gate.Readers => openReads || asker != Asker.Nobody,
        Gate.ReadersOfFiled => IsReaderOfFiled(asker),
        Gate.Filers => asker is Asker.Own or Asker.Operator,
        Gate.HoldersOfFiles => asker is Asker.Own or Asker.Operator,
        Gate.Savers => asker is Asker.Analyst or Asker.Operator,
        _ => asker == Asker.Operator,
    };

    public bool Told(Asker asker, bool isLifted) => Tells switch
    {
        Tells.Nothing => false,
        Tells.Figure => isLifted || asker != Asker.Nobody,
        Tells.AsFiled => IsReaderOfFiled(asker),
        _ => asker is Asker.Own or Asker.Operator,
    };

    private static bool IsReaderOfFiled(Asker asker) =>
        asker is Asker.Own or Asker.Partner or Asker.Joint or Asker.Analyst or Asker.Operator;
}

/// <summary>The table of expectations: every endpoint with what it is asked, who is let in and what the answer tells.</summary>
internal static class Visits
{
    private const string Api = "/api/v1";
    private const string Own = GuardedService.Own;
    private const string Return = $"{Api}/returns/{Own}/2012-13/savings";
    private const string Group = """{"label": "A club", "councils": ["hackney", "westminster"]}""";
    private const string Plan = """{"name": "A plan", "unit": "gbp"}""";

    public static IReadOnlyList<Visit> Of(Planted planted) =>
        [.. Pages(), .. Figures(planted.Secrets, planted), .. Filed(planted.Secrets, planted), .. Checks(planted.Secrets), .. Writes()];

    private static IEnumerable<Visit> Pages()
    {
        foreach (var root in new[] { "", Api })
        {
            yield return new($"GET {root}/health/live", $"{root}/health/live", Gate.Everybody);
            yield return new($"GET {root}/health/ready", $"{root}/health/ready", Gate.Everybody);
            yield return new($"GET {root}/openapi/{{documentName}}.json", $"{root}/openapi/v1.json", Gate.Everybody);
        }

        yield return new("GET /", "/", Gate.Everybody);
        yield return Read("/templates/{kind}", "/templates/savings");
        yield return Read("/councils", "/councils?region=london");
        yield return Read("/councils/{council}", $"/councils/{Own}");
        yield return Read("/metrics", "/metrics");
        yield return Read("/metrics/{metric}", "/metrics/savings-total");
        yield return Read("/peer-groups", "/peer-groups");
        yield return Read("/peer-groups/{group}", "/peer-groups/region:london");
        yield return Read("/programmes", "/programmes");
        yield return Read("/programmes/{id}", "/programmes/tri-borough");
        yield return Read("/programmes/{id}/changes", "/programmes/tri-borough-2012/changes?since=tri-borough-2011");
        yield return Read("/datasets", "/datasets");
        yield return Read("/datasets/{dataset}", "/datasets/revenue-outturn");
        yield return Read("/datasets/{dataset}/{year}", "/datasets/revenue-outturn/2012-13");
        yield return Read("/refreshes/latest", "/refreshes/latest");
        yield return Read("/refreshes/latest/drift", "/refreshes/latest/drift");
        yield return Read("/snapshots", "/snapshots");
        yield return Read("/receipts/{id}/lines/{list}", "/receipts/0123456789abcdef0123456789abcdef/lines/0123456789abcdef");
    }

    private static IEnumerable<Visit> Figures(Secrets s, Planted planted)
    {
        Visit Figure(string route, string address, decimal value) =>
            Read(route, address) with { Tells = Tells.Figure, Value = Text(value) };

        const string Subject = $"council={Own}";
        const string Comparison = "/comparisons/{metric}";
        yield return Figure(Comparison, $"/comparisons/savings-total?year=2012-13&{Subject}", s.Saved);
        yield return Figure(Comparison, $"/comparisons/savings-total?year=2012-13&status=projected&{Subject}", s.Projected);
        yield return Figure(Comparison, $"/comparisons/savings-total?year=2013-14&status=target&{Subject}", s.SavedNextYear);
        yield return Figure(Comparison, $"/comparisons/savings-total?year=2010-11&{Subject}", s.SavedBefore);
        yield return Figure(Comparison, $"/comparisons/savings-total?year=2012-13&snapshot={planted.After}", s.Saved);
        yield return Read(Comparison, "/comparisons/residents-65plus?year=2011-12&funnel=limits");
        yield return Read(Comparison, $"/comparisons/residents-65plus-per-1000?year=2011-12&{Subject}&funnel=limits");
        yield return Figure("/comparisons/plane", "/comparisons/plane?x=savings-total&y=savings-per-resident&year=2012-13", s.Saved);
        yield return Figure("/councils/{council}/profile", $"/councils/{Own}/profile?year=2012-13", s.Saved);
        yield return Read("/councils/{council}/profile", $"/councils/{Own}/profile?year=2011-12&peers=region:london");
        yield return Read("/councils/{council}/profile", $"/councils/{Own}/profile?year=2011-12&filter=worse-and-worsening");
        yield return Read("/councils/{council}/opportunities", $"/councils/{Own}/opportunities?year=2011-12");
        yield return Read("/councils/{council}/opportunities", $"/councils/{Own}/opportunities?year=2012-13&peers=region:london");
        yield return Figure("/exports/{year}", "/exports/2012-13", s.Saved);
        yield return Figure("/exports/{year}", "/exports/2012-13?shape=wide", s.Saved);
        yield return Figure("/exports/{year}", "/exports/2013-14?status=target", s.SavedNextYear);
        yield return Read("/exports/{year}", "/exports/2011-12?shape=ascof");
        yield return Read("/exports/{year}", "/exports/2011-12");
        yield return Figure("/trends/savings-categories", $"/trends/savings-categories?{Subject}", s.Saved);
        yield return Figure("/trends/metrics/{metric}", $"/trends/metrics/savings-total?{Subject}", s.Saved);
        yield return Read("/trends/metrics/{metric}", $"/trends/metrics/residents-65plus?{Subject}");
        yield return Figure("/trends/metrics/{metric}/projection-accuracy",
            $"/trends/metrics/savings-total/projection-accuracy?{Subject}", s.Projected);
        yield return Read("/snapshots/{id}", $"/snapshots/{planted.After}");
        yield return Figure("/snapshots/{id}/changes", $"/snapshots/{planted.After}/changes?from={planted.Before}", s.Saved);
        yield return new($"POST {Api}/comparisons/{{metric}}/what-if", $"{Api}/comparisons/savings-total/what-if?year=2012-13&{Subject}",
            Gate.Readers, Tells.Figure, Text(s.Saved), """{"value": 1000000}""");
    }

    private static IEnumerable<Visit> Filed(Secrets s, Planted planted)
    {
        yield return Read("/returns", "/returns?year=2012-13") with { Tells = Tells.AsFiled, Value = s.Officer };
        yield return Read("/returns", "/returns?year=2011-12");
        yield return Read("/returns/{council}/{year}/{kind}", $"/returns/{Own}/2012-13/savings")
            with { Tells = Tells.AsFiled, Value = s.Officer };
        yield return Read("/returns/{council}/{year}/{kind}", $"/returns/{Own}/2011-12/budget");
        yield return new($"GET {Api}/returns/{{council}}/{{year}}/{{kind}}/revisions/{{revision}}", $"{Return}/revisions/1",
            Gate.ReadersOfFiled, Tells.AsFiled, Text(s.Saved));
        var receipt = Read("/receipts/{id}", $"/receipts/{planted.Rejected}");
        yield return receipt with { Tells = Tells.AsFiled, Value = s.RejectedCell };
        yield return receipt with { Address = $"{Api}/receipts/{planted.Accepted}", Tells = Tells.AsFiled, Value = Text(s.Saved) };
        yield return receipt with { Address = $"{Api}/receipts/{planted.WithHeading}", Tells = Tells.Notes, Value = s.Heading };
        yield return receipt with { Address = $"{Api}/receipts/{planted.Withdrawn}", Tells = Tells.AsFiled, Value = s.Reason };
        yield return receipt with { Address = $"{Api}/receipts/{planted.Signed}", Tells = Tells.AsFiled, Value = s.Officer };
        yield return receipt with { Address = $"{Api}/receipts/{planted.Prices}" };
        foreach (var id in new[] { planted.Accepted, planted.Rejected, planted.WithHeading, planted.Prices })
        {
            yield return new(
                $"GET {Api}/receipts/{{id}}/workbook", $"{Api}/receipts/{id}/workbook", Gate.HoldersOfFiles, Tells.Notes, s.Note);
        }
    }

    /// <summary>Files made to have the checks tell what is held: of the year after, without a figure, with a count that is held.</summary>
    private static IEnumerable<Visit> Checks(Secrets s)
    {
        const string Route = $"POST {Api}/returns/{{council}}/{{year}}/{{kind}}/validation";
        Visit Check(string path, string csv) =>
            new(Route, $"{Api}/returns/{path}/validation", Gate.Readers, Body: csv, Type: "text/csv");

        const string Savings = "financial_year,category,amount,unit,status\n";
        const string Activity = "financial_year,measure,numerator,denominator,value,unit,status\n";
        yield return Check($"{Own}/2013-14/savings", $"{Savings}2013-14,total,1000000,gbp,actual\n")
            with { Tells = Tells.AsFiled, Value = Grouped(s.Saved) };
        yield return Check($"{Own}/2012-13/savings", $"{Savings}2012-13,total,50,percent_of_net_budget,actual\n");
        yield return Check("tri-borough/2012-13/savings", $"{Savings}2012-13,total,100000,gbp,actual\n")
            with { Tells = Tells.AsFiled, Value = Grouped(s.Saved) };
        yield return Check($"{Own}/2012-13/activity", $"{Activity}2012-13,residents_65plus,,,1000,count,actual\n");
        yield return Check($"{Own}/2011-12/activity", $"{Activity}2011-12,telecare_clients,,,1000,count,actual\n");
        yield return Check("kent/2012-13/activity", $"{Activity}2012-13,residents_65plus_per_1000,9000,20000,,per_1000,actual\n");
        yield return Check($"{Own}/2012-13/prices", "financial_year,service,provider,quantity,quantity_unit,unit_price\n"
            + "2012-13,residential care,Another,100,weeks,1\n") with { Tells = Tells.Notes, Value = s.Provider };
        yield return new($"POST {Api}/conversions/outcomes-table", $"{Api}/conversions/outcomes-table", Gate.Readers, Body: "a,b\n1,2\n",
            Type: "text/csv");
    }

    private static IEnumerable<Visit> Writes()
    {
        const string Path = $"{Api}/returns/{{council}}/{{year}}/{{kind}}";
        yield return new($"PUT {Path}", $"{Api}/returns/{Own}/2008-09/savings", Gate.Filers, Body: "tried", Type: "text/csv");
        yield return new($"DELETE {Path}", $"{Api}/returns/{Own}/2007-08/savings", Gate.Filers);
        yield return new($"POST {Path}/sign-off", $"{Return}/sign-off", Gate.Filers, Body: "{}");
        foreach (var appraisal in new[] { "return-on-investment", "attribution", "price-equalisation", "programme" })
        {
            yield return new($"POST {Api}/appraisals/{appraisal}", $"{Api}/appraisals/{appraisal}", Gate.Readers, Body: Plan);
        }

        const string Dataset = $"{Api}/datasets/{{dataset}}/{{year}}";
        const string Untried = $"{Api}/datasets/revenue-outturn/2009-10";
        yield return new($"PUT {Dataset}", Untried, Gate.Savers, Body: "tried", Type: "text/csv");
        yield return new($"POST {Dataset}/validation", $"{Untried}/validation", Gate.Savers, Body: "tried", Type: "text/csv");
        yield return new($"DELETE {Dataset}", $"{Api}/datasets/revenue-outturn/2008-09", Gate.Savers);
        yield return new($"PUT {Api}/peer-groups/{{slug}}", $"{Api}/peer-groups/club-of-{{asker}}", Gate.Savers, Body: Group);
        yield return new($"DELETE {Api}/peer-groups/{{slug}}", $"{Api}/peer-groups/no-club-of-{{asker}}", Gate.Savers);
        yield return new($"PUT {Api}/programmes/{{id}}", $"{Api}/programmes/plan-of-{{asker}}", Gate.Savers, Body: Plan);
        yield return new($"DELETE {Api}/programmes/{{id}}", $"{Api}/programmes/no-plan-of-{{asker}}", Gate.Savers);
        yield return new($"POST {Api}/refreshes", $"{Api}/refreshes", Gate.Operators);
        yield return new($"GET {Api}/operations/poison", $"{Api}/operations/poison", Gate.Operators);
        yield return new($"POST {Api}/operations/poison/{{trigger}}/{{id}}", $"{Api}/operations/poison/RefreshSlice/1", Gate.Operators);
        yield return new($"DELETE {Api}/operations/poison/{{trigger}}/{{id}}", $"{Api}/operations/poison/RefreshSlice/1", Gate.Operators);
        yield return new($"GET {Api}/operations/keys", $"{Api}/operations/keys", Gate.Operators);
        yield return new($"POST {Api}/operations/keys", $"{Api}/operations/keys", Gate.Operators, Body: "{}");
        yield return new($"DELETE {Api}/operations/keys/{{id}}", $"{Api}/operations/keys/none", Gate.Operators);
    }

    private static Visit Read(string route, string address) => new($"GET {Api}{route}", $"{Api}{address}", Gate.Readers);

    /// <summary>A figure as a table has it.</summary>
    internal static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure as a sentence has it.</summary>
    internal static string Grouped(decimal value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
