namespace Benchmarking.Functions.CustomHandler;

/// <summary>Log scope of one invocation: its id stands in every line written meanwhile, because a host keeps nothing else of them together.</summary>
internal sealed record InvocationScope(string Id)
{
    private const int Longest = 64;

    public override string ToString() => Id.Length <= Longest ? Id : Id[..Longest];
}
