using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Http;

/// <summary>What parameters of one type may hold: how a text is read, what is expected, the problem with a text that cannot be read,
/// and the words where they are few.</summary>
internal sealed record ParameterType(
    Type Type, Func<string, bool> Reads, string Expected, Func<string, string, Problem> Unreadable, IReadOnlyList<string>? Words = null)
{
    /// <summary>A type that reads itself; <paramref name="unreadable"/> makes the problem of the parameter's name and text.</summary>
    public static ParameterType Of<T>(string expected, Func<string, string, Problem> unreadable, IReadOnlyList<string>? words = null)
        where T : IParsable<T> => new(typeof(T), text => T.TryParse(text, null, out _), expected, unreadable, words);

    /// <summary>A word of a closed vocabulary; the first is the default.</summary>
    public static ParameterType OneOf<T>(string? noun = null)
        where T : struct, Enum => Of<Code<T>>(
            $"one of {string.Join(", ", Codes.All<T>())}",
            (name, text) => Problem.BadRequest($"{name}-unknown", $"Unknown {name}", $"'{text}' is not a {noun ?? name}.", Codes.All<T>()),
            Codes.All<T>());
}

/// <summary>The parameter types of the interface. One that is not listed cannot be a parameter.</summary>
internal sealed class ParameterTypes(IEnumerable<ParameterType> types)
{
    private readonly Dictionary<Type, ParameterType> byType = types.ToDictionary(type => type.Type);

    public ParameterType Find(Type type) => byType.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type)
        ?? throw new InvalidOperationException($"{type} is a parameter of an endpoint and not in the table of parameter types.");
}
