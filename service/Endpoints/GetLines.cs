using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>The lines of a return behind a figure, where they are too many to be shown with it. They are numbers of lines, nothing that
/// stands in them.</summary>
internal static class GetLines
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/receipts/{id}/lines/{list}", Handle)
        .WithSummary("The lines of a return that a figure rests on, where an answer names a list of them.")
        .Requires(Act.ReadFigures).AnswersInTables();

    private static async Task<IResult> Handle(string id, string list, ReceiptStore receipts, CancellationToken cancellation)
    {
        // Only names as they are made here reach storage.
        var lines = IsHash(id, 32) && IsHash(list, 16) ? await receipts.FindLines(id, list, cancellation) : null;
        return lines is null
            ? Problem.NotFound("lines-unknown", "Unknown list of lines", "There is no list of this name beside a receipt of this id.")
            : new Answer(
                new { receipt = id, list, lines },
                new CsvTable(
                    ["first", "last"],
                    lines.Split(',').Select(range => range.Split('-')).Select(ends => (IReadOnlyList<object?>)[ends[0], ends[^1]])));
    }

    private static bool IsHash(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigitLower);
}
