using System.Net.Http.Headers;
using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Service;

internal sealed class ServiceClient(Uri address) : IDisposable
{
    private const string KeyHeader = "X-Api-Key";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // No redirects: the key is for this address and no other.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = !address.IsLoopback,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    })
    {
        Timeout = Patience,
    };

    public Task<ServiceAnswer> GetAsync(ServicePath path, string? key, CancellationToken stop) =>
        SendAsync(HttpMethod.Get, path, null, key, stop);

    public Task<ServiceAnswer> PostAsync(ServicePath path, string? key, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, path, null, key, stop);

    public async Task<ServiceAnswer> SendFileAsync(
        HttpMethod method, ServicePath path, ReturnFile file, string? key, CancellationToken stop)
    {
        using var content = new StreamContent(File.OpenRead(file.Path));
        content.Headers.ContentType = new MediaTypeHeaderValue(file.Address.ContentType);
        return await SendAsync(method, path, content, key, stop);
    }

    public async Task<ServiceAnswer> SendBytesAsync(
        HttpMethod method, ServicePath path, string file, string? key, CancellationToken stop)
    {
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await SendAsync(method, path, content, key, stop);
    }

    public void Dispose() => http.Dispose();

    private async Task<ServiceAnswer> SendAsync(
        HttpMethod method, ServicePath path, HttpContent? content, string? key, CancellationToken stop)
    {
        var asked = new Uri(address, path.ToString());
        using var request = new HttpRequestMessage(method, asked) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (key is not null)
        {
            request.Headers.Add(KeyHeader, Sendable(key));
        }

        try
        {
            using var response = await http.SendAsync(request, stop);
            var body = await response.Content.ReadAsStringAsync(stop);
            return response.IsSuccessStatusCode
                ? ServiceAnswer.Read(body, asked)
                : throw ServiceProblem.From(response.StatusCode, body, key);
        }
        catch (HttpRequestException fault)
        {
            throw Unreachable(fault.Message, fault);
        }
        catch (OperationCanceledException fault) when (!stop.IsCancellationRequested)
        {
            throw Unreachable($"no answer within {Patience.TotalMinutes} minutes", fault);
        }
    }

    private static string Sendable(string key) => key.All(character => character is > ' ' and <= '~')
        ? key
        : throw CommandFailedException.Usage("The key holds characters that no key can hold.");

    private CommandFailedException Unreachable(string reason, Exception fault) => CommandFailedException.Unreachable(
        $"The service at {address} cannot be reached: {reason}.\nStart it with ./run.sh, or give --url.", fault);
}
