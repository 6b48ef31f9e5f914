using System.Text.RegularExpressions;
using Benchmarking.Service.Tests.Emulation;
using Benchmarking.Service.Tests.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace Benchmarking.Service.Tests.Conventions;

/// <summary>The page of the HTTP interface has exactly the addresses that the app maps.</summary>
public sealed partial class AddressTests(InProcessService service) : IClassFixture<InProcessService>
{
    [Fact]
    public void Every_address_of_the_app_is_described_and_no_other() =>
        Assert.Equal(
            Mapped().Distinct().Order(StringComparer.Ordinal),
            File.ReadLines(Path.Combine(Repository.Root, "docs", "http.md")).Select(line => Heading().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value.Replace("/api/v1", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private IEnumerable<string> Mapped() =>
        from endpoint in service.Endpoints
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        where method != "HEAD"
        select $"{method} /{endpoint.RoutePattern.RawText!.Replace("/api/v1", "", StringComparison.Ordinal).Trim('/')}";

    [GeneratedRegex("^### `((GET|PUT|POST|DELETE|PATCH) /[^` ]*)`")]
    private static partial Regex Heading();
}
