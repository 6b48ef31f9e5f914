using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Reference;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>A council as callers write it: its code, its name in any of its forms, or an ONS code that it has or once had. What looks like
/// a code is taken for one, so that an unknown one can be told with its year.</summary>
internal sealed record CouncilName(CouncilCode Code) : IParsable<CouncilName>
{
    public static CouncilName Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var name) ? name : throw new FormatException($"'{s}' is not a council.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CouncilName result)
    {
        result = s is null ? null
            : ReferenceData.Current.Councils.Identify(s) is { } known ? new(known)
            : CouncilCode.TryParse(s, out var code) ? new(code)
            : null;
        return result is not null;
    }
}
