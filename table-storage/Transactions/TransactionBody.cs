using System.Buffers;
using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Connecting;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Transactions;

/// <summary>A multipart body with one changeset: each action a request with its whole address, not signed. Lines end with CRLF.</summary>
internal sealed class TransactionBody
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changeset = $"changeset_{Guid.NewGuid()}";

    public TransactionBody()
    {
        Line($"--{_batch}");
        Line($"Content-Type: multipart/mixed; boundary={_changeset}");
        Line("");
    }

    public void Add(TableRequest action, TableEndpoint endpoint)
    {
        Line($"--{_changeset}");
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        Line("");
        Line($"{action.Method} {endpoint.At(action.Path).AbsoluteUri} HTTP/1.1");
        Line("Accept: application/json;odata=minimalmetadata");
        Line("DataServiceVersion: 3.0");
        foreach (var (name, value) in action.Headers)
        {
            Line($"{name}: {value}");
        }

        if (action.Body is { } body)
        {
            Line($"Content-Type: {action.ContentType}");
            Line("");
            _bytes.Write(body.Span);
        }

        Line("");
        CheckSize();
    }

    public TableRequest Close()
    {
        Line($"--{_changeset}--");
        Line($"--{_batch}--");
        CheckSize();
        return new(RequestMethod.Post, TablePaths.Transaction)
        {
            Body = _bytes.WrittenMemory,
            ContentType = $"multipart/mixed; boundary={_batch}",
            Accepted = [202],
        };
    }

    private void CheckSize()
    {
        if (_bytes.WrittenCount >= TableLimits.MaxTransactionBytes)
        {
            throw new ArgumentException(
                $"The transaction reaches {TableLimits.MaxTransactionBytes.ToString(CultureInfo.InvariantCulture)} bytes; it must stay below.");
        }
    }

    private void Line(string text) => Encoding.UTF8.GetBytes(text + "\r\n", _bytes);
}
