using Benchmarking.Core.Tests.Publishing;

namespace Benchmarking.Service.Tests.Security;

/// <summary>All that an answer says, as text: its body, a workbook opened, and its headers.</summary>
internal static class AnswerText
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<string> Of(HttpResponseMessage answer)
    {
        var body = answer.Content.Headers.ContentType?.MediaType == Workbook
            ? Opened(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
            .Select(header => $"{header.Key}: {string.Join(' ', header.Value)}").Append(body));
    }

    private static string Opened(byte[] bytes)
    {
        using var book = new OpenedWorkbook(bytes);
        return string.Join('\n', Enumerable.Range(0, book.SheetNames.Count).SelectMany(book.Texts).Select(row => string.Join('\t', row)));
    }
}
