using Benchmarking.CommandLine;
using Benchmarking.CommandLine.Service;

namespace Benchmarking.Service.Tests.CommandLine;

public sealed class ServiceAddressTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> variables = [];

    [Fact]
    public void Without_a_word_it_is_the_usual_port_of_this_machine() =>
        Assert.Equal("http://127.0.0.1:7071/", Find(null).AbsoluteUri);

    [Fact]
    public void The_option_goes_before_the_variable_and_that_before_the_nearest_file()
    {
        folder.Write(".run/url", "http://127.0.0.1:1\n");
        folder.Write("below/.run/url", "http://127.0.0.1:2\n");
        Assert.Equal("http://127.0.0.1:2/", Find(null, "below").AbsoluteUri);
        variables["COUNCILBENCH_URL"] = "https://benchmarking.example.org/at";
        Assert.Equal("https://benchmarking.example.org/at/", Find(null, "below").AbsoluteUri);
        Assert.Equal("http://localhost:4/", Find("http://localhost:4", "below").AbsoluteUri);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("127.0.0.1:7071")]
    [InlineData("http://name:word@127.0.0.1")]
    [InlineData("http://127.0.0.1/?q=1")]
    [InlineData("not an address")]
    public void What_is_no_plain_address_is_a_usage_error(string text) =>
        Assert.Equal(2, Assert.Throws<CommandFailedException>(() => Find(text)).ExitCode);

    [Fact]
    public void A_file_found_by_chance_does_not_send_us_to_another_machine()
    {
        folder.Write(".run/url", "http://elsewhere.example.org");
        Assert.Equal(2, Assert.Throws<CommandFailedException>(() => Find(null)).ExitCode);
    }

    [Fact]
    public void The_development_keys_do_not_leave_this_machine()
    {
        folder.Write(".run/keys.json", """{"operator":"op"}""");
        Assert.Equal("op", ServiceKeys.Find(null, Find(null), Around()).ForOperator);
        Assert.Null(ServiceKeys.Find(null, Find("https://benchmarking.example.org"), Around()).ForOperator);
    }

    public void Dispose() => folder.Dispose();

    private Uri Find(string? option, string below = "") => ServiceAddress.Find(option, Around(below));

    private ProcessEnvironment Around(string below = "") => new()
    {
        Output = TextWriter.Null,
        Error = TextWriter.Null,
        Directory = Path.Combine(folder.Root, below),
        Variable = variables.GetValueOrDefault,
    };
}
