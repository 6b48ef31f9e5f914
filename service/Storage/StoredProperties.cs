using Benchmarking.Core.Normalising;

namespace Benchmarking.Service.Storage;

/// <summary>A property of a table's rows: the most that is ever written to it (characters of a text, bytes of a binary; null where the type
/// is its own bound) and why it is no more. A name that ends in <c>*</c> stands for numbered ones.</summary>
internal sealed record StoredProperty(string Table, string Name, string Type, int? Most, string Why);

/// <summary>Every property that is written to a table, with its bound. Nothing whose length a caller decides lies in one: it is bounded by
/// design, packed over several, or a blob. Shown in <c>docs/stored-properties.md</c>, held by the tests against every write.</summary>
internal static class StoredProperties
{
    private const string Text = "text";
    private const string Binary = "binary";
    private const string Number = "int32";
    private const string Long = "int64";
    private const string Double = "double";
    private const string Flag = "boolean";
    private const string Time = "time";
    private const string Id = "guid";

    private const int Hash = 64;
    private const int Receipt = 32;
    private const int Code = 32;
    private const int Slug = 128;
    private const int BlobName = 1_024;
    private const int SignOffs = 4_096;

    private const string OfHash = "a hash in hexadecimal";
    private const string OfCode = "a code of a closed vocabulary";
    private const string OfBlob = "a blob's name has at most 1,024 characters";
    private const string OfTag = "the entity tag of the file of this format that is in the ledger";
    private const string OfSignOffs = "one for each role of `sign-off-roles.json`, names of at most 100 characters";

    private const string OfKeys = "keys of slices, compressed: every metric of the catalogue in a hundred years and every status fits";
    private const string OfSummary = "figures of a group and numbers of its members, no list of them; £ by subcategory of the taxonomy";

    private static readonly string OfReport = $"counts, and the first {RefreshReport.FirstLines} lines of drift; all are in a blob";

    private static readonly string OfFigure =
        $"at most two receipts with {SourceLines.MostShown} ranges of lines each (longer lists are blobs beside the receipt), "
        + "one part for each subcategory of the taxonomy and ten labels of 50 characters for each category";

    public static IReadOnlyList<StoredProperty> All { get; } =
    [
        new("Returns", "Due", Binary, TableLimits.Bytes, OfKeys),
        new("Returns", "Unfinished", Flag, null, ""),
        new("Returns", "Writing", Flag, null, ""),
        new("Returns", "Sequence", Long, null, ""),
        new("Returns", "Writer", Id, null, ""),
        new("Returns", "Uploads", Number, null, ""),
        new("Returns", "Revisions", Number, null, ""),
        new("Returns", "SignOffs", Text, SignOffs, OfSignOffs),
        new("Returns", "FiledAt", Time, null, ""),
        new("Returns", "CsvTag", Text, Slug, OfTag),
        new("Returns", "XlsxTag", Text, Slug, OfTag),
        .. new[] { "Latest", "Accepted", "" }.SelectMany(Upload),
        new("Filings", "Council", Text, Slug, "a council's code"),
        new("Filings", "Kind", Text, Code, OfCode),
        new("Filings", "Uploads", Number, null, ""),
        new("Filings", "Status", Text, Code, OfCode),
        new("Filings", "ReceivedAt", Time, null, ""),
        new("Filings", "Receipt", Text, Receipt, OfHash),
        new("Filings", "Sha256", Text, Hash, OfHash),
        new("Filings", "SignOffs", Text, SignOffs, OfSignOffs),
        new("Filings", "Revision", Number, null, ""),
        new("Filings", "FiledAt", Time, null, ""),
        .. new[] { "Observations", "CouncilObservations" }.SelectMany(Figure),
        new("Observations", "Figures*", Binary, BinaryParts.PartBytes,
            "ten to a row: what a dataset publishes of one metric and year, packed; 10,000 councils take some hundred kB"),
        new("CouncilObservations", "SliceTag", Text, Slug, "an entity tag as the service makes it"),
        new("Slices", "Version", Text, Hash, OfHash),
        new("Slices", "Inputs", Text, Hash, OfHash),
        new("Slices", "Councils", Number, null, ""),
        new("Slices", "ComputedAt", Time, null, ""),
        new("Comparisons", "Summary", Text, TableLimits.Characters, OfSummary),
        new("Comparisons", "Rows", Number, null, ""),
        new("Comparisons", "Part*", Binary, BinaryParts.PartBytes, "ten to a row, and as many rows as the councils' values need"),
        new("StaleSlices", "Sent", Flag, null, ""),
        new("Snapshots", "TakenAt", Time, null, ""),
        new("Snapshots", "Slices", Number, null, ""),
        new("Snapshots", "Snapshot", Text, Hash, OfHash),
        new("Snapshots", "Report", Text, TableLimits.Characters, OfReport),
        new("Keys", "Role", Text, Code, OfCode),
        new("Keys", "Name", Text, Slug, "at most 100 characters are taken"),
        new("Keys", "Council", Text, Slug, "a council's code"),
        new("Poison", "Subject", Text, PoisonStore.Longest, "cut where it is longer"),
        new("Poison", "Reason", Text, PoisonStore.Longest, "cut where it is longer"),
        new("Poison", "At", Time, null, ""),
        new("Saved", "Id", Text, Slug, "at most 60 characters are taken"),
        new("Saved", "Content*", Binary, BinaryParts.PartBytes, "of a body of at most 60,000 bytes, written again as JSON; ten parts"),
        new("Saved", "Tag", Text, Hash, OfHash),
        new("Saved", "SavedAt", Time, null, ""),
        new("Saved", "Owner", Text, Hash, "the id of a key: its hash in hexadecimal"),
    ];

    private static IEnumerable<StoredProperty> Upload(string prefix) =>
    [
        new("Returns", $"{prefix}Receipt", Text, Receipt, OfHash),
        new("Returns", $"{prefix}Path", Text, BlobName, OfBlob),
        new("Returns", $"{prefix}Sha256", Text, Hash, OfHash),
        new("Returns", $"{prefix}Status", Text, Code, OfCode),
        new("Returns", $"{prefix}Revision", Number, null, ""),
        new("Returns", $"{prefix}ReceivedAt", Time, null, ""),
        new("Returns", $"{prefix}Tags", Text, 2 * Slug, "the entity tag of the file; of a withdrawn return one for each format"),
    ];

    private static IEnumerable<StoredProperty> Figure(string table) =>
    [
        new(table, "Json", Text, TableLimits.Characters, OfFigure),
        new(table, "State", Text, Code, OfCode),
        new(table, "Value", Double, null, ""),
        new(table, "Sequence", Long, null, ""),
    ];
}
