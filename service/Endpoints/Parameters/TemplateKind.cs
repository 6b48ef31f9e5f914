using System.Diagnostics.CodeAnalysis;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Endpoints.Parameters;

/// <summary>The kind of return that a template is for, in any case.</summary>
internal sealed record TemplateKind(ReturnKind Kind) : IParsable<TemplateKind>
{
    public static TemplateKind Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var kind) ? kind : throw new FormatException($"'{s}' is not a kind of return.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TemplateKind result)
    {
        result = Codes.TryParse<ReturnKind>(s, out var kind) ? new(kind) : null;
        return result is not null;
    }
}
