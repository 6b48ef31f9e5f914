using Benchmarking.Core.Vocabulary;
using Benchmarking.Functions.Responses;
using Benchmarking.Functions.Security;
using Benchmarking.Functions.Storage;

namespace Benchmarking.Functions.Endpoints;

/// <summary>One receipt; as CSV its findings, a row each.</summary>
internal static class GetReceipt
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/receipts/{id}", Handle)
        .Door("One receipt; as CSV its findings.");

    private static async Task<IResult> Handle(string id, HttpContext context, Access access, ReceiptStore receipts)
    {
        if ((await access.Check(context, Act.ReadFigures) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return problem;
        }

        // Only ids as they are made here reach storage: a name from outside is never part of a path.
        var receipt = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? await receipts.Find(id, context.RequestAborted) : null;
        return receipt is null
            ? Problem.NotFound("receipt-unknown", "Unknown receipt", "There is no receipt of this id.")
            : new Answer(receipt, new CsvTable(
                ["code", "severity", "line", "column", "value", "expected", "message"],
                receipt.Findings.Select(f => (IReadOnlyList<object?>)[f.Code, Codes.Of(f.Severity), f.Line, f.Column, f.Value, f.Expected, f.Message])));
    }
}
