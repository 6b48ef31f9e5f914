using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Connecting;

/// <summary>What every request carries. The date is taken anew at each try, since the service refuses one older than 15 minutes.</summary>
internal sealed class ServiceHeadersPolicy(string version, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public const string Date = "x-ms-date";

    public override void OnSendingRequest(HttpMessage message)
    {
        var headers = message.Request.Headers;
        headers.SetValue("x-ms-version", version);
        headers.SetValue("DataServiceVersion", "3.0");
        headers.SetValue("MaxDataServiceVersion", "3.0");
        headers.SetValue(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        headers.SetValue(Date, clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
    }
}
