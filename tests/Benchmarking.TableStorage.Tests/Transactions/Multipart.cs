using Benchmarking.TableStorage.Tests.Support;

namespace Benchmarking.TableStorage.Tests.Transactions;

/// <summary>A transaction's answer as Azure writes it.</summary>
internal static class Multipart
{
    public static ScriptedResponse Answer(params string[] parts) => AnswerWith("\r\n", parts);

    public static ScriptedResponse AnswerWith(string lineEnd, params string[] parts)
    {
        var changeset = string.Concat(parts.Select(part =>
            $"--changesetresponse_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\n{part}\n"));
        var body = "--batchresponse_1\nContent-Type: multipart/mixed; boundary=changesetresponse_1\n\n"
            + $"{changeset}--changesetresponse_1--\n--batchresponse_1--\n";
        return new(
            202,
            body.Replace("\n", lineEnd, StringComparison.Ordinal),
            ("Content-Type", "multipart/mixed; boundary=\"batchresponse_1\"; charset=utf-8"));
    }
}
