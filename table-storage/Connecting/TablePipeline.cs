using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Failures;

namespace Azure.Data.Tables.Connecting;

/// <summary>
/// Sends requests to one service: Azure.Core's retries, logs and activities, our headers and credential at each try.
/// An answer outside the statuses a request names becomes <see cref="RequestFailedException"/>.
/// </summary>
internal sealed class TablePipeline
{
    private readonly HttpPipeline _pipeline;

    public TablePipeline(TableEndpoint endpoint, Authentication authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        var settings = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new TableErrorParser(retries: 0) };
        settings.PerRetryPolicies.Add(new ServiceHeadersPolicy(options.Version, options.Clock));
        settings.PerRetryPolicies.Add(authentication.Policy(endpoint, options));
        _pipeline = HttpPipelineBuilder.Build(settings);
    }

    public TableEndpoint Endpoint { get; }

    public async Task<Response> SendAsync(TableRequest request, CancellationToken cancellationToken) =>
        (await SendCountingAsync(request, cancellationToken).ConfigureAwait(false)).Response;

    public async Task<(Response Response, int Retries)> SendCountingAsync(TableRequest request, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.ResponseClassifier = new StatusCodeClassifier(request.Accepted);
        message.Request.Method = request.Method;
        message.Request.Uri.Reset(Endpoint.At(request.Path));
        foreach (var (name, value) in request.Headers)
        {
            message.Request.Headers.SetValue(name, value);
        }

        if (request.Body is { } body)
        {
            message.Request.Headers.SetValue(HttpHeader.Names.ContentType, request.ContentType);
            message.Request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var retries = message.ProcessingContext.RetryNumber;
        return message.Response.IsError
            ? throw new RequestFailedException(message.Response, null, new TableErrorParser(retries))
            : (message.Response, retries);
    }
}
