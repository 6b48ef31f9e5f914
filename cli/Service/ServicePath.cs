using System.Text;
using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Service;

/// <summary>A path below /api/v1 with its query; what is not stated is not sent: the service's defaults count.</summary>
internal sealed class ServicePath(params string[] segments)
{
    private readonly StringBuilder text = new($"api/v1/{string.Join('/', segments.Select(Segment))}");
    private char separator = '?';

    public static ServicePath OfReturn(ReturnAddress address, params string[] below) =>
        new(["returns", address.Council, address.Year, address.Kind, .. below]);

    public ServicePath With(string name, string? value)
    {
        if (value is not null)
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return this;
    }

    public override string ToString() => text.ToString();

    // A segment of dots would climb to another route.
    private static string Segment(string segment) => segment.Trim('.').Length == 0
        ? throw CommandFailedException.Usage($"\"{segment}\" names nothing.")
        : Uri.EscapeDataString(segment);
}
