using Benchmarking.Service.Http;
using Benchmarking.Service.Settings;
using Microsoft.Extensions.Options;

namespace Benchmarking.Service.Endpoints;

/// <summary>Reads a file that was sent as the body, as long as a return may be.</summary>
internal sealed class ReturnBody(IOptions<BenchmarkingOptions> options)
{
    public async Task<Outcome<byte[]>> Read(HttpRequest request)
    {
        var most = options.Value.MaxReturnBytes;
        return await RequestBody.Bytes(request, most) is { } body
            ? body
            : new Problem(StatusCodes.Status413PayloadTooLarge, "file-too-large", "The file is too large", $"A return may have at most {most} bytes.");
    }
}
