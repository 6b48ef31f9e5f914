using System.ComponentModel.DataAnnotations;

namespace Benchmarking.Service.Settings;

/// <summary>The settings under <c>Benchmarking</c>; every one is listed in <c>local.settings.sample.json</c>.</summary>
internal sealed class BenchmarkingOptions
{
    public const string Section = "Benchmarking";

    /// <summary><c>Development</c> or <c>Production</c>. Anything but Development needs <see cref="Authentication"/>.</summary>
    [RegularExpression("^(Development|Production)$", ErrorMessage = "Benchmarking__Environment must be Development or Production.")]
    public string Environment { get; init; } = "Production";

    /// <summary><c>Keys</c>: callers show a key in <c>X-Api-Key</c>. Left out, the app starts in Development only.</summary>
    [RegularExpression("^Keys$", ErrorMessage = "Benchmarking__Authentication must be Keys, or be left out in Development.")]
    public string? Authentication { get; init; }

    /// <summary>Whether published figures may be read without a key. Endpoints that write always need one.</summary>
    public bool OpenReads { get; init; } = true;

    /// <summary>SHA-256, in lower-case hex, of the key with which the first operator issues the others; empty once that is done.</summary>
    [RegularExpression("^([0-9a-f]{64})?$", ErrorMessage = "Benchmarking__OperatorKeySha256 must be 64 hexadecimal digits, or empty.")]
    public string OperatorKeySha256 { get; init; } = "";

    /// <summary>Where development keys are written at start; Development only.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The largest return, in bytes. Default 10 MB.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxReturnBytes { get; init; } = 10_000_000;

    /// <summary>How many returns one instance ingests at a time.</summary>
    [Range(1, 64)]
    public int IngestConcurrency { get; init; } = 4;

    /// <summary>How long one invocation may take, below the <c>functionTimeout</c> of <c>host.json</c>: at that the host would end the
    /// whole process and with it every other invocation.</summary>
    [Range(1, 590)]
    public int InvocationSeconds { get; init; } = 540;

    /// <summary>How many files one instance checks at the same moment, each on a thread of its own. 0: as many as there are
    /// processors.</summary>
    [Range(0, 64)]
    public int ChecksAtOnce { get; init; }

    /// <summary>How long one check may take, in seconds.</summary>
    [Range(1, 590)]
    public int CheckSeconds { get; init; } = 60;

    /// <summary>How many bytes of files that were sent and are not answered yet one instance holds; a file beyond is refused.</summary>
    [Range(1, 4_000_000_000)]
    public long CheckBacklogBytes { get; init; } = 100_000_000;

    /// <summary>How many requests of one key, and of one address without a key, are answered in a minute; twice as many of one address
    /// with whatever keys.</summary>
    [Range(1, 10_000_000)]
    public int RequestsPerMinute { get; init; } = 6_000;

    /// <summary>How many requests of one address with a key that is not known are looked at in a minute.</summary>
    [Range(1, 10_000_000)]
    public int WrongKeysPerMinute { get; init; } = 100;

    /// <summary>How long the body of a request may take to arrive, in seconds.</summary>
    [Range(1, 3_600)]
    public int BodySeconds { get; init; } = 120;

    /// <summary>How many connections a stand-alone instance holds. Under a Functions host connections are the host's.</summary>
    [Range(1, 100_000)]
    public int Connections { get; init; } = 1_000;

    /// <summary>How long a stand-alone instance holds a connection on which nothing is asked, in seconds.</summary>
    [Range(1, 3_600)]
    public int IdleSeconds { get; init; } = 60;

    /// <summary>How long one try of a storage call may take, in seconds; there are four.</summary>
    [Range(1, 300)]
    public int StorageTrySeconds { get; init; } = 10;

    /// <summary>How many snapshots are kept; versions that only older ones name are swept.</summary>
    [Range(1, 1_000)]
    public int SnapshotsKept { get; init; } = 30;

    /// <summary>Deadlines of returns, as <see cref="Settings.FilingDeadlines"/> reads them. Empty: none is set, and no return is
    /// late.</summary>
    public string FilingDeadlines { get; init; } = "";

    /// <summary>Until when figures are for holders of a key only, by year and, where it is given, kind of return, as
    /// <see cref="Settings.Embargoes"/> reads them. Empty: nothing is withheld.</summary>
    public string Embargoes { get; init; } = "";

    public bool IsDevelopment => Environment == "Development";
}
