using System.Net.Sockets;
using System.Text;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>Requests that no client would write, byte by byte.</summary>
public sealed class BrokenRequestTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("ffffffffffffffffffff")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task The_size_of_a_chunk_that_cannot_be_is_the_callers_fault(string size)
    {
        await using var app = await RunningApp.Start(azurite.NewAccount());
        var address = app.Http.BaseAddress!;
        using var client = new TcpClient(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/appraisals/attribution HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{size}\r\n{{}}\r\n0\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Cancellation);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
    }
}
