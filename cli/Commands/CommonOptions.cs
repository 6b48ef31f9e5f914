using System.CommandLine;
using Benchmarking.CommandLine.Output;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.CommandLine.Commands;

internal sealed class CommonOptions
{
    public Option<string?> Url { get; } = new("--url")
    {
        Description = $"The service's address; else {ServiceAddress.Variable}, else the nearest .run/url, "
            + $"else {ServiceAddress.Usual}.",
        HelpName = "ADDRESS",
        Recursive = true,
    };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = $"The key to send; else {ServiceKeys.Variable}, else, for a service on this machine, "
            + "the fitting one of the nearest .run/keys.json.",
        HelpName = "KEY",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print the service's JSON as it is.",
        Recursive = true,
    };

    public Session Open(ParseResult given, ProcessEnvironment environment)
    {
        var address = ServiceAddress.Find(given.GetValue(Url), environment);
        return new Session(
            new ServiceClient(address),
            ServiceKeys.Find(given.GetValue(Key), address, environment),
            new Printer(environment, address),
            given.GetValue(Json));
    }
}
