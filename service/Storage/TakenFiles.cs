namespace Benchmarking.Service.Storage;

/// <summary>The files of a return that are in its ledger, one for each format, by the entity tag that storage gave them: another one for
/// every write. Null where none of the format is, or it was taken in before tags were kept.</summary>
internal readonly record struct TakenFiles(string? Csv, string? Xlsx)
{
    public static TakenFiles None => default;

    public bool Has(string tag) => Csv == tag || Xlsx == tag;

    public string? Of(string extension) => extension == "xlsx" ? Xlsx : Csv;

    public TakenFiles With(LedgerUpload upload) =>
        upload.Path.EndsWith(".xlsx", StringComparison.Ordinal) ? this with { Xlsx = upload.Tags } : this with { Csv = upload.Tags };
}
