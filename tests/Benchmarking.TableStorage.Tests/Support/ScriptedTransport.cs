using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Support;

/// <summary>Stands for the network: notes each request and gives the next answer of its script, or throws what the script says.</summary>
internal sealed class ScriptedTransport(params object[] script) : HttpPipelineTransport
{
    public const string Account = "account";
    public static readonly string Key = Convert.ToBase64String(Encoding.UTF8.GetBytes("an invented key for tests"));

    private static readonly HttpClientTransport Requests = new();

    private readonly Queue<object> _script = new(script);

    public List<SentRequest> Sent { get; } = [];

    public SentRequest Only => Assert.Single(Sent);

    /// <summary>Retries without waiting.</summary>
    public TableClientOptions Options
    {
        get
        {
            var options = new TableClientOptions { Transport = this };
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    public TableServiceClient Service =>
        new(new Uri($"https://{Account}.table.core.windows.net"), new TableSharedKeyCredential(Account, Key), Options);

    public TableClient Table => Service.GetTableClient("things");

    public override Request CreateRequest() => Requests.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The client is async only.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        var headers = message.Request.Headers.ToDictionary(each => each.Name, each => each.Value, StringComparer.OrdinalIgnoreCase);
        Sent.Add(new(message.Request.Method.Method, message.Request.Uri.ToUri(), headers, Encoding.UTF8.GetString(body.ToArray())));
        message.Response = _script.Dequeue() switch
        {
            Response response => response,
            Exception fault => throw fault,
            var other => throw new InvalidOperationException($"Not an answer: {other}"),
        };
    }
}
