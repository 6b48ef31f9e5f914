using System.Globalization;
using Benchmarking.Service.Http;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>Reads a file that was sent as the body, as long as a return may be.</summary>
internal sealed class ReturnBody(IOptions<BenchmarkingOptions> options)
{
    public async Task<Outcome<byte[]>> Read(HttpRequest request)
    {
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(
                StatusCodes.Status415UnsupportedMediaType, "body-multipart", "The body is a form",
                "Send the bytes of the file alone as the body, not a form with the file in it: with curl --data-binary @FILE, not --form.");
        }

        var most = options.Value.MaxReturnBytes;
        return await RequestBody.Bytes(request, most) is { } body
            ? body
            : new Problem(StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is too large",
                string.Create(CultureInfo.InvariantCulture, $"A return may have at most {most:#,##0} bytes."));
    }
}
