using System.Diagnostics;
using Benchmarking.Service.Tests.Emulation;

namespace Benchmarking.Service.Tests.App;

/// <summary>How the app starts, and when it refuses to.</summary>
public sealed class StartTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Theory]
    [InlineData("Production", null, null, "Benchmarking__Authentication")]
    [InlineData("Production", "Keys", "keys.json", "Benchmarking__KeysFile")]
    [InlineData("Staging", "Keys", null, "Benchmarking__Environment")]
    public async Task Outside_development_it_does_not_start_half_protected(
        string environment, string? authentication, string? keysFile, string reason)
    {
        var (code, output) = await Start(environment, authentication, keysFile);
        Assert.Equal(1, code);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> Start(string environment, string? authentication, string? keysFile)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Benchmarking.LocalHost.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        start.Environment["Storage"] = azurite.NewAccount();
        start.Environment["Benchmarking__Environment"] = environment;
        start.Environment["Benchmarking__Authentication"] = authentication;
        start.Environment["Benchmarking__KeysFile"] = keysFile;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill();
        }
    }
}
