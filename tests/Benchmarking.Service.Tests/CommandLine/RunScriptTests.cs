using System.Net;
using System.Net.Sockets;

namespace Benchmarking.Service.Tests.CommandLine;

public sealed class RunScriptTests : IDisposable
{
    private const string Service = """
        const fs = require('fs'), stage = process.env.STAGE;
        fs.appendFileSync(stage + '/pids', process.pid + '\n');
        console.log('the service writes its log');
        if (process.env.SERVICE_DIES) { process.exit(7); }
        fs.writeFileSync(process.env.Benchmarking__KeysFile, '{}');
        fs.writeFileSync(stage + '/environment', [process.env.Benchmarking__Environment, process.env.Storage].join('\n'));
        const url = new URL(process.argv[process.argv.indexOf('--urls') + 1]);
        let asked = 0;
        require('http').createServer((request, response) => {
          response.statusCode = request.url === '/health/ready' && asked++ > 0 ? 200 : 503;
          response.end();
        }).listen(url.port, url.hostname);
        """;

    private const string Storage = """
        const fs = require('fs'), arguments_ = process.argv;
        fs.appendFileSync(process.env.STAGE + '/pids', process.pid + '\n');
        fs.writeFileSync(arguments_[arguments_.indexOf('--location') + 1] + '/stored', '');
        for (const name of ['--blobPort', '--queuePort', '--tablePort']) {
          require('net').createServer().listen(arguments_[arguments_.indexOf(name) + 1], '127.0.0.1');
        }
        """;

    private const string DotNet = """
        case "$1" in
          --version) echo 10.0.401 ;;
          build)
            echo "build $2" >>"$STAGE/calls"
            mkdir -p artifacts/bin/Benchmarking.LocalHost/release artifacts/bin/Benchmarking.CommandLine/release
            touch artifacts/bin/Benchmarking.LocalHost/release/Benchmarking.LocalHost.dll
            touch artifacts/bin/Benchmarking.CommandLine/release/councilbench.dll ;;
          *Benchmarking.LocalHost.dll) exec node "$STAGE/service.js" "$@" ;;
          *councilbench.dll)
            shift
            echo "councilbench $*" >>"$STAGE/calls"
            echo "[$1]"
            [[ "$1" != "${FAILING-}" ]] || exit "$FAILING_WITH" ;;
        esac
        """;

    private readonly ScriptStage stage = new("run.sh");
    private readonly int port = ScriptStage.FreePort();

    public RunScriptTests()
    {
        stage.Write("service.js", Service);
        stage.Write("node_modules/azurite/dist/src/azurite.js", Storage);
        stage.Write("package-lock.json", "{}");
        stage.Write("node_modules/.installed-lock", "{}");
        foreach (var room in new[] { "service/a.cs", "local-host/a.cs", "cli/a.cs", "pipeline-core/a.cs" })
        {
            stage.Write(room, string.Empty);
        }

        foreach (var law in new[] { "Directory.Build.props", "global.json", ".editorconfig", "BannedSymbols.txt" })
        {
            stage.Write(law, string.Empty);
        }

        stage.Command("dotnet", DotNet);
        stage.Command("npm", "echo \"npm $1\" >>\"$STAGE/calls\"");
    }

    [Fact]
    public async Task Help_is_printed_and_nothing_done()
    {
        var run = await stage.RunAsync("--help");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("--once", run.Output, StringComparison.Ordinal);
        Assert.Empty(stage.Read("calls"));
    }

    [Theory]
    [InlineData("--onec")]
    [InlineData("--port")]
    [InlineData("--port 0")]
    [InlineData("--port 65536")]
    [InlineData("--port http")]
    [InlineData("--data")]
    [InlineData("--data --once")]
    [InlineData("once")]
    public async Task What_is_not_understood_prints_the_usage_and_ends_with_2(string arguments)
    {
        var run = await stage.RunAsync(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Usage: ./run.sh", run.Error, StringComparison.Ordinal);
        Assert.Empty(stage.Read("calls"));
    }

    [Fact]
    public async Task A_port_in_use_is_said_and_nothing_is_started()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var run = await stage.RunAsync($"--once --port {port}");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"port {port} is in use", run.Error, StringComparison.Ordinal);
        Assert.Empty(stage.Read("pids"));
    }

    [Fact]
    public async Task Once_builds_loads_publishes_prints_and_leaves_nothing_behind()
    {
        var run = await stage.RunAsync($"--once --port {port}");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "build local-host",
                "build cli",
                "councilbench datasets load",
                "councilbench samples load",
                "councilbench refresh --json",
                "councilbench compare savings-pct-net-budget --year 2012-13 --peers programme:asce-2012 --council tameside",
                "councilbench trend --peers partnership:tri-borough --status projected",
                "councilbench compare net-expenditure-per-adult --year 2024-25 --peers nearest:15 --council camden",
                "councilbench trend short-term-services-outcome --council camden",
            ],
            Calls());
        Assert.Contains($"http://127.0.0.1:{port}", run.Output, StringComparison.Ordinal);
        Assert.Contains("keys.json", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.StartsWith("Development\nDefaultEndpointsProtocol=http;", stage.Read("environment"), StringComparison.Ordinal);
        Assert.NotEmpty(stage.Read("pids"));
        Assert.Empty(stage.StillRunning());
        Assert.Empty(stage.Read(".run/url"));
    }

    [Fact]
    public async Task The_second_start_builds_only_what_has_changed_since()
    {
        await stage.RunAsync($"--once --empty --port {port}");
        await stage.RunAsync($"--once --empty --port {port}");
        Assert.Equal(["build local-host", "build cli"], Calls());

        File.SetLastWriteTimeUtc(Path.Combine(stage.Root, "cli/a.cs"), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        await stage.RunAsync($"--once --empty --port {port}");
        Assert.Equal(["build local-host", "build cli", "build local-host", "build cli"], Calls());
    }

    [Fact]
    public async Task Empty_loads_and_prints_nothing()
    {
        var run = await stage.RunAsync($"--once --empty --port {port}");
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(Calls(), call => call.StartsWith("councilbench", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("samples", 1, 0)]
    [InlineData("samples", 3, 1)]
    [InlineData("refresh", 3, 1)]
    [InlineData("compare", 2, 1)]
    [InlineData("trend", 2, 1)]
    public async Task Held_returns_are_no_failure_but_a_failing_step_is_and_shows_the_log(string step, int code, int exitCode)
    {
        stage.Variables["FAILING"] = step;
        stage.Variables["FAILING_WITH"] = $"{code}";
        var run = await stage.RunAsync($"--once --port {port}");
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode != 0, run.Error.Contains("the service writes its log", StringComparison.Ordinal));
        Assert.Empty(stage.StillRunning());
    }

    [Fact]
    public async Task A_service_that_dies_is_said_with_its_log()
    {
        stage.Variables["SERVICE_DIES"] = "yes";
        var run = await stage.RunAsync($"--port {port}");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The service ended by itself", run.Error, StringComparison.Ordinal);
        Assert.Contains("the service writes its log", run.Error, StringComparison.Ordinal);
        Assert.Empty(stage.StillRunning());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task It_stays_up_until_it_is_told_to_end_and_then_ends_all_it_started(string signal)
    {
        var run = stage.Start($"--empty --port {port}");
        await run.UntilAsync("Ctrl-C ends it.");
        Assert.Equal(2, stage.StillRunning().Count());
        Assert.Equal($"http://127.0.0.1:{port}\n", stage.Read(".run/url"));

        await run.SignalAsync(signal);
        await run.EndAsync();

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Empty(stage.StillRunning());
        Assert.Empty(stage.Read(".run/url"));
    }

    [Fact]
    public async Task It_works_from_any_directory_and_data_is_kept_where_the_caller_says()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(stage.Root, "else where")).FullName;
        var run = await stage.RunAsync($"--once --empty --port {port} --data kept", elsewhere);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.True(File.Exists(Path.Combine(elsewhere, "kept", "stored")));
    }

    [Fact]
    public async Task Packages_are_installed_when_the_lock_file_has_changed()
    {
        stage.Write("package-lock.json", "{ }");
        await stage.RunAsync($"--once --empty --port {port}");
        await stage.RunAsync($"--once --empty --port {port}");
        Assert.Single(Calls(), "npm ci");
    }

    public void Dispose() => stage.Dispose();

    private string[] Calls() => stage.Read("calls").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
