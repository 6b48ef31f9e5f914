namespace Benchmarking.Service.Storage;

/// <summary>What Azure Table Storage takes: "Understanding the Table service data model" and "Performing entity group transactions" of the
/// storage services' REST reference. The emulator takes more; the tests hold every write to these.</summary>
internal static class TableLimits
{
    /// <summary>A text property, in UTF-16 characters.</summary>
    public const int Characters = 32_768;

    /// <summary>A binary property.</summary>
    public const int Bytes = 65_536;

    /// <summary>A row with its names.</summary>
    public const int EntityBytes = 1_048_576;

    /// <summary>Properties of a row beside its keys and time.</summary>
    public const int Properties = 252;

    /// <summary>A transaction as it is sent, binary properties in base64 and all.</summary>
    public const int TransactionBytes = 4_194_304;

    public const int TransactionRows = 100;

    /// <summary>A key: 1 KiB, which is this many UTF-16 characters.</summary>
    public const int KeyCharacters = 512;

    /// <summary>A queue message as it is sent, in base64.</summary>
    public const int MessageBytes = 65_536;
}
