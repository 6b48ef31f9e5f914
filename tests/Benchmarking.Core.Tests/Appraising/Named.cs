using Benchmarking.Core.Appraising;

namespace Benchmarking.Core.Tests.Appraising;

/// <summary>What is wrong with a plan, by its code, in a sentence that names it.</summary>
internal static class Named
{
    public static void Problem(string code, AppraisalProblem? problem, string? inItsSentence = null)
    {
        Assert.Equal(code, problem?.Code);
        Assert.Matches("^.{20,}\\.$", problem!.Message);
        Assert.Contains(inItsSentence ?? "", problem.Message, StringComparison.Ordinal);
    }
}
