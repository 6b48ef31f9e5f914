using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Reference;

/// <summary>A named set of councils: a partnership that files jointly or a programme that councils joined.
/// <c>Source</c> is the paper that names the members.</summary>
public sealed record CouncilGroup(string Code, string Name, IReadOnlyList<CouncilCode> Members, string Source);
