using System.Globalization;
using Benchmarking.Performance.Start;
using Benchmarking.Service.Tests.Emulation;

// Starts each program in turn, again and again, and prints what the medians are. Arguments: the local host's folder,
// and the bare program's compiled ahead and as built. The worker's package is made first.
const int Turns = 9;
if (args is not [var local, var aheadPeer, var builtPeer])
{
    throw new ArgumentException("Give three folders: local host, bare ASP.NET Core compiled ahead, bare ASP.NET Core as built.");
}

await using var azurite = new Azurite();
await azurite.InitializeAsync();
var connection = azurite.NewAccount();
(string Name, Func<Task<Started>> Start)[] programs =
[
    ("bare ASP.NET Core, compiled ahead", () => Starts.Of($"{aheadPeer}/Benchmarking.Performance.Peer.dll")),
    ("the worker, compiled ahead, a test host beside it", () => Starts.OfWorker(connection)),
    ("bare ASP.NET Core, as built", () => Starts.Of($"{builtPeer}/Benchmarking.Performance.Peer.dll")),
    ("the local host, as built", () => Starts.OfLocalHost($"{local}/Benchmarking.LocalHost.dll", connection)),
];
var all = programs.ToDictionary(program => program.Name, _ => new List<Started>());

// The first turn makes tables and fills the file cache: it is not counted.
for (var turn = 0; turn <= Turns; turn++)
{
    foreach (var (name, start) in programs)
    {
        var started = await start();
        if (turn > 0)
        {
            all[name].Add(started);
        }
    }
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"| medians of {Turns}, ms | functions loaded | first answer | ratio to bare | first return checked |"));
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach (var (name, peer) in programs.Select((program, n) => (program.Name, programs[n - (n % 2)].Name)))
{
    var ratio = Median(all[name], one => one.Answered) / Median(all[peer], one => one.Answered);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Told(all[name], one => one.Loaded)} | {Told(all[name], one => one.Answered)} | {ratio:F2} "
        + $"| {Told(all[name], one => one.Checked)} |"));
}

static double Median(List<Started> starts, Func<Started, TimeSpan?> part) =>
    starts.Select(part).OfType<TimeSpan>().Select(took => took.TotalMilliseconds).Order().ElementAt(Turns / 2);

static string Told(List<Started> starts, Func<Started, TimeSpan?> part) =>
    part(starts[0]) is null ? "" : Median(starts, part).ToString("F0", CultureInfo.InvariantCulture);
