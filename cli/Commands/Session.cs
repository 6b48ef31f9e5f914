using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

/// <summary>What one run of a command works with.</summary>
internal sealed record Session(ServiceClient Service, ServiceKeys Keys, Printer Printer, bool WantsJson) : IDisposable
{
    public void Show(ServiceAnswer answer, Action<ServiceAnswer> asTables)
    {
        if (WantsJson)
        {
            Printer.Json(answer.Text);
        }
        else
        {
            asTables(answer);
        }
    }

    public void Dispose() => Service.Dispose();
}
