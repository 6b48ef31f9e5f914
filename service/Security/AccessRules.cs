using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Service.Security;

/// <summary>Who a caller is, by the key shown. A caller without a key is nobody in particular.</summary>
internal enum Role
{
    Anonymous,
    Council,
    Analyst,
    Operator,
}

/// <summary>What an endpoint lets its caller do.</summary>
internal enum Act
{
    ReadFigures,

    /// <summary>Read what was filed as it was filed: small counts of people are in it.</summary>
    ReadFiled,
    CheckReturn,
    FileReturn,
    Refresh,

    /// <summary>Load a publisher's dataset, check one or withdraw it.</summary>
    LoadDataset,

    /// <summary>Save a programme or a peer group under a name, or delete it.</summary>
    Save,
    ReadOperations,
    ManageKeys,
}

/// <summary>The authorisation matrix, whole. Everything that is not allowed here is refused.</summary>
internal static class AccessRules
{
    /// <summary>Whether a caller may do <paramref name="act"/>, for returns to <paramref name="council"/>'s.
    /// <paramref name="openReads"/> lets figures be read and returns be checked without a key.</summary>
    public static bool Allows(Caller caller, Act act, CouncilCode? council, bool openReads) => (act, caller.Role) switch
    {
        (Act.ReadFigures or Act.CheckReturn, Role.Anonymous) => openReads,
        (Act.ReadFigures or Act.CheckReturn, _) => true,
        (Act.ReadFiled, not Role.Anonymous) => true,
        (Act.FileReturn, Role.Operator) => true,
        (Act.FileReturn, Role.Council) => council is not null && caller.Council == council,
        (Act.Save or Act.LoadDataset, Role.Analyst or Role.Operator) => true,
        (Act.Refresh or Act.ReadOperations or Act.ManageKeys, Role.Operator) => true,
        _ => false,
    };
}
