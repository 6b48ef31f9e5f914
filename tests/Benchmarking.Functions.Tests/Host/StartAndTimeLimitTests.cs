using System.Globalization;
using Benchmarking.Functions.Tests.Emulation;
using Benchmarking.Functions.Triggers;

namespace Benchmarking.Functions.Tests.Host;

/// <summary>A start that fails ends with 1, and an invocation that takes too long is answered before the host ends the process.</summary>
public sealed class StartAndTimeLimitTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task A_start_that_fails_ends_with_one_and_says_why_in_one_line()
    {
        var account = azurite.NewAccount();
        foreach (var (name, value, reason) in new[]
        {
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "many", "FUNCTIONS_CUSTOMHANDLER_PORT is 'many'"),
            ("Benchmarking__Environment", "Production", "Benchmarking__KeysFile is for development only"),
            ("NightlySchedule", "at night", "must be NCRONTAB"),
            ("Storage", "AccountName=x", "The app does not start."),
            ("FUNCTIONS_CUSTOMHANDLER_PORT", azurite.BlobPort.ToString(CultureInfo.InvariantCulture), "The app does not start."),
        })
        {
            var (code, lines) = await HandlerProcess.Refuse(account, (name, value));
            Assert.True(code == 1, $"{name}={value} ended with {code}: {string.Join('\n', lines)}");
            Assert.Contains(lines, line => line.StartsWith("crit: ", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_invocation_that_storage_keeps_waiting_fails_in_time_and_the_next_succeeds()
    {
        await using var handler = await HandlerProcess.Start(azurite.NewAccount(), ("Benchmarking__InvocationSeconds", "2"));
        var payload = HostPayloads.Queue("savings-total|2012-13|actual");
        azurite.Pause();
        try
        {
            Assert.StartsWith("500 ", await FunctionsHost.Invoke(handler, FunctionNames.RefreshSlice, payload), StringComparison.Ordinal);
            Assert.Contains(handler.Lines, line => line.StartsWith("fail: ", StringComparison.Ordinal) && line.Contains("RefreshSlice took longer than 2 s", StringComparison.Ordinal));
        }
        finally
        {
            azurite.Resume();
        }

        Assert.Null(await FunctionsHost.Invoke(handler, FunctionNames.RefreshSlice, payload));
    }
}
