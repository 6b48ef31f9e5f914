using System.Globalization;
using Benchmarking.Core.Normalising;
using Benchmarking.Core.Storing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>One accepted revision of a return and exactly the observations that it moved, from what to what.</summary>
internal static class GetRevision
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ReturnAddress.RevisionRoute, Handle)
        .WithSummary("One accepted revision and the observations that it moved.")
        .Requires(Act.ReadFiled)
        .AnswersInTables();

    private static async Task<IResult> Handle(
        [AsParameters] ReturnAddress address, string revision, ReturnLedger ledgers, ReceiptStore receipts, HttpContext context)
    {
        var path = address.Path;
        var uploads = await ledgers.History(path.Council.Value, StorageKeys.LedgerRow(path), context.RequestAborted);
        if (uploads.Count == 0)
        {
            return address.NotFiled();
        }

        var accepted = uploads.Where(upload => upload.Revision is not null).ToArray();
        if (accepted.FirstOrDefault(upload => Text(upload) == revision) is not { } found)
        {
            return Problem.NotFound("revision-unknown", "Unknown revision", $"There is no accepted revision '{revision}'.",
                [.. accepted.Select(Text)]);
        }

        var receipt = await receipts.Get(found.Receipt, context.RequestAborted);
        return new Answer(
            new
            {
                council = path.Council, path.Year, path.Kind, found.Revision, found.Receipt, found.ReceivedAt, changes = receipt.Changes,
            },
            new CsvTable(
                ["council", "metric", "year", "status", "category", "subcategory", "fromState", "from", "toState", "to"],
                (receipt.Changes ?? []).SelectMany(Rows)));
    }

    private static string Text(LedgerUpload upload) => upload.Revision!.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A row for the figure and, where it has parts, one for each part that moved.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Rows(MovedObservation moved)
    {
        yield return Row(moved, null, null, moved.From?.State, moved.From?.Value, moved.To?.State, moved.To?.Value);
        var (before, after) = (Parts(moved.From), Parts(moved.To));
        foreach (var part in before.Keys.Union(after.Keys).Where(part => before.GetValueOrDefault(part) != after.GetValueOrDefault(part)))
        {
            yield return Row(moved, part.Category, part.Subcategory, null, before.GetValueOrDefault(part), null,
                after.GetValueOrDefault(part));
        }
    }

    private static Dictionary<(string Category, string? Subcategory), decimal?> Parts(MovedFigure? figure) =>
        (figure?.Breakdown ?? []).GroupBy(part => (part.Category, part.Subcategory ?? part.LabelAsFiled))
            .ToDictionary(part => part.Key, part => (decimal?)part.Sum(amount => amount.Amount));

    private static object?[] Row(
        MovedObservation moved, string? category, string? subcategory, ValueState? fromState, decimal? from, ValueState? toState,
        decimal? to) =>
        [
            moved.Council, moved.Metric, moved.Year, Codes.Of(moved.Status), category, subcategory,
            fromState is { } was ? Codes.Of(was) : null, from, toState is { } now ? Codes.Of(now) : null, to,
        ];
}
