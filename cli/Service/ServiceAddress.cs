using Benchmarking.CommandLine.Files;

namespace Benchmarking.CommandLine.Service;

/// <summary>Where the service is: --url, COUNCILBENCH_URL, the nearest .run/url, or the usual port of this machine.</summary>
internal static class ServiceAddress
{
    public const string Variable = "COUNCILBENCH_URL";
    public const string Usual = "http://127.0.0.1:7071";
    private static readonly string RunFile = Path.Combine(".run", "url");

    public static Uri Find(string? option, ProcessEnvironment environment)
    {
        if ((Stated(option) ?? Stated(environment.Variable(Variable))) is { } stated)
        {
            return Parse(stated);
        }

        if (NearestFile.Find(environment.Directory, RunFile) is not { } file)
        {
            return Parse(Usual);
        }

        // A file that lies about in some folder above must not send a key to another machine.
        var address = Parse(File.ReadAllText(file).Trim());
        return address.IsLoopback
            ? address
            : throw CommandFailedException.Usage(
                $"{file} names {address}, which is not this machine. Give the address with --url.");
    }

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.UserInfo.Length > 0
            || address.Query.Length > 0
            || address.Fragment.Length > 0)
        {
            throw CommandFailedException.Usage($"\"{text}\" is not an address such as {Usual}");
        }

        return address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
    }
}
