using Benchmarking.CommandLine;

namespace Benchmarking.Service.Tests.CommandLine;

/// <summary>One run of councilbench in this process, in a folder of its own.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Dictionary<string, string> Variables { get; } = [];

    public TimeProvider Clock { get; init; } = new HurriedClock();

    public bool InTerminal { get; init; }

    public int Width { get; init; } = 80;

    public string Folder => folder.Root;

    public string Output { get; private set; } = string.Empty;

    public string Error { get; private set; } = string.Empty;

    public string Write(string relative, string text) => folder.Write(relative, text);

    public async Task<int> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CouncilBench.RunAsync(
            arguments,
            new ProcessEnvironment
            {
                Output = TextWriter.Synchronized(output),
                Error = TextWriter.Synchronized(error),
                Directory = Folder,
                Variable = Variables.GetValueOrDefault,
                Clock = Clock,
                OutputIsTerminal = InTerminal,
                ErrorIsTerminal = InTerminal,
                Width = Width,
            },
            TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return exitCode;
    }

    public Task<int> RunAgainstAsync(StubService service, params string[] arguments) =>
        RunAsync([.. arguments, "--url", service.Address]);

    public void Dispose() => folder.Dispose();
}
