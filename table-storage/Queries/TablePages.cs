using System.Runtime.CompilerServices;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Queries;

internal delegate Task<Page<T>> ReadPage<T>(string? token, int? size, CancellationToken cancellationToken);

/// <summary>Asks for page after page until one carries no token.</summary>
internal sealed class TablePages<T>(ReadPage<T> read, int? maxPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        PageRules.CheckPageSize(pageSizeHint, nameof(pageSizeHint));
        return Pages(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);
    }

    private async IAsyncEnumerable<Page<T>> Pages(
        string? token, int? size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var page = await read(token, size, cancellation).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
