using Benchmarking.Core.Comparing;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Endpoints.Parameters;
using Benchmarking.Service.Http;

namespace Benchmarking.Service.Endpoints;

/// <summary>The address of a return. The format is that of its content, decided later. A council that is not of the year is told the right
/// address where a code is near.</summary>
internal sealed record ReturnAddress(string Council, FinancialYear Year, ReturnFileName Kind) : IJointParameters
{
    public const string Route = "/returns/{council}/{year}/{kind}";

    public const string ValidationRoute = "/returns/{council}/{year}/{kind}/validation";

    public const string SignOffRoute = "/returns/{council}/{year}/{kind}/sign-off";

    public const string RevisionRoute = "/returns/{council}/{year}/{kind}/revisions/{revision}";

    public Problem? Fault => IsKnown ? null : Unknown();

    public ReturnPath Path => new(CouncilCode.Parse(Council), Year, Kind.Kind, Kind.Extension ?? "csv");

    private bool IsKnown => CouncilCode.TryParse(Council, out var code)
        && (ReferenceData.Current.Councils.Find(code, Year) is not null
            || ReferenceData.Current.Groups.FindPartnership(code.Value) is not null);

    /// <summary>The path under which content of this kind is stored: an .xlsx begins with the signature of a ZIP archive.</summary>
    public ReturnPath Named(ReadOnlySpan<byte> content) =>
        Path with { Extension = content.StartsWith("PK\u0003\u0004"u8) ? "xlsx" : "csv" };

    public Problem NotFiled() => Problem.NotFound(
        "return-not-filed", "Nothing filed", $"{Council} has filed no {Codes.Of(Kind.Kind)} return for {Year}.");

    private Problem Unknown()
    {
        var register = ReferenceData.Current.Councils;
        if (register.Identify(Council) is { } known && register.Find(known, Year) is null)
        {
            var succession = Succession.Of([known], null, Year, Year, register);
            string[] instead = [.. succession.Ended.SelectMany(end => end.SucceededBy),
                .. succession.Begun.SelectMany(beginning => beginning.Follows)];
            return Problem.NotFound("council-unknown", "Unknown council",
                $"There is no council '{Council}' in {Year}. {succession.InWords()}", instead);
        }

        var near = register.Identify(Council)?.Value ?? NearestWord.To(Council, register.In(Year).Select(entry => entry.Code.Value));
        var right = near is null ? "" : $" Is /api/v1/returns/{near}/{Year}/{Codes.Of(Kind.Kind)} meant?";
        return Problem.NotFound(
            "council-unknown", "Unknown council", $"There is no council '{Council}' in {Year}.{right}", near is null ? null : [near]);
    }
}
