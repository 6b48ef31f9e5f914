using System.Net.Sockets;
using System.Text.Json;
using Benchmarking.Functions.Tests.Hosting.Contract;

namespace Benchmarking.Functions.Tests.Hosting;

/// <summary>Forwards a caller's request as the host does: to the worker's address with the invocation's id, and the invocation over gRPC
/// beside it. Which of the functions whose routes fit is the host's choice: here the first by name, so that no test relies on the
/// longest.</summary>
internal sealed class ForwardedRequests(WorkerChannel channel) : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false, UseCookies = false, UseProxy = false,
    ConnectCallback = async (context, cancellation) => await Connect(context, cancellation),
})
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var function = channel.Functions.Where(candidate => Takes(candidate, request.RequestUri!.AbsolutePath))
            .OrderBy(candidate => candidate.Name, StringComparer.Ordinal).First();
        var id = Guid.NewGuid().ToString();
        var invocation =
            new InvocationRequest { InvocationId = id, FunctionId = function.FunctionId, TraceContext = new RpcTraceContext() };
        invocation.InputData.Add(
            new ParameterBinding { Name = "request", Data = new TypedData { Http = new RpcHttp { Method = request.Method.Method } } });
        request.Headers.Add("x-ms-invocation-id", id);
        request.Options.TryGetValue(Invocation, out var watch);
        watch?.TrySetResult(id);
        var invoked = channel.Invoke(invocation);
        using var stop = cancellationToken.Register(() => channel.Cancel(id));
        var answer = await base.SendAsync(request, cancellationToken);
        answer.RequestMessage!.Options.Set(Outcome, invoked);
        return answer;
    }

    /// <summary>Where a test wants to be told the invocation's id.</summary>
    public static readonly HttpRequestOptionsKey<TaskCompletionSource<string>> Invocation = new("invocation");

    /// <summary>How the invocation ended, as the worker told the host.</summary>
    public static readonly HttpRequestOptionsKey<Task<string?>> Outcome = new("outcome");

    /// <summary>Small, so that a test sees whether an answer is streamed.</summary>
    private const int Buffer = 65_536;

    private static bool Takes(RpcFunctionMetadata function, string path) =>
        function.RawBindings.Select(binding => JsonElement.Parse(binding)).Any(binding =>
        binding.GetProperty("type").GetString() == "httpTrigger"
        && binding.GetProperty("route").GetString()!.Split("{*")[0].TrimEnd('/') is var start
        && (start.Length == 0 || path == $"/{start}" || path.StartsWith($"/{start}/", StringComparison.Ordinal)));

    /// <summary>The worker's Kestrel may listen a moment after its greeting.</summary>
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = Buffer };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (attempt < 100)
            {
                socket.Dispose();
                await Task.Delay(50, cancellation);
            }
        }
    }
}
