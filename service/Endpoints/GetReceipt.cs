using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;
using Benchmarking.Service.Http;
using Benchmarking.Service.Security;
using Benchmarking.Service.Storage;

namespace Benchmarking.Service.Endpoints;

/// <summary>One receipt: as JSON, as a page to read, as CSV its findings; and the uploaded file given back with what was found in each row.</summary>
internal static class GetReceipt
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/receipts/{id}", One)
            .DoorTo([Form.Json, Form.Csv, Form.Text], "One receipt; as text a page to read, as CSV its findings.");
        routes.MapGet("/receipts/{id}/workbook", Workbook)
            .DoorTo([Form.Xlsx, Form.Csv], "The uploaded file given back with a column that says what was found in each row.");
    }

    private static async Task<IResult> One(string id, HttpContext context, Access access, ReceiptStore receipts)
    {
        var (found, problem) = await Find(id, Act.ReadFigures, context, access, receipts);

        var receipt = Access.Of(context).Role == Role.Anonymous && found is not null ? Open(found) : found;
        return problem ?? (IResult)new Answer(receipt!, new CsvTable(
            ["code", "severity", "line", "column", "value", "expected", "message"],
            receipt!.Findings.Select(f => (IReadOnlyList<object?>)[f.Code, Codes.Of(f.Severity), f.Line, f.Column, f.Value, f.Expected, f.Message])))
        {
            Text = ReceiptText.Of(receipt),
        };
    }

    /// <summary>What moved is told in figures as filed, small counts of people among them; an officer is shown by the office.</summary>
    private static Receipt Open(Receipt receipt) => receipt with { Changes = null, SignOff = receipt.SignOff is { } signed ? signed with { Name = null } : null };

    private static async Task<IResult> Workbook(string id, HttpContext context, Access access, ReceiptStore receipts)
    {
        var (receipt, problem) = await Find(id, Act.ReadFiled, context, access, receipts);
        if (problem is not null)
        {
            return problem;
        }

        var workbook = new FindingsWorkbook(receipt!, await receipts.FindFiled(id, context.RequestAborted));
        var form = Form.Wanted(context.Request, Form.Xlsx, Form.Csv);
        return new FileAnswer($"{id}-findings", form, form == Form.Xlsx
            ? workbook.ToWorkbook()
            : (ReadOnlyMemory<byte>)(byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvTable.Lines(workbook.Rows))]);
    }

    private static async Task<(Receipt? Receipt, Problem? Problem)> Find(string id, Act act, HttpContext context, Access access, ReceiptStore receipts)
    {
        if ((await access.Check(context, act) ?? new RequestQuery(context.Request).Problem) is { } problem)
        {
            return (null, problem);
        }

        // Only ids as they are made here reach storage: a name from outside is never part of a path.
        var receipt = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? await receipts.Find(id, context.RequestAborted) : null;
        return receipt is null ? (null, Problem.NotFound("receipt-unknown", "Unknown receipt", "There is no receipt of this id.")) : (receipt, null);
    }
}
