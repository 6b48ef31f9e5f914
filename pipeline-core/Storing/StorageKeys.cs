using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Benchmarking.Core.Publishing;
using Benchmarking.Core.Vocabulary;

namespace Benchmarking.Core.Storing;

/// <summary>Every partition key, row key and blob name, made in one place. Parts are slugs, years and codes, so that no key holds a
/// character that Table Storage forbids; a blob name that is no return's path is kept by its hash.</summary>
public static class StorageKeys
{
    /// <summary>The partition of what was uploaded under a name that is no return's path.</summary>
    public const string Unfiled = "_unfiled";

    private const string PublishedRows = "_published|";

    /// <summary>The row of a council's ledger that serialises its changes.</summary>
    public const string LedgerHead = "head";

    /// <summary>The row beside a council's figures that is written with every change of them.</summary>
    public const string FigureFence = "fence";

    public static string LedgerPartition(ReturnPath? path) => path?.Council.Value ?? Unfiled;

    public static string LedgerRow(ReturnPath path) => LedgerRow(path.Year, path.Kind);

    public static string LedgerRow(FinancialYear year, ReturnKind kind) => $"{year}|{Codes.Of(kind)}";

    public static string LedgerRow(string unreadablePath) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unreadablePath)).AsSpan(0, 16));

    /// <summary>The n-th upload of a return, in the ledger beside it.</summary>
    public static string HistoryRow(string ledgerRow, int upload) =>
        string.Create(CultureInfo.InvariantCulture, $"{ledgerRow}|{upload:000000}");

    /// <summary>The ledger of a dataset stands beside the councils'; no slug begins so.</summary>
    public static string DatasetPartition(string dataset) => $"_dataset|{dataset}";

    public static string DatasetRow(FinancialYear year) => $"{year}|dataset";

    /// <summary>What a dataset publishes of one metric and year, beside what councils filed of it.</summary>
    public static string PublishedRow(string dataset) => $"{PublishedRows}{dataset}";

    public static bool IsPublishedRow(string row) => row.StartsWith(PublishedRows, StringComparison.Ordinal);

    public static string FilingRow(CouncilCode council, ReturnKind kind) => $"{council}|{Codes.Of(kind)}";

    public static string ObservationPartition(SliceKey key) => key.ToString();

    public static string ObservationRow(CouncilCode council) => council.Value;

    public static string SlicePartition(SliceKey key) => key.Metric;

    public static string SliceRow(SliceKey key) => $"{key.Year}|{Codes.Of(key.Status)}";

    public static string ComparisonPartition(SliceKey key, string version) => $"{key}|{version}";

    public static string GroupRow(string group) => $"group|{group}";

    public static string ValuesRow(int index) => string.Create(CultureInfo.InvariantCulture, $"values|{index}");

    public static string ReceiptBlob(string receiptId) => $"{receiptId}/receipt.json";

    /// <summary>The bytes as filed, kept with their receipt: the blob in the returns container may be overwritten.</summary>
    public static string FiledBlob(string receiptId) => $"{receiptId}/return";

    /// <summary>Lines of a return that one of its figures rests on, by the hash of the list.</summary>
    public static string LinesBlob(string receiptId, string list) => $"{receiptId}/lines/{list}";

    /// <summary>A version of what is kept under an id, by the hash of its content.</summary>
    public static string SavedVersionRow(string id, string tag) => $"{id}@{tag}";

    public static bool IsSavedVersionRow(string row) => row.Contains('@', StringComparison.Ordinal);

    public static string SnapshotBlob(string snapshotId) => $"{snapshotId}/manifest.json";

    /// <summary>Everything that rebuilds leave beside the snapshots.</summary>
    public const string Rebuilds = "refreshes/";

    /// <summary>The whole list of what a rebuild found to differ; it outlives the run.</summary>
    public static string DriftReport(string run) => $"{Rebuilds}{run}.drift.jsonl";

    /// <summary>What a rebuild hands from step to step; it goes when the run has ended.</summary>
    public static string RebuildWork(string run) => $"{Rebuilds}{run}/";

    public static string RebuildTally(string run, int batch) =>
        string.Create(CultureInfo.InvariantCulture, $"{RebuildWork(run)}tally/{batch:00000}.json");

    public static string RebuildSlices(string run, int batch) =>
        string.Create(CultureInfo.InvariantCulture, $"{RebuildWork(run)}slices/{batch:00000}.json");

    public static string RebuildDrift(string run, string part) => $"{RebuildWork(run)}drift/{part}";
}
