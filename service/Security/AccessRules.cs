using Benchmarking.Core.Publishing;
using Benchmarking.Core.Reference;
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

    /// <summary>Read what a council filed as it was filed: small counts of people are in it.</summary>
    ReadFiled,

    /// <summary>Read a file itself, with its notes and its providers' prices.</summary>
    ReadFile,
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

/// <summary>The authorisation matrix, whole, and what of a filed return is told to whom. Everything that is not allowed here is
/// refused.</summary>
internal static class AccessRules
{
    /// <summary>Whether a caller may do <paramref name="act"/>, for returns to <paramref name="council"/>'s; null where the act is about no
    /// council, or about one that is only known once the receipt is read. <paramref name="openReads"/> lets published figures be read and
    /// returns be checked without a key.</summary>
    public static bool Allows(Caller caller, Act act, CouncilCode? council, bool openReads) => (act, caller.Role) switch
    {
        (Act.ReadFigures or Act.CheckReturn, Role.Anonymous) => openReads,
        (Act.ReadFigures or Act.CheckReturn, _) => true,
        (Act.ReadFiled, Role.Analyst or Role.Operator) => true,
        (Act.ReadFiled, Role.Council) => council is { } of && (caller.Council == of || ArePartners(caller.Council, of)),
        (Act.ReadFile, Role.Operator) => true,
        (Act.ReadFile, Role.Council) => council is null || caller.Council == council,
        (Act.FileReturn, Role.Operator) => true,
        (Act.FileReturn, Role.Council) => council is not null && caller.Council == council,
        (Act.Save or Act.LoadDataset, Role.Analyst or Role.Operator) => true,
        (Act.Refresh or Act.ReadOperations or Act.ManageKeys, Role.Operator) => true,
        _ => false,
    };

    /// <summary>How much of a filed return a caller may read; <paramref name="path"/> is null where the file's name is no return's path.
    /// Prices are what one provider is paid: of them only the council itself and operators read more than codes.</summary>
    public static ReceiptDepth DepthOf(Caller caller, ReturnPath? path) =>
        path is null ? (caller.Role == Role.Operator ? ReceiptDepth.Whole : ReceiptDepth.Codes)
        : Allows(caller, Act.ReadFile, path.Council, openReads: false) ? ReceiptDepth.Whole
        : path.Kind != ReturnKind.Prices && Allows(caller, Act.ReadFiled, path.Council, openReads: false) ? ReceiptDepth.Figures
        : ReceiptDepth.Codes;

    /// <summary>How much of a receipt a caller may read. A publisher's dataset is public, and what was found in one is for those who load
    /// them.</summary>
    public static ReceiptDepth DepthOf(Caller caller, Receipt receipt) =>
        !ReceiptView.IsOfDataset(receipt) ? DepthOf(caller, ReceiptView.PathOf(receipt))
        : Allows(caller, Act.LoadDataset, council: null, openReads: false) ? ReceiptDepth.Whole
        : ReceiptDepth.Codes;

    /// <summary>Whether figures are withheld from a caller until they are published, and small counts of people for good: they are for
    /// those who contribute to them, who have keys.</summary>
    public static bool SeesOpenFiguresOnly(Caller caller) => caller.Role == Role.Anonymous;

    private static bool ArePartners(CouncilCode? one, CouncilCode other) => one is { } first
        && ReferenceData.Current.Groups.Partnerships.Any(partnership => IsOf(partnership, first) && IsOf(partnership, other));

    private static bool IsOf(CouncilGroup partnership, CouncilCode code) =>
        partnership.Code == code.Value || partnership.Members.Contains(code);
}
