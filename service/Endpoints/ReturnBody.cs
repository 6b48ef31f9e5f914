using System.Globalization;
using Benchmarking.Service.Http;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>Reads a file that was sent as the body, as long as a return may be.</summary>
internal sealed class ReturnBody(IOptions<BenchmarkingOptions> options)
{
    /// <summary>So many files are on hand that one more is not taken.</summary>
    public static Problem Busy { get; } = Problem.Unavailable(
        "checks-busy", "Too many files at once", "More files have come in than can be checked now; send yours again. Nothing was stored.",
        retryAfter: 5);

    public async Task<Outcome<byte[]>> Read(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(
                StatusCodes.Status415UnsupportedMediaType, "body-multipart", "The body is a form",
                "Send the bytes of the file alone as the body, not a form with the file in it: with curl --data-binary @FILE, not --form.");
        }

        var most = options.Value.MaxReturnBytes;
        if (await RequestBody.Bytes(request, most) is { } body)
        {
            return ContentDigest.Fault(request, body) is { } fault ? fault : body;
        }

        return new Problem(StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is too large",
                string.Create(CultureInfo.InvariantCulture, $"A return may have at most {most:#,##0} bytes."));
    }
}
