using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;

namespace Benchmarking.TableStorage.Tests.Support;

/// <summary>The emulator's table service on a free loopback port, in memory, for as long as one test class runs.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("azurite-table-");
    private readonly int _port = FreePort();
    private Process? _process;

    public Uri Endpoint => new($"http://127.0.0.1:{_port}/{Account}");

    public string ConnectionString => $"AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint};";

    public TableServiceClient Service => new(ConnectionString);

    /// <summary>A new, empty table of its own for each caller.</summary>
    public async Task<TableClient> NewTableAsync()
    {
        var table = new TableClient(ConnectionString, $"t{Guid.NewGuid():N}");
        await table.CreateAsync();
        return table;
    }

    public async ValueTask InitializeAsync()
    {
        string[] arguments =
        [
            "--tableHost", "127.0.0.1", "--tablePort", $"{_port}",
            "--inMemoryPersistence", "--skipApiVersionCheck", "--silent", "--disableTelemetry",
        ];
        _process = Process.Start(new ProcessStartInfo(Program(), arguments) { WorkingDirectory = _scratch.FullName });
        using var limit = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(limit.Token))
        {
            Assert.False(_process!.HasExited, "Azurite ended before it listened.");
            await Task.Delay(50, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _scratch.Delete(recursive: true);
    }

    private static string Program()
    {
        var room = new DirectoryInfo(AppContext.BaseDirectory);
        while (room is not null && !File.Exists(Path.Combine(room.FullName, "Benchmarking.sln")))
        {
            room = room.Parent;
        }

        Assert.True(room is not null, "Benchmarking.sln is in no folder above the tests.");
        var program = Path.Combine(room.FullName, "node_modules", ".bin", "azurite-table");
        Assert.True(File.Exists(program), "Azurite is not installed: run ./test.sh, or npm ci, at the root of the repository.");
        return program;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, _port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
