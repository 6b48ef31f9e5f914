using System.Diagnostics.CodeAnalysis;

namespace Benchmarking.Core.Appraising;

/// <summary>Why figures cannot be appraised: a stable code, a sentence that ends in what would be right, and the words to choose from
/// where they are few.</summary>
public sealed record AppraisalProblem(string Code, string Message, IReadOnlyList<string>? ValidValues = null);

/// <summary>The result of an appraisal, or why there is none. Bad figures are an answer, never an exception.</summary>
public sealed record Appraised<T>
    where T : class
{
    private Appraised(T? result, AppraisalProblem? problem) => (Result, Problem) = (result, problem);

    public T? Result { get; }

    public AppraisalProblem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Result is not null;

    public static implicit operator Appraised<T>(T result) => new(result, null);

    public static implicit operator Appraised<T>(AppraisalProblem problem) => new(null, problem);
}
