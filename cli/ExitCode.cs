namespace Benchmarking.CommandLine;

/// <summary>What a script may rely on: these numbers are part of the product's contract.</summary>
internal static class ExitCode
{
    public const int Good = 0;
    public const int Blocked = 1;
    public const int Usage = 2;
    public const int Unreachable = 3;
    public const int Interrupted = 130;
}
