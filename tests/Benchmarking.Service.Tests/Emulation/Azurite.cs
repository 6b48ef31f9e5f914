using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarking.Service.Tests.Emulation;

/// <summary>The storage emulator in memory, with many accounts: each test takes one that nobody used before.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const int Accounts = 2_000;

    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int[] ports = [FreePort(), FreePort(), FreePort()];
    private Process? process;
    private int taken;

    public async ValueTask InitializeAsync()
    {
        var root = Repository.Root;
        var program = Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");
        Assert.True(File.Exists(program), "The storage emulator is not installed: run ./test.sh, which installs it.");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in Arguments(program))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(i => $"{Account(i)}:{Key}"));
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        foreach (var port in ports)
        {
            while (!await Answers(port))
            {
                Assert.False(process.HasExited, "The storage emulator ended by itself.");
                Assert.True(watch.Elapsed < Patience, "The storage emulator did not start.");
                await Task.Delay(20);
            }
        }
    }

    /// <summary>The connection string of an account that is empty.</summary>
    public string NewAccount()
    {
        var name = Account(Interlocked.Increment(ref taken));
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{name};QueueEndpoint=http://127.0.0.1:{ports[1]}/{name};TableEndpoint=http://127.0.0.1:{ports[2]}/{name};";
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    public int BlobPort => ports[0];

    /// <summary>Whether a request for a table lies in the socket, not read yet: paused, it is one that somebody waits for.</summary>
    public bool HasUnreadTableRequest => File.ReadLines("/proc/net/tcp").Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Any(fields => fields[1].EndsWith(string.Create(CultureInfo.InvariantCulture, $":{ports[2]:X4}"), StringComparison.Ordinal)
            && !fields[4].EndsWith(":00000000", StringComparison.Ordinal) && fields[3] == "01");

    /// <summary>Stops answering and keeps every connection, as an account in trouble does, until <see cref="Resume"/>.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Text(process!.Id)]);
        kill.WaitForExit();
    }

    private string[] Arguments(string program) =>
    [
        program, "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry",
        "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
        "--blobPort", Text(ports[0]), "--queuePort", Text(ports[1]), "--tablePort", Text(ports[2]),
    ];

    private static string Account(int number) => $"account{Text(number)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<bool> Answers(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
