using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Service.Http;

/// <summary>What was looked for, or the problem to answer with.</summary>
internal readonly struct Outcome<T>
{
    private readonly T? value;
    private readonly Problem? problem;

    private Outcome(T? value, Problem? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>Whether it was found; else <paramref name="problem"/> is the answer.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T found, [NotNullWhen(false)] out Problem? problem)
    {
        (found, problem) = (value, this.problem);
        return problem is null;
    }
}
