using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Storage;
using Benchmarking.Service.Telemetry;
using Benchmarking.Service.Work;

namespace Benchmarking.Service.Endpoints;

/// <summary>What the doors for one return have in common: their address and the reading of a body.</summary>
internal static class ReturnDoors
{
    public const string Route = "/returns/{council}/{year}/{kind}";

    public const string SignOffRoute = "/returns/{council}/{year}/{kind}/sign-off";

    public const string RevisionRoute = "/returns/{council}/{year}/{kind}/revisions/{revision}";

    /// <summary>The return that an address names, or the problem with it. The format is that of the content, decided later.</summary>
    public static (ReturnPath? Path, Problem? Problem) Address(string council, string year, string kind)
    {
        var name = kind.Split('.');
        if (!Codes.TryParse<ReturnKind>(name[0], out var returnKind) || name.Length > 2
            || (name.Length == 2 && !ReturnPath.Extensions.Contains(name[1])))
        {
            return (null, Problem.NotFound("kind-unknown", "Unknown kind of return", $"'{kind}' is not a kind of return.", Codes.All<ReturnKind>()));
        }

        if (!FinancialYear.TryParse(year, out var financialYear))
        {
            return (null, Problem.BadRequest("year-unreadable", "Unreadable financial year", $"'{year}' is not a financial year such as 2012-13."));
        }

        var reference = ReferenceData.Current;
        var known = CouncilCode.TryParse(council, out var code)
            && (reference.Councils.Find(code, financialYear) is not null || reference.Groups.FindPartnership(code.Value) is not null);
        if (!known)
        {
            var near = NearestWord.To(council, reference.Councils.In(financialYear).Select(entry => entry.Code.Value));
            return (null, Problem.NotFound(
                "council-unknown", "Unknown council", $"There is no council '{council}' in {financialYear}.", near is null ? null : [near]));
        }

        return (new ReturnPath(code, financialYear, returnKind, name.Length == 2 ? name[1] : "csv"), null);
    }

    public static Problem NotFiled(ReturnPath path) => Problem.NotFound(
        "return-not-filed", "Nothing filed", $"{path.Council} has filed no {Codes.Of(path.Kind)} return for {path.Year}.");

    /// <summary>Publishes what a change touched. The queue would do it a moment later; an officer who files expects the next comparison to show it.</summary>
    public static Task Publish(TakenReturn taken, DateTimeOffset changedAt, RefreshSlice refresh, CancellationToken cancellation) => Parallel.ForEachAsync(
        taken.Touched, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
        async (key, stop) => await refresh.Run(new StaleSlice(key, changedAt, Traces.Current), stop));

    public static Problem TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is too large", $"A return may have at most {maxBytes} bytes.");

    /// <summary>The path under which content of this kind is kept: an .xlsx begins with the signature of a ZIP archive.</summary>
    public static ReturnPath Named(ReturnPath path, ReadOnlySpan<byte> content) =>
        path with { Extension = content.StartsWith("PK\u0003\u0004"u8) ? "xlsx" : "csv" };
}
