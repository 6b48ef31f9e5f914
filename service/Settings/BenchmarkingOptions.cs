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
