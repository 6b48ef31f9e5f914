using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>One receipt: as JSON, as a page to read, as CSV its findings; and the uploaded file given back with what was found in each
/// row.</summary>
internal static class GetReceipt
{
    private const int IdLength = 32;

    private static readonly string[] Columns = ["code", "severity", "line", "column", "value", "expected", "message"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/receipts/{id}", One).WithSummary("One receipt; as text a page to read, as CSV its findings.")
            .Requires(Act.ReadFigures).AnswersIn(Form.Json, Form.Csv, Form.Xlsx, Form.Text);
        routes.MapGet("/receipts/{id}/workbook", Workbook)
            .WithSummary("The uploaded file given back with a column that says what was found in each row.")
            .Requires(Act.ReadFile).AnswersIn(Form.Xlsx, Form.Csv);
    }

    private static async Task<IResult> One(string id, ReceiptStore receipts, HttpContext context)
    {
        if (!(await Find(id, receipts, context.RequestAborted)).TryGet(out var receipt, out var problem))
        {
            return problem;
        }

        receipt = ReceiptView.Of(receipt, Depth(receipt, context));
        return new Answer(receipt, Table(receipt))
        {
            Text = ReceiptText.Of(receipt),
        };
    }

    /// <summary>The findings, a row each.</summary>
    internal static CsvTable Table(Receipt receipt) => new(Columns, receipt.Findings.Select(f => (IReadOnlyList<object?>)
        [f.Code, Codes.Of(f.Severity), f.Line, f.Column, f.Value, f.Expected, f.Message]));

    private static ReceiptDepth Depth(Receipt receipt, HttpContext context) =>
        AccessRules.DepthOf(Caller.Of(context.User), receipt);

    private static async Task<IResult> Workbook(string id, ReceiptStore receipts, HttpContext context)
    {
        if (!(await Find(id, receipts, context.RequestAborted)).TryGet(out var receipt, out var problem))
        {
            return problem;
        }

        if (Depth(receipt, context) != ReceiptDepth.Whole)
        {
            return new Problem(StatusCodes.Status403Forbidden, "not-allowed", "Not allowed",
                "The file itself, with its notes, is given back to its council and to operators only; see the receipt.");
        }

        var workbook = new FindingsWorkbook(receipt, await receipts.FindFiled(id, context.RequestAborted));
        var form = Form.Wanted(context.Request, Form.Xlsx, Form.Csv);
        return new FileAnswer($"{id}-findings", form, form == Form.Xlsx
            ? workbook.ToWorkbook()
            : (ReadOnlyMemory<byte>)(byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvTable.Lines(workbook.Rows))]);
    }

    private static async Task<Outcome<Receipt>> Find(string id, ReceiptStore receipts, CancellationToken cancellation)
    {
        // Only ids as they are made here reach storage: a name from outside is never part of a path.
        var receipt = id.Length == IdLength && id.All(char.IsAsciiHexDigitLower) ? await receipts.Find(id, cancellation) : null;
        return receipt is null ? Problem.NotFound("receipt-unknown", "Unknown receipt", "There is no receipt of this id.") : receipt;
    }
}
